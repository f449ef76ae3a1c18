// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/codec.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

constexpr auto addressPrefix = "address."_L1;
constexpr auto propertiesPrefix = "properties."_L1;

constexpr std::array textMembers {"name"_L1, "email"_L1, "phone"_L1, "status"_L1, "description"_L1};
constexpr std::array flagMembers {"isBillingPerson"_L1, "isContactPerson"_L1};
constexpr std::array addressMembers {"street"_L1, "city"_L1, "state"_L1, "zip"_L1, "country"_L1};
constexpr std::array creatable {"name"_L1,           "email"_L1,       "phone"_L1,
                                "tags"_L1,           "description"_L1, "isBillingPerson"_L1,
                                "isContactPerson"_L1};
constexpr std::array updatable {"name"_L1, "email"_L1,           "phone"_L1,
                                "tags"_L1, "isBillingPerson"_L1, "isContactPerson"_L1};

template<class Names>
bool isAmong(const Names &names, const QString &key)
{
    return std::find(names.begin(), names.end(), key) != names.end();
}

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

//! A value in the type its definition promises; absent if it is not one.
FieldValue typedValue(const QJsonValue &json, FieldValue::Type type)
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
        return valid ? FieldValue(number) : FieldValue();
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

void insertPresent(FieldMap &fields, const FieldKey &key, const FieldValue &value)
{
    if (!value.isAbsent())
        fields.insert(key, value);
}

//! An empty custom property clears as null.
QJsonValue wireValue(const FieldValue &value)
{
    switch (value.type()) {
    case FieldValue::Type::Absent:
        return QJsonValue::Null;
    case FieldValue::Type::Text:
        return value.text();
    case FieldValue::Type::List:
        return QJsonArray::fromStringList(value.list());
    case FieldValue::Type::Number:
        return value.number();
    case FieldValue::Type::Boolean:
        return value.boolean();
    case FieldValue::Type::Date:
        return QString(value.date().toString(Qt::ISODate) + "T00:00:00.000Z"_L1);
    }
    Q_UNREACHABLE();
}

//! An empty standard field clears in its own type, because the service checks the types.
QJsonValue wireStandardValue(const FieldKey &key, const FieldValue &value)
{
    if (!value.isAbsent())
        return wireValue(value);
    if (key == "tags"_L1)
        return QJsonArray();
    return isAmong(flagMembers, key) ? QJsonValue(false) : QJsonValue(QString());
}

void collect(QJsonObject &target, const FieldWrites &writes, QLatin1StringView prefix)
{
    for (const FieldWrite &write : writes) {
        if (!write.key.startsWith(prefix))
            continue;
        const QString name = write.key.mid(prefix.size());
        const bool address = prefix == addressPrefix;
        if (address && !isAmong(addressMembers, name))
            continue;
        target.insert(name,
                      address && write.value.isEmpty() ? QJsonValue(QString())
                                                       : wireValue(write.value));
    }
}

} // namespace

RemoteRecord memberRecord(const QJsonObject &member, const CompanyNames &companies,
                          const PropertyTypes &properties)
{
    using Type = FieldValue::Type;

    RemoteRecord record;
    record.id = RemoteId(member.value("_id"_L1).toString());
    record.modifiedAt
        = QDateTime::fromString(member.value("modifiedAt"_L1).toString(), Qt::ISODateWithMs)
              .toUTC();
    FieldMap &fields = record.fields;
    for (const auto name : textMembers)
        insertPresent(fields, name, typedValue(member.value(name), Type::Text));
    for (const auto name : flagMembers)
        insertPresent(fields, name, typedValue(member.value(name), Type::Boolean));
    insertPresent(fields, u"tags"_s, typedValue(member.value("tags"_L1), Type::List));
    insertPresent(fields, u"startDate"_s, typedValue(member.value("startDate"_L1), Type::Date));

    const auto company = companies.constFind(member.value("company"_L1).toString());
    if (company != companies.cend())
        fields.insert(u"companyName"_s, FieldValue(*company));

    const QJsonObject address = member.value("address"_L1).toObject();
    for (const auto name : addressMembers)
        insertPresent(fields, addressPrefix + name, typedValue(address.value(name), Type::Text));

    const QJsonObject values = member.value("properties"_L1).toObject();
    for (auto property = properties.cbegin(); property != properties.cend(); ++property) {
        insertPresent(fields, propertiesPrefix + property.key(),
                      typedValue(values.value(property.key()), property.value()));
    }
    return record;
}

QJsonObject creationBody(const FieldWrites &writes, const QString &location, QDate startDate)
{
    QJsonObject body {{u"location"_s, location},
                      {u"startDate"_s, wireValue(FieldValue(startDate))}};
    QJsonObject properties;
    FieldWrites given;
    std::copy_if(writes.cbegin(), writes.cend(), std::back_inserter(given),
                 [](const FieldWrite &write) { return !write.value.isEmpty(); });
    for (const FieldWrite &write : std::as_const(given)) {
        if (isAmong(creatable, write.key))
            body.insert(write.key, wireValue(write.value));
    }
    collect(properties, given, propertiesPrefix);
    if (!properties.isEmpty())
        body.insert("properties"_L1, properties);
    return body;
}

FieldWrites writesAfterCreation(const FieldWrites &writes)
{
    FieldWrites later;
    std::copy_if(writes.cbegin(), writes.cend(), std::back_inserter(later),
                 [](const FieldWrite &write) {
                     return write.key.startsWith(addressPrefix) && !write.value.isEmpty();
                 });
    return later;
}

bool needsPresent(const FieldWrites &writes)
{
    return std::any_of(writes.cbegin(), writes.cend(), [](const FieldWrite &write) {
        return write.key.startsWith(addressPrefix) || write.key.startsWith(propertiesPrefix);
    });
}

QJsonObject updateBody(const FieldWrites &writes, const QJsonObject &present)
{
    QJsonObject body;
    for (const FieldWrite &write : writes) {
        if (isAmong(updatable, write.key))
            body.insert(write.key, wireStandardValue(write.key, write.value));
    }
    for (const auto prefix : {addressPrefix, propertiesPrefix}) {
        QJsonObject changed;
        collect(changed, writes, prefix);
        if (changed.isEmpty())
            continue;
        const QString member = QString(prefix).chopped(1);
        QJsonObject merged = present.value(member).toObject();
        for (auto value = changed.constBegin(); value != changed.constEnd(); ++value)
            merged.insert(value.key(), value.value());
        body.insert(member, merged);
    }
    return body;
}

} // namespace twinbook::officernd
