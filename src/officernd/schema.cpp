// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/schema.h"

#include "core/side.h"
#include "officernd/customproperties.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

constexpr auto propertiesPrefix = "properties."_L1;

FieldSpec field(const QString &key, const char *title,
                FieldValue::Type type = FieldValue::Type::Text,
                FieldAccess access = FieldAccess::ReadWrite, FieldNeed need = FieldNeed::Optional)
{
    return {key,  QCoreApplication::translate("officernd", title),
            type, access,
            need, FieldOrigin::Standard,
            {}};
}

} // namespace

QList<FieldSpec> standardFields()
{
    using Type = FieldValue::Type;
    constexpr auto readOnly = FieldAccess::ReadOnly;
    return {
        field(u"name"_s, QT_TRANSLATE_NOOP("officernd", "Name"), Type::Text, FieldAccess::ReadWrite,
              FieldNeed::RequiredToCreate),
        field(u"email"_s, QT_TRANSLATE_NOOP("officernd", "Email")),
        field(u"phone"_s, QT_TRANSLATE_NOOP("officernd", "Phone")),
        field(u"tags"_s, QT_TRANSLATE_NOOP("officernd", "Tags"), Type::List),
        field(u"companyName"_s, QT_TRANSLATE_NOOP("officernd", "Company"), Type::Text, readOnly),
        field(u"status"_s, QT_TRANSLATE_NOOP("officernd", "Status"), Type::Text, readOnly),
        field(u"startDate"_s, QT_TRANSLATE_NOOP("officernd", "Start Date"), Type::Date, readOnly),
        field(u"address.street"_s, QT_TRANSLATE_NOOP("officernd", "Street")),
        field(u"address.city"_s, QT_TRANSLATE_NOOP("officernd", "City")),
        field(u"address.state"_s, QT_TRANSLATE_NOOP("officernd", "State")),
        field(u"address.zip"_s, QT_TRANSLATE_NOOP("officernd", "Zip Code")),
        field(u"address.country"_s, QT_TRANSLATE_NOOP("officernd", "Country")),
        // Not among the members that an update is known to take (officernd.md 2.1).
        field(u"description"_s, QT_TRANSLATE_NOOP("officernd", "Description"), Type::Text,
              FieldAccess::CreateOnly),
        field(u"isBillingPerson"_s, QT_TRANSLATE_NOOP("officernd", "Billing Person"),
              Type::Boolean),
        field(u"isContactPerson"_s, QT_TRANSLATE_NOOP("officernd", "Contact Person"),
              Type::Boolean),
    };
}

std::optional<FieldSpec> propertyField(const QJsonObject &json)
{
    const Result<CustomProperty> property = decoded<CustomProperty>(json, serviceName(Side::Left));
    if (!property || property->key.isEmpty() || !property->type
        || !property->targets.contains(PropertyTarget::Member))
        return std::nullopt;
    const auto type = valueTypeOf(*property->type);
    if (!type)
        return std::nullopt;

    FieldSpec spec;
    spec.key = propertiesPrefix + property->key;
    spec.title = property->title.value_or(property->key);
    spec.type = *type;
    spec.origin = FieldOrigin::Custom;
    spec.options = property->values.value_or(QStringList());
    return spec;
}

PropertyTypes propertyTypes(const QList<FieldSpec> &propertyFields)
{
    PropertyTypes types;
    for (const FieldSpec &spec : propertyFields)
        types.insert(spec.key.mid(propertiesPrefix.size()), spec.type);
    return types;
}

} // namespace twinbook::officernd
