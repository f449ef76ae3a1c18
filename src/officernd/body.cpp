// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/body.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

QJsonValue toWire(const QString &text)
{
    return text;
}

QJsonValue toWire(bool flag)
{
    return flag;
}

QJsonValue toWire(double number)
{
    return number;
}

QJsonValue toWire(QDate day)
{
    return QString(day.toString(Qt::ISODate) + "T00:00:00.000Z"_L1);
}

QJsonValue toWire(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz'Z'"_s);
}

QJsonValue toWire(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

QJsonValue emptyValue(const QuirkSet &quirks)
{
    return quirks.holds(Quirk::OfficeRnDNullClears) ? QJsonValue(QJsonValue::Null)
                                                    : QJsonValue(QString());
}

} // namespace twinbook::officernd
