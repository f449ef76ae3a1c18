// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/codec.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

constexpr std::array textMembers {"firstName"_L1,   "lastName"_L1,   "email"_L1,   "phone"_L1,
                                  "companyName"_L1, "address1"_L1,   "city"_L1,    "state"_L1,
                                  "country"_L1,     "postalCode"_L1, "website"_L1, "timezone"_L1,
                                  "source"_L1,      "assignedTo"_L1};

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

//! The format of a date in answers is not documented: a day, a moment or milliseconds.
FieldValue dateValue(const QJsonValue &json)
{
    const QDate date = json.isDouble()
        ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC).date()
        : QDate::fromString(json.toString().left(10), Qt::ISODate);
    return date.isValid() ? FieldValue(date) : FieldValue();
}

bool isTold(const QJsonValue &json)
{
    return !json.isNull() && !json.isUndefined();
}

QJsonValue memberOf(const QJsonObject &contact, QLatin1StringView name)
{
    const QJsonValue value = contact.value(name);
    if (isTold(value))
        return value;
    if (name == "firstName"_L1 || name == "lastName"_L1)
        return contact.value(QString(name + "LowerCase"_L1));
    if (name == "address1"_L1)
        return contact.value("address"_L1);
    return value;
}

} // namespace

FieldValue customValue(const QJsonValue &json, FieldValue::Type type)
{
    if (!isTold(json))
        return {};
    switch (type) {
    case FieldValue::Type::Text:
        return FieldValue(json.isArray() ? textList(json).join(", "_L1) : scalarText(json));
    case FieldValue::Type::List:
        return FieldValue(textList(json));
    case FieldValue::Type::Number: {
        // A number or a text with one (highlevel.md 7 item 14).
        bool valid = json.isDouble();
        const double number = valid ? json.toDouble() : json.toString().toDouble(&valid);
        // "nan" is read as a number that is not even equal to itself.
        return valid && std::isfinite(number) ? FieldValue(number) : FieldValue();
    }
    case FieldValue::Type::Boolean:
        return FieldValue(scalarText(json).compare("true"_L1, Qt::CaseInsensitive) == 0);
    case FieldValue::Type::Date:
        return dateValue(json);
    case FieldValue::Type::Absent:
        break;
    }
    return {};
}

RemoteRecord contactRecord(const QJsonObject &contact, const CustomFieldTypes &types,
                           Fidelity fidelity)
{
    RemoteRecord record;
    record.id = RemoteId(contact.value("id"_L1).toString());
    record.fidelity = fidelity;
    record.modifiedAt
        = QDateTime::fromString(contact.value("dateUpdated"_L1).toString(), Qt::ISODateWithMs)
              .toUTC();
    FieldMap &fields = record.fields;
    for (const auto name : textMembers) {
        const QJsonValue value = memberOf(contact, name);
        if (isTold(value))
            fields.insert(name, FieldValue(scalarText(value)));
    }
    if (contact.value("tags"_L1).isArray())
        fields.insert(u"tags"_s, FieldValue(textList(contact.value("tags"_L1))));
    if (contact.value("dnd"_L1).isBool())
        fields.insert(u"dnd"_s, FieldValue(contact.value("dnd"_L1).toBool()));
    const FieldValue birth = dateValue(contact.value("dateOfBirth"_L1));
    if (!birth.isAbsent())
        fields.insert(u"dateOfBirth"_s, birth);

    const QJsonArray elements = contact.value("customFields"_L1).toArray();
    for (const auto item : elements) {
        const QJsonObject field = item.toObject();
        const QString id = field.value("id"_L1).toString();
        const auto type = types.constFind(id);
        if (type == types.cend())
            continue;
        const FieldValue value = customValue(field.value("value"_L1), *type);
        if (!value.isAbsent())
            fields.insert("customFields."_L1 + id, value);
    }
    return record;
}

QDateTime addedAt(const QJsonObject &contact)
{
    return QDateTime::fromString(contact.value("dateAdded"_L1).toString(), Qt::ISODateWithMs);
}

} // namespace twinbook::highlevel
