// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/tagdictionary.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Operations TagDictionary::operations()
{
    const QString reading = u"locations/tags.readonly"_s;
    const QString writing = u"locations/tags.write"_s;
    const QString all = u"/locations/*/tags"_s;
    const QString one = u"/locations/*/tags/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading, [this](const Call &call) { return get(call); }},
        {"PUT", one, writing, [this](const Call &call) { return rename(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
    };
}

Served<Outcome> TagDictionary::list(const Call &call) const
{
    return inLocation(m_state, call.id()).map([this] {
        return Outcome {200, {{u"tags"_s, m_state.tags.toJson()}}};
    });
}

Served<Outcome> TagDictionary::get(const Call &call) const
{
    return find(call).map([](const QJsonObject &tag) { return Outcome {200, {{u"tag"_s, tag}}}; });
}

Served<Outcome> TagDictionary::create(const Call &call)
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    return newName(call).map([this](const QString &name) {
        (void)m_state.learnedTags({name});
        const QString id = m_state.tags.idsWithKey(u"name:"_s + name).constFirst();
        return Outcome {200, {{u"tag"_s, *m_state.tags.find(id)}}};
    });
}

Served<Outcome> TagDictionary::rename(const Call &call)
{
    const auto tag = find(call);
    if (!tag)
        return tl::unexpected(tag.error());
    return newName(call).map([&](const QString &name) {
        QJsonObject renamed = *tag;
        renamed.insert(u"name"_s, name);
        m_state.tags.put(renamed);
        return Outcome {200, {{u"tag"_s, renamed}}};
    });
}

Served<Outcome> TagDictionary::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject &tag) {
        (void)m_state.tags.remove(tag.value(u"id"_s).toString());
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<QJsonObject> TagDictionary::find(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const QJsonObject *tag = m_state.tags.find(call.id(1));
    if (!tag)
        return unknownId(u"Tag"_s, call.id(1));
    return *tag;
}

Served<QString> TagDictionary::newName(const Call &call) const
{
    static const FieldRules rules {{.name = u"name"_s}};
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"name"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QStringList stored = m_state.storedTags({body->value(u"name"_s).toString()});
    if (stored.isEmpty())
        return refused(422, QStringList {u"name should not be empty"_s});
    if (!m_state.tags.idsWithKey(u"name:"_s + stored.constFirst()).isEmpty())
        return refused(400, u"The tag name is already exist."_s);
    return stored.constFirst();
}

} // namespace twinbook::sandbox::highlevel
