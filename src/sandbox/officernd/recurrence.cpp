// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/recurrence.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

constexpr qsizetype mostOccurrences = 1000;
//! No series of the practice organisation is longer than that.
constexpr int mostDays = 366 * 30;

} // namespace

RecurrenceRule RecurrenceRule::parse(const QString &text)
{
    static const QStringList days {u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s};
    RecurrenceRule rule;
    const QStringList parts = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0).toUpper();
        const QString value = part.section(u'=', 1).toUpper();
        if (name == "FREQ"_L1) {
            rule.frequency = value == "DAILY"_L1 ? Frequency::Daily
                : value == "WEEKLY"_L1           ? Frequency::Weekly
                : value == "MONTHLY"_L1          ? Frequency::Monthly
                                                 : Frequency::Once;
        } else if (name == "INTERVAL"_L1) {
            rule.interval = std::max(1, value.toInt());
        } else if (name == "COUNT"_L1) {
            rule.count = std::max(0, value.toInt());
        } else if (name == "UNTIL"_L1) {
            rule.until = QDateTime::fromString(value.first(std::min<qsizetype>(15, value.size())),
                                               u"yyyyMMdd'T'HHmmss"_s);
            rule.until.setTimeSpec(Qt::UTC);
        } else if (name == "BYDAY"_L1) {
            const QStringList named = value.split(u',');
            for (const QString &day : named) {
                if (days.contains(day))
                    rule.weekdays.append(static_cast<int>(days.indexOf(day)) + 1);
            }
        }
    }
    return rule;
}

QList<QDateTime> RecurrenceRule::starts(const QDateTime &first, const QDateTime &from,
                                        const QDateTime &to) const
{
    QList<QDateTime> found;
    int seen = 0;
    QDateTime moment = first;
    for (int day = 0; day < mostDays && moment < to; ++day, moment = first.addDays(day)) {
        if (until.isValid() && moment > until)
            break;
        if (!fallsOn(moment.date(), first.date()))
            continue;
        if (count > 0 && ++seen > count)
            break;
        if (moment >= from)
            found.append(moment);
        if (found.size() >= mostOccurrences)
            break;
    }
    return found;
}

bool RecurrenceRule::fallsOn(const QDate &day, const QDate &first) const
{
    switch (frequency) {
    case Frequency::Once:
        return day == first;
    case Frequency::Daily:
        return first.daysTo(day) % interval == 0;
    case Frequency::Weekly: {
        const QDate firstMonday = first.addDays(1 - first.dayOfWeek());
        const bool ownWeek = firstMonday.daysTo(day) / 7 % interval == 0;
        return ownWeek
            && (weekdays.isEmpty() ? day.dayOfWeek() == first.dayOfWeek()
                                   : weekdays.contains(day.dayOfWeek()));
    }
    case Frequency::Monthly: {
        const int months = (day.year() - first.year()) * 12 + day.month() - first.month();
        return day.day() == first.day() && months % interval == 0;
    }
    }
    return false;
}

} // namespace twinbook::sandbox::officernd
