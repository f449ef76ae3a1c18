// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/customvalues.h"

#include "core/jsonvalue.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

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
