// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/users.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

Served<> inCompany(const State &state, const QString &companyId)
{
    if (companyId.isEmpty())
        return refused(422, QStringList {u"companyId should not be empty"_s});
    if (companyId != state.companyId)
        return refused(403, u"The token does not have access to this company."_s);
    return {};
}

bool isAmong(const QString &text, const QString &commaSeparated)
{
    const QStringList parts = commaSeparated.split(u',', Qt::SkipEmptyParts);
    return parts.isEmpty() || std::any_of(parts.begin(), parts.end(), [&](const QString &part) {
               return part.trimmed().compare(text, Qt::CaseInsensitive) == 0;
           });
}

} // namespace

Operations Users::operations()
{
    const QString reading = u"users.readonly"_s;
    return {
        {"GET", u"/users/search"_s, reading, [this](const Call &call) { return search(call); }},
        {"POST", u"/users/search/filter-by-email"_s, reading,
         [this](const Call &call) { return searchByEmail(call); }, TokenKind::Company},
        {.method = "GET",
         .path = u"/users"_s,
         .scope = reading,
         .act = [this](const Call &call) { return list(call); },
         .spoken = Operation::Spoken::DatedOnly},
        {"GET", u"/users/*"_s, reading, [this](const Call &call) { return get(call); }},
    };
}

Served<Outcome> Users::search(const Call &call) const
{
    if (const auto agency = inCompany(m_state, call.query(u"companyId"_s)); !agency)
        return tl::unexpected(agency.error());
    const QString location = call.query(u"locationId"_s, m_state.locationId);
    if (const auto place = inLocation(m_state, location); !place)
        return tl::unexpected(place.error());
    const auto window = windowOf(call, {.usual = 25, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    const QString text = call.query(u"query"_s).trimmed();
    QList<QJsonObject> found;
    for (const auto &[id, user] : m_state.users.all()) {
        const QJsonObject roles = user.value(u"roles"_s).toObject();
        const bool named = user.value(u"name"_s).toString().contains(text, Qt::CaseInsensitive)
            || user.value(u"email"_s).toString().contains(text, Qt::CaseInsensitive);
        if (named && isAmong(id, call.query(u"ids"_s))
            && isAmong(roles.value(u"type"_s).toString(), call.query(u"type"_s))
            && isAmong(roles.value(u"role"_s).toString(), call.query(u"role"_s)))
            found.append(user);
    }
    if (call.query(u"sortDirection"_s) == "desc"_L1)
        std::reverse(found.begin(), found.end());
    return Outcome {200, {{u"users"_s, slice(found, *window)}, {u"count"_s, found.size()}}};
}

Served<Outcome> Users::searchByEmail(const Call &call) const
{
    static const FieldRules rules {
        {.name = u"companyId"_s},
        {.name = u"emails"_s},
        {.name = u"deleted"_s, .kind = FieldRule::Kind::Boolean},
        {.name = u"skip"_s},
        {.name = u"limit"_s},
        {.name = u"projection"_s},
    };
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"companyId"_s, u"emails"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    if (const auto agency = inCompany(m_state, body->value(u"companyId"_s).toString()); !agency)
        return tl::unexpected(agency.error());
    const QString emails = body->value(u"emails"_s).toString();
    QList<QJsonObject> found;
    for (const auto &[id, user] : m_state.users.all()) {
        if (!emails.isEmpty() && isAmong(user.value(u"email"_s).toString(), emails))
            found.append(user);
    }
    const int limit = body->value(u"limit"_s).toString(u"25"_s).toInt();
    const int skip = body->value(u"skip"_s).toString(u"0"_s).toInt();
    const Window window {.skip = std::max(0, skip), .limit = std::clamp(limit, 1, 100)};
    return Outcome {200, {{u"users"_s, slice(found, window)}, {u"count"_s, found.size()}}};
}

Served<Outcome> Users::list(const Call &call) const
{
    return inLocation(m_state, call.query(u"locationId"_s)).map([this] {
        return Outcome {200, {{u"users"_s, m_state.users.toJson()}}};
    });
}

//! The user stands at the top level of the answer.
Served<Outcome> Users::get(const Call &call) const
{
    const QJsonObject *user = m_state.users.find(call.id());
    if (!user)
        return unknownId(u"User"_s, call.id());
    return Outcome {200, *user};
}

} // namespace twinbook::sandbox::highlevel
