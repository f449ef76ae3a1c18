// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/wire.h"

#include "core/jsonvalue.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

//! "2021-07-16 11:00:00" stands in the zone that goes along (highlevel.md 2.5); everything else
//! names its own.
QDateTime momentOf(QString text, const QTimeZone &zoneless)
{
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    const QDateTime told = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!told.isValid() || told.timeSpec() != Qt::LocalTime)
        return told.toUTC();
    return QDateTime(told.date(), told.time(), zoneless).toUTC();
}

} // namespace

bool isTold(const QJsonValue &json)
{
    return !json.isUndefined() && !json.isNull() && !(json.isString() && json.toString().isEmpty());
}

bool fromWire(const QJsonValue &json, QString &text, Reading &)
{
    const auto told = json.isBool() ? std::nullopt : scalarText(json);
    text = told.value_or(QString());
    return told.has_value();
}

bool fromWire(const QJsonValue &json, bool &flag, Reading &)
{
    if (json.isBool())
        flag = json.toBool();
    else if (json.toString() == "true"_L1 || json.toString() == "false"_L1)
        flag = json.toString() == "true"_L1;
    else
        return false;
    return true;
}

bool fromWire(const QJsonValue &json, double &number, Reading &)
{
    bool usable = json.isDouble();
    number = usable ? json.toDouble() : json.toString().toDouble(&usable);
    return usable && std::isfinite(number);
}

bool fromWire(const QJsonValue &json, int &number, Reading &reading)
{
    double told = 0;
    if (!fromWire(json, told, reading) || told < -2e9 || told > 2e9)
        return false;
    number = static_cast<int>(told);
    return true;
}

bool fromWire(const QJsonValue &json, QDateTime &moment, Reading &reading)
{
    moment = json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC)
                             : momentOf(json.toString(), reading.zoneless);
    return moment.isValid();
}

bool fromWire(const QJsonValue &json, QDate &day, Reading &)
{
    day = json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC).date()
                          : QDate::fromString(json.toString().left(10), Qt::ISODate);
    return day.isValid();
}

bool fromWire(const QJsonValue &json, QJsonObject &object, Reading &)
{
    object = json.toObject();
    return json.isObject();
}

bool fromWire(const QJsonValue &json, QJsonArray &array, Reading &)
{
    array = json.toArray();
    return json.isArray();
}

bool fromWire(const QJsonValue &json, QJsonValue &any, Reading &)
{
    any = json;
    return true;
}

QJsonValue toWire(const QString &text, const QuirkSet &)
{
    return text;
}

QJsonValue toWire(bool flag, const QuirkSet &)
{
    return flag;
}

QJsonValue toWire(double number, const QuirkSet &)
{
    return number;
}

QJsonValue toWire(int number, const QuirkSet &)
{
    return number;
}

QJsonValue toWire(const QDateTime &moment, const QuirkSet &)
{
    return moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

QJsonValue toWire(const QDate &day, const QuirkSet &)
{
    return day.toString(Qt::ISODate);
}

QJsonValue toWire(const QJsonObject &object, const QuirkSet &)
{
    return object;
}

QJsonValue clearedValue(Clearing clearing, const QuirkSet &quirks)
{
    if (clearing == Clearing::ByNull && quirks.holds(Quirk::HighLevelNullClears))
        return QJsonValue::Null;
    return QString();
}

} // namespace twinbook::highlevel
