// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/customfieldvalues.h"

#include "sandbox/highlevel/bodycheck.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

//! `value` is reported to work as well (highlevel.md 2.6).
QJsonValue writtenValue(const QJsonObject &write)
{
    for (const QString &name : {u"field_value"_s, u"value"_s}) {
        if (write.contains(name))
            return write.value(name);
    }
    return QJsonValue::Null;
}

const QJsonObject *definitionOf(const QJsonObject &write, const State &state)
{
    if (const QString id = write.value(u"id"_s).toString(); !id.isEmpty())
        return state.customFields.find(id);
    QString key = write.value(u"key"_s).toString();
    if (!key.startsWith("contact."_L1))
        key.prepend("contact."_L1);
    const QStringList found = state.customFields.idsWithKey(u"key:"_s + key);
    return found.isEmpty() ? nullptr : state.customFields.find(found.constFirst());
}

bool isEmptyValue(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

//! The value as stored, or undefined if it does not suit the field.
QJsonValue storable(const QJsonValue &value, const QJsonObject &definition)
{
    const QString type = definition.value(u"dataType"_s).toString();
    const QJsonArray options = definition.value(u"picklistOptions"_s).toArray();
    if (type == "NUMERICAL"_L1 || type == "MONETORY"_L1) {
        bool isNumber = value.isDouble();
        const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    if (type == "CHECKBOX"_L1 || type == "MULTIPLE_OPTIONS"_L1) {
        const QJsonArray labels = value.isArray() ? value.toArray() : QJsonArray {value};
        const bool known = std::all_of(labels.begin(), labels.end(), [&](const QJsonValue &label) {
            return options.contains(label);
        });
        return known ? QJsonValue(labels) : QJsonValue(QJsonValue::Undefined);
    }
    if (type == "SINGLE_OPTIONS"_L1 || type == "RADIO"_L1)
        return options.contains(value) ? value : QJsonValue(QJsonValue::Undefined);
    if (type == "DATE"_L1) {
        const bool isDate = QDate::fromString(value.toString(), Qt::ISODate).isValid();
        return isDate ? value : QJsonValue(QJsonValue::Undefined);
    }
    return value.isString() || value.isDouble() ? QJsonValue(value.toVariant().toString())
                                                : QJsonValue(QJsonValue::Undefined);
}

} // namespace

QStringList customFieldViolations(const QJsonArray &writes, const State &state)
{
    FieldRules rules {
        {.name = u"id"_s},
        {.name = u"key"_s},
        {.name = u"value"_s, .kind = FieldRule::Kind::Any},
    };
    if (state.quirks.holds(Quirk::CustomFieldShapesDiffer))
        rules.append({.name = u"field_value"_s, .kind = FieldRule::Kind::Any});
    QStringList found;
    for (qsizetype i = 0; i < writes.size(); ++i) {
        const QString place = u"customFields.%1."_s.arg(i);
        const QJsonObject write = writes.at(i).toObject();
        if (const auto good = acceptedBody(write, rules, {}, state.quirks); !good) {
            const QStringList problems = good.error().message.toVariant().toStringList();
            for (const QString &problem : problems)
                found.append(place + problem);
        } else if (!state.quirks.holds(Quirk::UnknownCustomFieldIsDropped)
                   && !definitionOf(write, state)) {
            found.append(place + u"id is not a custom field of this location"_s);
        }
    }
    return found;
}

QJsonArray mergedCustomFields(const QJsonArray &before, const QJsonArray &writes, FieldMerge merge,
                              const State &state)
{
    QMap<QString, QJsonValue> values;
    if (merge == FieldMerge::ById) {
        for (const QJsonValue &element : before)
            values.insert(element.toObject().value(u"id"_s).toString(),
                          element.toObject().value(u"value"_s));
    }
    for (const QJsonValue &element : writes) {
        const QJsonObject *definition = definitionOf(element.toObject(), state);
        if (!definition)
            continue;
        const QString id = definition->value(u"id"_s).toString();
        const QJsonValue value = writtenValue(element.toObject());
        if (value.isNull() && !state.quirks.holds(Quirk::HighLevelNullClears))
            continue;
        if (isEmptyValue(value)) {
            values.remove(id);
        } else if (const QJsonValue good = storable(value, *definition); !good.isUndefined()) {
            values.insert(id, good);
        }
    }
    QJsonArray after;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        after.append(QJsonObject {{u"id"_s, value.key()}, {u"value"_s, value.value()}});
    return after;
}

} // namespace twinbook::sandbox::highlevel
