// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/customvalues.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

QString placeholderFor(const QString &name)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    return u"{{ custom_values.%1 }}"_s.arg(name.toLower().replace(other, u"_"_s));
}

} // namespace

Operations CustomValues::operations()
{
    const QString reading = u"locations/customValues.readonly"_s;
    const QString writing = u"locations/customValues.write"_s;
    const QString all = u"/locations/*/customValues"_s;
    const QString one = u"/locations/*/customValues/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return write(call); }},
        {"GET", one, reading, [this](const Call &call) { return get(call); }},
        {"PUT", one, writing, [this](const Call &call) { return write(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
    };
}

Served<Outcome> CustomValues::list(const Call &call) const
{
    return inLocation(m_state, call.id()).map([this] {
        return Outcome {200, {{u"customValues"_s, m_state.customValues.toJson()}}};
    });
}

Served<Outcome> CustomValues::get(const Call &call) const
{
    return find(call).map([](const QJsonObject &value) {
        return Outcome {200, {{u"customValue"_s, value}}};
    });
}

//! With the id of a value in the path it is changed, without one it is made.
Served<Outcome> CustomValues::write(const Call &call)
{
    static const FieldRules rules {{.name = u"name"_s}, {.name = u"value"_s}};
    const bool isNew = call.id(1).isEmpty();
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const auto before = isNew ? Served<QJsonObject>(QJsonObject()) : find(call);
    if (!before)
        return tl::unexpected(before.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"name"_s, u"value"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    QJsonObject value = *before;
    if (isNew) {
        value.insert(u"id"_s, m_state.ids.next());
        value.insert(u"locationId"_s, m_state.locationId);
        value.insert(u"fieldKey"_s, placeholderFor(body->value(u"name"_s).toString()));
    }
    value.insert(u"name"_s, body->value(u"name"_s));
    value.insert(u"value"_s, body->value(u"value"_s));
    m_state.customValues.put(value);
    return Outcome {isNew ? 201 : 200, {{u"customValue"_s, value}}};
}

Served<Outcome> CustomValues::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject & /*value*/) {
        (void)m_state.customValues.remove(call.id(1));
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<QJsonObject> CustomValues::find(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const QJsonObject *value = m_state.customValues.find(call.id(1));
    if (!value)
        return unknownId(u"Custom value"_s, call.id(1));
    return *value;
}

} // namespace twinbook::sandbox::highlevel
