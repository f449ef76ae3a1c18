// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/freeslots.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

constexpr int longestDays = 31;
constexpr int shortestSlot = 5; //!< minutes; shorter ones would only fill the answer

struct Hours
{
    QTime open;
    QTime close;
};

//! Of a day of the week as HighLevel counts: Sunday is 0.
QList<Hours> hoursOn(const QJsonObject &calendar, int weekday)
{
    const QJsonArray told = calendar.value(u"openHours"_s).toArray();
    if (told.isEmpty())
        return weekday == 0 || weekday == 6 ? QList<Hours>()
                                            : QList<Hours> {{QTime(9, 0), QTime(17, 0)}};
    QList<Hours> hours;
    for (const QJsonValue &entry : told) {
        if (!entry["daysOfTheWeek"_L1].toArray().contains(weekday))
            continue;
        const QJsonArray spans = entry["hours"_L1].toArray();
        for (const QJsonValue &span : spans)
            hours.append({QTime(span["openHour"_L1].toInt(), span["openMinute"_L1].toInt()),
                          QTime(span["closeHour"_L1].toInt(), span["closeMinute"_L1].toInt())});
    }
    return hours;
}

int slotMinutes(const QJsonObject &calendar)
{
    const int length = calendar.value(u"slotDuration"_s).toInt(30);
    const bool inHours = calendar.value(u"slotDurationUnit"_s) == "hours"_L1;
    return std::clamp(inHours ? length * 60 : length, shortestSlot, 24 * 60);
}

bool isTaken(const Span &slot, const QJsonObject &calendar, const State &state)
{
    for (const RecordTable *table : {&state.appointments, &state.blockedSlots}) {
        for (const auto &[id, event] : table->all()) {
            if (event.value(u"calendarId"_s) == calendar.value(u"id"_s)
                && event.value(u"appointmentStatus"_s) != "cancelled"_L1
                && slot.overlaps(spanOf(event)))
                return true;
        }
    }
    return false;
}

} // namespace

Served<AskedSlots> askedSlots(const Call &call, const State &state)
{
    bool hasStart = false;
    bool hasEnd = false;
    const qint64 start = call.query(u"startDate"_s).toLongLong(&hasStart);
    const qint64 end = call.query(u"endDate"_s).toLongLong(&hasEnd);
    const QString zoneName = call.query(u"timezone"_s);
    const QTimeZone zone((zoneName.isEmpty() ? state.timeZone : zoneName).toUtf8());
    QStringList problems;
    if (!hasStart)
        problems.append(u"startDate must be a number string"_s);
    if (!hasEnd)
        problems.append(u"endDate must be a number string"_s);
    if (!zone.isValid())
        problems.append(u"timezone must be a valid IANA time zone"_s);
    const Span span {QDateTime::fromMSecsSinceEpoch(start, Qt::UTC),
                     QDateTime::fromMSecsSinceEpoch(end, Qt::UTC)};
    if (problems.isEmpty() && span.start.daysTo(span.end) > longestDays)
        problems.append(u"The date range must not be longer than 31 days"_s);
    if (!problems.isEmpty())
        return refused(422, problems);
    return AskedSlots {span, zone};
}

QJsonObject freeSlotsOf(const QJsonObject &calendar, const AskedSlots &asked, const State &state)
{
    const QTimeZone home(state.timeZone.toUtf8());
    const int minutes = slotMinutes(calendar);
    QMap<QString, QJsonArray> days;
    for (QDate day = asked.span.start.toTimeZone(home).date();
         day <= asked.span.end.toTimeZone(home).date(); day = day.addDays(1)) {
        for (const Hours &hours : hoursOn(calendar, day.dayOfWeek() % 7)) {
            const QDateTime close(day, hours.close, home);
            for (QDateTime start(day, hours.open, home); start.addSecs(minutes * 60) <= close;
                 start = start.addSecs(minutes * 60)) {
                const bool isAsked = start >= asked.span.start && start < asked.span.end;
                if (!isAsked || isTaken({start, start.addSecs(minutes * 60)}, calendar, state))
                    continue;
                const QDateTime told = start.toTimeZone(asked.zone);
                days[told.date().toString(Qt::ISODate)].append(
                    told.toOffsetFromUtc(told.offsetFromUtc()).toString(Qt::ISODate));
            }
        }
    }
    QJsonObject answer;
    for (auto day = days.cbegin(); day != days.cend(); ++day)
        answer.insert(day.key(), QJsonObject {{u"slots"_s, day.value()}});
    return answer;
}

} // namespace twinbook::sandbox::highlevel
