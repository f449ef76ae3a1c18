// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/customvalues.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

QString scalarText(const QJsonValue &json)
{
    if (json.isDouble())
        return QString::number(json.toDouble(), 'g', 15);
    if (json.isBool())
        return json.toBool() ? u"true"_s : u"false"_s;
    return json.toString();
}

QStringList textList(const QJsonValue &json)
{
    if (!json.isArray())
        return {scalarText(json)};
    QStringList list;
    const QJsonArray elements = json.toArray();
    for (const auto element : elements)
        list.append(scalarText(element));
    return list;
}

//! Dates are moments at midnight UTC and mean the day (officernd.md 7 item 29).
FieldValue dateValue(const QJsonValue &json)
{
    const QDate date = QDate::fromString(json.toString().left(10), Qt::ISODate);
    return date.isValid() ? FieldValue(date) : FieldValue();
}

} // namespace

FieldValue fieldValue(const QJsonValue &json, FieldValue::Type type)
{
    if (json.isNull() || json.isUndefined())
        return {};
    switch (type) {
    case FieldValue::Type::Text:
        return FieldValue(json.isArray() ? textList(json).join(", "_L1) : scalarText(json));
    case FieldValue::Type::List:
        return FieldValue(textList(json));
    case FieldValue::Type::Number: {
        bool valid = json.isDouble();
        const double number = valid ? json.toDouble() : json.toString().toDouble(&valid);
        // "nan" is read as a number that is not even equal to itself.
        return valid && std::isfinite(number) ? FieldValue(number) : FieldValue();
    }
    case FieldValue::Type::Boolean:
        return json.isBool()
            ? FieldValue(json.toBool())
            : FieldValue(scalarText(json).compare("true"_L1, Qt::CaseInsensitive) == 0);
    case FieldValue::Type::Date:
        return dateValue(json);
    case FieldValue::Type::Absent:
        break;
    }
    return {};
}

QJsonValue propertyValue(const FieldValue &value, const QuirkSet &quirks)
{
    switch (value.type()) {
    case FieldValue::Type::Absent:
        return emptyValue(quirks);
    case FieldValue::Type::Text:
        return value.isEmpty() ? emptyValue(quirks) : toWire(value.text());
    case FieldValue::Type::List:
        return toWire(value.list());
    case FieldValue::Type::Number:
        return toWire(value.number());
    case FieldValue::Type::Boolean:
        return toWire(value.boolean());
    case FieldValue::Type::Date:
        return toWire(value.date());
    }
    Q_UNREACHABLE();
}

QJsonObject mergedProperties(const CustomChanges &changes, const QJsonObject &present,
                             const QuirkSet &quirks)
{
    const bool whole = quirks.holds(Quirk::PropertiesAreReplaced);
    QJsonObject merged = whole ? present : QJsonObject();
    bool changed = false;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        const QJsonValue before = present.value(change.key());
        const QJsonValue after = propertyValue(change.value(), quirks);
        const bool emptyAlready = change->isEmpty() && (before.isUndefined() || before.isNull());
        if (whole && (emptyAlready || before == after))
            continue;
        merged.insert(change.key(), after);
        changed = true;
    }
    return changed ? merged : QJsonObject();
}

std::optional<QStringList> mergedTags(const TagChange &change, const QJsonValue &present)
{
    const QStringList before = present.isArray() ? textList(present) : QStringList();
    QStringList merged = before;
    for (const QString &tag : change.remove)
        merged.removeAll(tag);
    for (const QString &tag : change.add) {
        if (!merged.contains(tag))
            merged.append(tag);
    }
    if (merged == before)
        return std::nullopt;
    return merged;
}

} // namespace twinbook::officernd
