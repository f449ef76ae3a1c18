// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/codec.h"

#include "core/jsonvalue.h"
#include "officernd/customvalues.h"
#include "officernd/details.h"

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

void insertPresent(FieldMap &fields, const FieldKey &key, const FieldValue &value)
{
    if (!value.isAbsent())
        fields.insert(key, value);
}

//! An empty standard field clears in its own type, because the service checks the types.
QJsonValue standardValue(const FieldKey &key, const FieldValue &value, const QuirkSet &quirks)
{
    if (!value.isAbsent())
        return propertyValue(value, quirks);
    if (key == "tags"_L1)
        return QJsonArray();
    return isAmong(flagMembers, key) ? QJsonValue(false) : emptyValue(quirks);
}

//! The custom properties among the writes.
CustomChanges propertyChanges(const FieldWrites &writes)
{
    CustomChanges changes;
    for (const FieldWrite &write : writes) {
        if (write.key.startsWith(propertiesPrefix))
            changes.insert(write.key.mid(propertiesPrefix.size()), write.value);
    }
    return changes;
}

AddressChange addressChange(const FieldWrites &writes)
{
    AddressChange change;
    const std::array<std::pair<QLatin1StringView, Change<QString> *>, 5> members {
        {{"address.street"_L1, &change.street},
         {"address.city"_L1, &change.city},
         {"address.state"_L1, &change.state},
         {"address.zip"_L1, &change.zip},
         {"address.country"_L1, &change.country}}};
    for (const FieldWrite &write : writes) {
        for (const auto &[key, member] : members) {
            if (write.key == key && write.value.isEmpty())
                *member = Change<QString>::emptied();
            else if (write.key == key)
                *member = write.value.toText();
        }
    }
    return change;
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
        insertPresent(fields, name, fieldValue(member.value(name), Type::Text));
    for (const auto name : flagMembers)
        insertPresent(fields, name, fieldValue(member.value(name), Type::Boolean));
    insertPresent(fields, u"tags"_s, fieldValue(member.value("tags"_L1), Type::List));
    insertPresent(fields, u"startDate"_s, fieldValue(member.value("startDate"_L1), Type::Date));

    const auto company = companies.constFind(member.value("company"_L1).toString());
    if (company != companies.cend())
        fields.insert(u"companyName"_s, FieldValue(*company));

    const QJsonObject address = member.value("address"_L1).toObject();
    for (const auto name : addressMembers)
        insertPresent(fields, addressPrefix + name, fieldValue(address.value(name), Type::Text));

    const QJsonObject values = member.value("properties"_L1).toObject();
    for (auto property = properties.cbegin(); property != properties.cend(); ++property) {
        insertPresent(fields, propertiesPrefix + property.key(),
                      fieldValue(values.value(property.key()), property.value()));
    }
    return record;
}

QJsonObject creationBody(const FieldWrites &writes, const QString &location, QDate startDate)
{
    QJsonObject body {{u"location"_s, location}, {u"startDate"_s, toWire(startDate)}};
    const QuirkSet quirks; // nothing is emptied by a creation
    FieldWrites given;
    std::copy_if(writes.cbegin(), writes.cend(), std::back_inserter(given),
                 [](const FieldWrite &write) { return !write.value.isEmpty(); });
    for (const FieldWrite &write : std::as_const(given)) {
        if (isAmong(creatable, write.key))
            body.insert(write.key, propertyValue(write.value, quirks));
    }
    const QJsonObject properties = mergedProperties(propertyChanges(given), {}, quirks);
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

bool needsPresent(const FieldWrites &writes, const QuirkSet &quirks)
{
    return isGiven(addressChange(writes))
        || (!propertyChanges(writes).isEmpty() && quirks.holds(Quirk::PropertiesAreReplaced));
}

QJsonObject updateBody(const FieldWrites &writes, const QJsonObject &present,
                       const QuirkSet &quirks)
{
    Body body(quirks);
    for (const FieldWrite &write : writes) {
        for (const auto name : updatable) {
            if (write.key == name)
                body.keep(name, standardValue(write.key, write.value, quirks));
        }
    }
    body.putObject("address"_L1,
                   merged(addressChange(writes), present.value("address"_L1).toObject(), quirks));
    body.putObject("properties"_L1,
                   mergedProperties(propertyChanges(writes),
                                    present.value("properties"_L1).toObject(), quirks));
    return body.object();
}

} // namespace twinbook::officernd
