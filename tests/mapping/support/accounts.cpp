// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/support/accounts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace testing {

namespace {

using Type = FieldValue::Type;

FieldSpec field(const FieldKey &key, const QString &title, Type type = Type::Text,
                FieldAccess access = FieldAccess::ReadWrite)
{
    FieldSpec spec;
    spec.key = key;
    spec.title = title;
    spec.type = type;
    spec.access = access;
    return spec;
}

FieldSpec customField(const FieldKey &key, const QString &title, Type type)
{
    FieldSpec spec = field(key, title, type);
    spec.origin = FieldOrigin::Custom;
    return spec;
}

} // namespace

ServiceSchema officeRnDAccount()
{
    ServiceSchema schema;
    schema.accountName = u"Kliment Hub"_s;
    schema.accountId = u"kliment-hub"_s;
    schema.country = u"BG"_s;
    schema.fields = {
        field(u"name"_s, u"Name"_s),
        field(u"email"_s, u"Email"_s),
        field(u"phone"_s, u"Phone"_s),
        field(u"tags"_s, u"Tags"_s, Type::List),
        field(u"companyName"_s, u"Company"_s, Type::Text, FieldAccess::ReadOnly),
        field(u"status"_s, u"Status"_s, Type::Text, FieldAccess::ReadOnly),
        field(u"address.street"_s, u"Street"_s),
        field(u"address.city"_s, u"City"_s),
        field(u"address.state"_s, u"State"_s),
        field(u"address.zip"_s, u"Zip"_s),
        field(u"address.country"_s, u"Country"_s),
        field(u"description"_s, u"Description"_s),
        customField(u"properties.date_of_birth"_s, u"Date of birth"_s, Type::Date),
        customField(u"properties.desks"_s, u"Desks"_s, Type::Number),
        customField(u"properties.parking"_s, u"Parking"_s, Type::Boolean),
        customField(u"properties.shoe_size"_s, u"Shoe size"_s, Type::Number),
    };
    schema.fields[0].need = FieldNeed::RequiredToCreate;
    return schema;
}

ServiceSchema highLevelAccount()
{
    ServiceSchema schema;
    schema.accountName = u"Kliment Hub Marketing"_s;
    schema.accountId = u"ve9EPM428h8vShlRW1KT"_s;
    schema.country = u"BG"_s;
    schema.fields = {
        field(u"firstName"_s, u"First Name"_s),
        field(u"lastName"_s, u"Last Name"_s),
        field(u"email"_s, u"Email"_s),
        field(u"phone"_s, u"Phone"_s),
        field(u"tags"_s, u"Tags"_s, Type::List),
        field(u"companyName"_s, u"Business Name"_s, Type::Text, FieldAccess::CreateOnly),
        field(u"address1"_s, u"Street Address"_s),
        field(u"city"_s, u"City"_s),
        field(u"state"_s, u"State"_s),
        field(u"postalCode"_s, u"Postal Code"_s),
        field(u"country"_s, u"Country"_s),
        field(u"dateOfBirth"_s, u"Date of birth"_s, Type::Date),
        customField(u"customFields.desks"_s, u"Desks"_s, Type::Number),
        customField(u"customFields.parking"_s, u"PARKING "_s, Type::Boolean),
        customField(u"customFields.shoes"_s, u"Shoe size"_s, Type::Text),
    };
    return schema;
}

FieldMapping plainRow(const FieldId &id, Conversion conversion)
{
    FieldMapping row;
    row.id = id;
    row.title = id;
    row.left = {id};
    row.right = {id};
    row.conversion = conversion;
    if (conversion == Conversion::Name)
        row.right = {u"firstName"_s, u"lastName"_s};
    return row;
}

} // namespace testing

char *toString(const FieldValue &value)
{
    const QByteArray json
        = QJsonDocument(QJsonArray {value.toJson()}).toJson(QJsonDocument::Compact);
    return QTest::toString(QString::fromUtf8(json));
}

} // namespace twinbook
