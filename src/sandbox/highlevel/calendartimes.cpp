// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendartimes.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

QDateTime inZoneOf(const State &state, const QDateTime &moment)
{
    const QTimeZone zone(state.timeZone.toUtf8());
    return zone.isValid() ? moment.toTimeZone(zone) : moment.toUTC();
}

} // namespace

QDateTime momentOf(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
}

QString withOffset(const QDateTime &moment, const State &state)
{
    const QDateTime local = inZoneOf(state, moment);
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODate);
}

QString withoutZone(const QDateTime &moment, const State &state)
{
    return inZoneOf(state, moment).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

Span spanOf(const QJsonObject &record)
{
    return {momentOf(record.value(u"startTime"_s)), momentOf(record.value(u"endTime"_s))};
}

Served<Span> askedSpan(const Call &call)
{
    bool hasStart = false;
    bool hasEnd = false;
    const qint64 start = call.query(u"startTime"_s).toLongLong(&hasStart);
    const qint64 end = call.query(u"endTime"_s).toLongLong(&hasEnd);
    QStringList problems;
    if (!hasStart)
        problems.append(u"startTime must be a number string"_s);
    if (!hasEnd)
        problems.append(u"endTime must be a number string"_s);
    if (!problems.isEmpty())
        return refused(422, problems);
    return Span {QDateTime::fromMSecsSinceEpoch(start, Qt::UTC),
                 QDateTime::fromMSecsSinceEpoch(end, Qt::UTC)};
}

} // namespace twinbook::sandbox::highlevel
