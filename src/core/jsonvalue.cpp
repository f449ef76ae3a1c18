// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonvalue.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString textOf(const QJsonValue &json)
{
    return scalarText(json).value_or(QString());
}

FieldValue numberOf(const QJsonValue &json)
{
    bool valid = json.isDouble();
    const double number = valid ? json.toDouble() : json.toString().toDouble(&valid);
    // "nan" is read as a number that is not even equal to itself.
    return valid && std::isfinite(number) ? FieldValue(number) : FieldValue();
}

} // namespace

std::optional<QString> scalarText(const QJsonValue &json)
{
    if (json.isString())
        return json.toString();
    if (json.isDouble())
        return QString::number(json.toDouble(), 'g', 15);
    if (json.isBool())
        return json.toBool() ? u"true"_s : u"false"_s;
    return std::nullopt;
}

QStringList textList(const QJsonValue &json)
{
    if (!json.isArray())
        return {textOf(json)};
    QStringList list;
    const QJsonArray elements = json.toArray();
    for (const auto element : elements)
        list.append(textOf(element));
    return list;
}

FieldValue fieldValue(const QJsonValue &json, FieldValue::Type type)
{
    if (json.isNull() || json.isUndefined())
        return {};
    switch (type) {
    case FieldValue::Type::Text:
        return FieldValue(json.isArray() ? textList(json).join(", "_L1) : textOf(json));
    case FieldValue::Type::List:
        return FieldValue(textList(json));
    case FieldValue::Type::Number:
        return numberOf(json);
    case FieldValue::Type::Boolean:
        return FieldValue(textOf(json).compare("true"_L1, Qt::CaseInsensitive) == 0);
    case FieldValue::Type::Date: {
        const QDate date = QDate::fromString(json.toString().left(10), Qt::ISODate);
        return date.isValid() ? FieldValue(date) : FieldValue();
    }
    case FieldValue::Type::Absent:
        break;
    }
    return {};
}

} // namespace twinbook
