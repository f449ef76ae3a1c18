// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/location.h"

#include "sandbox/highlevel/paging.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Operations Location::operations()
{
    const QString reading = u"locations.readonly"_s;
    return {
        {"GET", u"/locations/search"_s, reading, [this](const Call &call) { return search(call); }},
        {"GET", u"/locations/*"_s, reading, [this](const Call &call) { return get(call); }},
        {"GET", u"/locations/*/timezones"_s, reading,
         [this](const Call &call) { return timeZones(call); }},
        {"GET", u"/companies/*"_s, u"companies.readonly"_s,
         [this](const Call &call) { return company(call); }, TokenKind::Company},
    };
}

QJsonObject Location::shown() const
{
    const QJsonObject settings {
        {u"allowDuplicateContact"_s, !m_state.quirks.holds(Quirk::DuplicateIsRefused)},
        {u"allowDuplicateOpportunity"_s, false},
        {u"allowFacebookNameMerge"_s, false},
        {u"disableContactTimezone"_s, false}};
    return {{u"id"_s, m_state.locationId},     {u"companyId"_s, m_state.companyId},
            {u"name"_s, m_state.name},         {u"country"_s, m_state.country},
            {u"timezone"_s, m_state.timeZone}, {u"settings"_s, settings}};
}

Served<Outcome> Location::get(const Call &call) const
{
    return inLocation(m_state, call.id()).map([this] {
        return Outcome {200, {{u"location"_s, shown()}}};
    });
}

Served<Outcome> Location::search(const Call &call) const
{
    const auto window = windowOf(call, {.usual = 10, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    QList<QJsonObject> found;
    if (call.query(u"companyId"_s, m_state.companyId) == m_state.companyId
        && call.query(u"email"_s).isEmpty())
        found.append(shown());
    return Outcome {200, {{u"locations"_s, slice(found, *window)}}};
}

Served<Outcome> Location::timeZones(const Call &call) const
{
    return inLocation(m_state, call.id()).map([] {
        QJsonArray zones;
        const QByteArrayList ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids)
            zones.append(QString::fromLatin1(id));
        return Outcome {200, {{u"timeZones"_s, zones}}};
    });
}

Served<Outcome> Location::company(const Call &call) const
{
    if (call.id() != m_state.companyId)
        return refused(403, u"The token does not have access to this company."_s);
    const QJsonObject company {{u"id"_s, m_state.companyId},
                               {u"name"_s, QString(m_state.name + u" Group"_s)},
                               {u"country"_s, m_state.country},
                               {u"timezone"_s, m_state.timeZone},
                               {u"status"_s, u"active_in_good_standing"_s}};
    return Outcome {200, {{u"company"_s, company}}};
}

} // namespace twinbook::sandbox::highlevel
