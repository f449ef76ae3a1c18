// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contacttags.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

constexpr int largestBusinessLink = 50;

QStringList textsIn(const QJsonObject &body, const QString &member)
{
    return body.value(member).toVariant().toStringList();
}

} // namespace

Operations ContactTags::operations()
{
    const QString writing = u"contacts.write"_s;
    return {
        {"POST", u"/contacts/*/tags"_s, writing, [this](const Call &call) { return add(call); }},
        {"DELETE", u"/contacts/*/tags"_s, writing,
         [this](const Call &call) { return remove(call); }},
        {"POST", u"/contacts/bulk/tags/update/*"_s, writing,
         [this](const Call &call) { return changeMany(call); }},
        {"POST", u"/contacts/bulk/business"_s, writing,
         [this](const Call &call) { return linkBusiness(call); }},
    };
}

Served<QStringList> ContactTags::tagsIn(const Call &call) const
{
    static const FieldRules rules {{.name = u"tags"_s, .kind = Kind::TextList}};
    return call.body()
        .and_then([this](const QJsonObject &body) {
            return acceptedBody(body, rules, {u"tags"_s}, m_state.quirks);
        })
        .map([](const QJsonObject &body) { return textsIn(body, u"tags"_s); });
}

Served<Outcome> ContactTags::add(const Call &call)
{
    return tagsIn(call)
        .and_then([&](const QStringList &tags) { return m_contacts.addTags(call.id(), tags); })
        .map([](const Contacts::ListChange &change) {
            return Outcome {201,
                            {{u"tags"_s, QJsonArray::fromStringList(change.all)},
                             {u"tagsAdded"_s, QJsonArray::fromStringList(change.changed)}}};
        });
}

Served<Outcome> ContactTags::remove(const Call &call)
{
    return tagsIn(call)
        .and_then([&](const QStringList &tags) { return m_contacts.removeTags(call.id(), tags); })
        .map([](const Contacts::ListChange &change) {
            return Outcome {200,
                            {{u"tags"_s, QJsonArray::fromStringList(change.all)},
                             {u"tagsRemoved"_s, QJsonArray::fromStringList(change.changed)}}};
        });
}

//! A contact nobody knows is an error of its own line, under an overall 201.
Served<Outcome> ContactTags::changeMany(const Call &call)
{
    static const FieldRules rules {
        {.name = u"contacts"_s, .kind = Kind::TextList},
        {.name = u"tags"_s, .kind = Kind::TextList},
        {.name = u"locationId"_s},
        {.name = u"removeAllTags"_s, .kind = Kind::Boolean},
    };
    const bool adds = call.id() == "add"_L1;
    if (!adds && call.id() != "remove"_L1)
        return refused(422,
                       QStringList {u"type must be one of the following values: add, remove"_s});
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"contacts"_s, u"tags"_s, u"locationId"_s},
                            m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    if (const auto place = inLocation(m_state, body->value(u"locationId"_s).toString()); !place)
        return tl::unexpected(place.error());

    QJsonArray responses;
    int errors = 0;
    for (const QString &id : textsIn(*body, u"contacts"_s)) {
        const auto contact = m_contacts.get(id);
        const QStringList before = contact ? textsIn(*contact, u"tags"_s) : QStringList();
        const QStringList tags = !adds && body->value(u"removeAllTags"_s).toBool()
            ? before
            : textsIn(*body, u"tags"_s);
        const auto change = adds ? m_contacts.addTags(id, tags) : m_contacts.removeTags(id, tags);
        errors += change ? 0 : 1;
        const QJsonArray changed
            = QJsonArray::fromStringList(change ? change->changed : QStringList());
        responses.append(QJsonObject {
            {u"contactId"_s, id},
            {u"message"_s, change ? QJsonValue(u"Tags updated"_s) : change.error().message},
            {u"type"_s, change ? u"success"_s : u"error"_s},
            {u"oldTags"_s, QJsonArray::fromStringList(before)},
            {u"tagsAdded"_s, adds ? changed : QJsonArray()},
            {u"tagsRemoved"_s, adds ? QJsonArray() : changed}});
    }
    QJsonObject object = succeeded(call, m_state.quirks);
    object.insert(u"errorCount"_s, errors);
    object.insert(u"responses"_s, responses);
    return Outcome {201, object};
}

Served<Outcome> ContactTags::linkBusiness(const Call &call)
{
    static const FieldRules rules {
        {.name = u"locationId"_s},
        {.name = u"ids"_s, .kind = Kind::TextList},
        {.name = u"businessId"_s, .null = FieldRule::Null::Allowed},
    };
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"locationId"_s, u"ids"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    if (const auto place = inLocation(m_state, body->value(u"locationId"_s).toString()); !place)
        return tl::unexpected(place.error());
    const QStringList ids = textsIn(*body, u"ids"_s);
    if (!body->contains(u"businessId"_s) || ids.size() > largestBusinessLink)
        return refused(422,
                       QStringList {ids.size() > largestBusinessLink
                                        ? u"ids must contain no more than 50 elements"_s
                                        : u"businessId should not be undefined"_s});
    const QString business = body->value(u"businessId"_s).toString();
    if (!business.isEmpty() && !m_state.businesses.contains(business))
        return unknownId(u"Business"_s, business);
    QStringList linked;
    for (const QString &id : ids) {
        if (m_contacts.linkBusiness(id, business))
            linked.append(id);
    }
    return Outcome {200, {{u"success"_s, true}, {u"ids"_s, QJsonArray::fromStringList(linked)}}};
}

} // namespace twinbook::sandbox::highlevel
