// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"
#include "probe/highlevelrequests.h"

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace highlevelprobe;

namespace {

Step searchHitsAreLowerCase(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return searchContacts(scene, {{u"pageLimit"_s, 1}});
    const QJsonObject hit = scene.last().list(u"contacts"_s).first().toObject();
    if (hit.isEmpty())
        return unknown(u"The search found nobody."_s);
    const bool whole = hit.contains(u"firstName"_s);
    return either(!whole
                      && (hit.contains(u"contactName"_s) || hit.contains(u"firstNameLowerCase"_s)),
                  whole && !hit.contains(u"contactName"_s));
}

Step searchWindowEnds(const ProbeScene &scene)
{
    constexpr int largestPage = 500;
    constexpr int beyondTheWindow = 21; // page 20 ends with record 10,000
    if (scene.step() == 0)
        return searchContacts(scene, {{u"pageLimit"_s, largestPage}, {u"page"_s, beyondTheWindow}});
    return either(scene.last().status == 400, scene.last().status == 200);
}

Step unknownIdAnswers400(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return getContact(u"TwinbookProbe0000000"_s); // twenty characters, as ids have
    return either(scene.last().status == 400, scene.last().status == 404);
}

RawRequest eventsOf(const ProbeScene &scene, const QString &calendar)
{
    constexpr qint64 halfAYear = 182;
    const auto stamp = [&scene](qint64 days) {
        return QString::number(scene.now.addDays(days).toMSecsSinceEpoch());
    };
    return readRequest({u"calendars"_s, u"events"_s},
                       {{u"locationId"_s, scene.account},
                        {u"calendarId"_s, calendar},
                        {u"startTime"_s, stamp(-halfAYear)},
                        {u"endTime"_s, stamp(halfAYear)}},
                       u"calendars/events.readonly"_s);
}

//! Somebody who has an appointment in this list.
QString guestIn(const ProbeReply &events)
{
    const QJsonArray list = events.list(u"events"_s);
    for (const QJsonValue &event : list) {
        const QString guest = event.toObject().value(u"contactId"_s).toString();
        if (!guest.isEmpty())
            return guest;
    }
    return {};
}

//! Asks one calendar after the other until somebody has an appointment, then for that person's.
Step appointmentsHaveNoZone(const ProbeScene &scene)
{
    constexpr std::size_t mostCalendars = 5;
    if (scene.step() == 0)
        return readRequest({u"calendars"_s, QString()}, {{u"locationId"_s, scene.account}},
                           u"calendars.readonly"_s);
    const QJsonArray calendars = scene.answers.front().list(u"calendars"_s);
    for (std::size_t i = 1; i < scene.step(); ++i) {
        const QString guest = guestIn(scene.answers[i]);
        if (guest.isEmpty())
            continue;
        if (scene.step() == i + 1)
            return readRequest({u"contacts"_s, guest, u"appointments"_s}, {},
                               u"contacts.readonly"_s);
        const QString start
            = scene.last().list(u"events"_s).first().toObject().value(u"startTime"_s).toString();
        const bool isTime
            = QDateTime::fromString(QString(start).replace(u' ', u'T').left(19), Qt::ISODate)
                  .isValid();
        const bool hasZone = start.endsWith(u'Z') || start.lastIndexOf(u'+') > 0
            || start.lastIndexOf(u'-') > start.indexOf(u':');
        return either(isTime && !hasZone, isTime && hasZone);
    }
    const std::size_t asked = scene.step() - 1;
    if (asked < mostCalendars && asked < static_cast<std::size_t>(calendars.size()))
        return eventsOf(
            scene,
            calendars.at(static_cast<qsizetype>(asked)).toObject().value(u"id"_s).toString());
    return unknown(u"Nobody with an appointment was found."_s);
}

} // namespace

std::vector<Experiment> highLevelViews()
{
    return {
        {Quirk::SearchHitsAreLowerCase, RawEffect::Reads, searchHitsAreLowerCase},
        {Quirk::SearchWindowEnds, RawEffect::Reads, searchWindowEnds},
        {Quirk::UnknownIdAnswers400, RawEffect::Reads, unknownIdAnswers400},
        {Quirk::AppointmentsHaveNoZone, RawEffect::Reads, appointmentsHaveNoZone},
    };
}

} // namespace twinbook
