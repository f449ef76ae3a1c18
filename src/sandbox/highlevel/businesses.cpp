// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/businesses.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

constexpr int largestPage = 100;

const QStringList &writableMembers()
{
    static const QStringList members {u"name"_s,    u"phone"_s,      u"email"_s, u"website"_s,
                                      u"address"_s, u"city"_s,       u"state"_s, u"postalCode"_s,
                                      u"country"_s, u"description"_s};
    return members;
}

FieldRules writingRules()
{
    FieldRules rules;
    for (const QString &member : writableMembers())
        rules.append({.name = member});
    return rules;
}

Served<> isBusinessKey(const QString &key)
{
    if (key != "business"_L1)
        return unknownId(u"Object"_s, key);
    return {};
}

QJsonObject objectRecord(const QJsonObject &business)
{
    QJsonObject properties;
    for (const QString &member : writableMembers()) {
        if (business.contains(member))
            properties.insert(member, business.value(member));
    }
    const QString id = business.value(u"id"_s).toString();
    return {{u"id"_s, id},
            {u"properties"_s, properties},
            {u"createdAt"_s, business.value(u"createdAt"_s)},
            {u"updatedAt"_s, business.value(u"updatedAt"_s)},
            {u"searchAfter"_s, QJsonArray {id}}};
}

//! "name:acme" asks for that property, other text for the name.
bool matches(const QJsonObject &business, const QString &query)
{
    const qsizetype colon = query.indexOf(u':');
    const QString member = colon < 0 ? u"name"_s : query.first(colon).trimmed();
    const QString text = query.sliced(colon + 1).trimmed();
    return business.value(member).toString().contains(text, Qt::CaseInsensitive);
}

} // namespace

Operations Businesses::operations()
{
    const QString reading = u"businesses.readonly"_s;
    const QString writing = u"businesses.write"_s;
    return {
        {"GET", u"/businesses"_s, reading, [this](const Call &call) { return list(call); }},
        {"POST", u"/businesses"_s, writing, [this](const Call &call) { return create(call); }},
        {"GET", u"/businesses/*"_s, reading, [this](const Call &call) { return get(call); }},
        {"PUT", u"/businesses/*"_s, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", u"/businesses/*"_s, writing, [this](const Call &call) { return remove(call); }},
        {"GET", u"/objects/*"_s, u"objects/schema.readonly"_s,
         [this](const Call &call) { return schema(call); }},
        {"POST", u"/objects/*/records/search"_s, u"objects/record.readonly"_s,
         [this](const Call &call) { return search(call); }},
    };
}

Served<Outcome> Businesses::list(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    return windowOf(call, {.usual = 100, .largest = largestPage}).map([this](Window window) {
        return Outcome {200, {{u"businesses"_s, slice(recordsOf(m_state.businesses), window)}}};
    });
}

Served<Outcome> Businesses::get(const Call &call) const
{
    return find(call.id()).map([](const QJsonObject &business) {
        return Outcome {200, {{u"business"_s, business}}};
    });
}

Served<Outcome> Businesses::create(const Call &call)
{
    static const FieldRules rules = [] {
        FieldRules all = writingRules();
        all.append({.name = u"locationId"_s});
        return all;
    }();
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"name"_s, u"locationId"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QString place = body->value(u"locationId"_s).toString();
    if (const auto known = inLocation(m_state, place); !known)
        return tl::unexpected(known.error());
    const QString now = m_state.stamps.next();
    const QJsonObject blank {{u"id"_s, m_state.ids.next()},
                             {u"createdAt"_s, now},
                             {u"createdBy"_s, QJsonObject {{u"type"_s, u"INTEGRATION"_s}}}};
    return stored(201, overwritten(blank, *body, m_state.quirks));
}

Served<Outcome> Businesses::update(const Call &call)
{
    static const FieldRules rules = writingRules();
    const auto before = find(call.id());
    if (!before)
        return tl::unexpected(before.error());
    return call.body()
        .and_then([this](const QJsonObject &sent) {
            return acceptedBody(sent, rules, {}, m_state.quirks);
        })
        .map([&](const QJsonObject &body) {
            return stored(200, overwritten(*before, body, m_state.quirks));
        });
}

Served<Outcome> Businesses::remove(const Call &call)
{
    return find(call.id()).map([&](const QJsonObject & /*business*/) {
        (void)m_state.businesses.remove(call.id());
        return Outcome {200, {{u"success"_s, true}}};
    });
}

Served<Outcome> Businesses::schema(const Call &call) const
{
    return isBusinessKey(call.id()).map([this] {
        QJsonArray fields;
        for (const QString &member : writableMembers())
            fields.append(QJsonObject {{u"fieldKey"_s, QString(u"business."_s + member)},
                                       {u"dataType"_s, u"TEXT"_s},
                                       {u"locationId"_s, m_state.locationId}});
        const QJsonObject object {
            {u"key"_s, u"business"_s},
            {u"standard"_s, true},
            {u"locationId"_s, m_state.locationId},
            {u"primaryDisplayProperty"_s, u"business.name"_s},
            {u"labels"_s,
             QJsonObject {{u"singular"_s, u"Company"_s}, {u"plural"_s, u"Companies"_s}}}};
        return Outcome {200, {{u"object"_s, object}, {u"fields"_s, fields}}};
    });
}

Served<Outcome> Businesses::search(const Call &call) const
{
    static const FieldRules rules {
        {.name = u"locationId"_s},
        {.name = u"page"_s, .kind = Kind::Number},
        {.name = u"pageLimit"_s, .kind = Kind::Number},
        {.name = u"query"_s},
        {.name = u"searchAfter"_s, .kind = Kind::TextList},
    };
    if (const auto known = isBusinessKey(call.id()); !known)
        return tl::unexpected(known.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(
            sent, rules, {u"locationId"_s, u"page"_s, u"pageLimit"_s, u"query"_s, u"searchAfter"_s},
            m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QString place = body->value(u"locationId"_s).toString();
    if (const auto known = inLocation(m_state, place); !known)
        return tl::unexpected(known.error());
    const QString after = body->value(u"searchAfter"_s).toArray().last().toString();
    QList<QJsonObject> found;
    qsizetype behind = 0; // how many stand at or before the cursor
    for (const auto &[id, business] : m_state.businesses.all()) {
        if (!matches(business, body->value(u"query"_s).toString()))
            continue;
        found.append(objectRecord(business));
        if (!after.isEmpty() && id <= after)
            ++behind;
    }
    const int limit = std::clamp(body->value(u"pageLimit"_s).toInt(), 1, largestPage);
    const qsizetype page = std::max(1, body->value(u"page"_s).toInt());
    const Window window {.skip = after.isEmpty() ? (page - 1) * limit : behind, .limit = limit};
    return Outcome {200, {{u"records"_s, slice(found, window)}, {u"total"_s, found.size()}}};
}

Served<QJsonObject> Businesses::find(const QString &id) const
{
    const QJsonObject *business = m_state.businesses.find(id);
    if (!business)
        return unknownId(u"Business"_s, id);
    return *business;
}

Outcome Businesses::stored(int status, QJsonObject business)
{
    business.insert(u"updatedAt"_s, m_state.stamps.next());
    m_state.businesses.put(business);
    const bool misspelt = m_state.quirks.holds(Quirk::BusinessReplyIsMisspelt);
    return {status, {{u"success"_s, true}, {misspelt ? u"buiseness"_s : u"business"_s, business}}};
}

} // namespace twinbook::sandbox::highlevel
