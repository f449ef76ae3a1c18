// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/customproperties.h"

#include "officernd/resourcejobs.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

//! "Multi-Select", "multi_select" and "multiselect" are the same (officernd.md 2.6).
PropertyType typeNamed(QString word)
{
    word.remove(u'-').remove(u'_').remove(u' ');
    return ObjectReader::enumerator<PropertyType>(word);
}

} // namespace

QList<std::pair<QLatin1StringView, PropertyType>> wireNames(PropertyType)
{
    return {{"string"_L1, PropertyType::String},   {"text"_L1, PropertyType::Text},
            {"number"_L1, PropertyType::Number},   {"date"_L1, PropertyType::Date},
            {"boolean"_L1, PropertyType::Boolean}, {"select"_L1, PropertyType::Select},
            {"file"_L1, PropertyType::File},       {"multiselect"_L1, PropertyType::MultiSelect}};
}

QList<std::pair<QLatin1StringView, PropertyPrivacy>> wireNames(PropertyPrivacy)
{
    return {{"public"_L1, PropertyPrivacy::Public},
            {"protected"_L1, PropertyPrivacy::Protected},
            {"admin"_L1, PropertyPrivacy::Admin}};
}

QList<std::pair<QLatin1StringView, PropertyTarget>> wireNames(PropertyTarget)
{
    return {{"member"_L1, PropertyTarget::Member},
            {"team"_L1, PropertyTarget::Company},
            {"company"_L1, PropertyTarget::Company},
            {"office"_L1, PropertyTarget::Location},
            {"location"_L1, PropertyTarget::Location},
            {"lead"_L1, PropertyTarget::Opportunity},
            {"opportunity"_L1, PropertyTarget::Opportunity},
            {"bookings"_L1, PropertyTarget::Booking},
            {"booking"_L1, PropertyTarget::Booking},
            {"invoice"_L1, PropertyTarget::Invoice},
            {"contract"_L1, PropertyTarget::Contract},
            {"plan-membership"_L1, PropertyTarget::PlanMembership},
            {"plan-fee"_L1, PropertyTarget::PlanFee}};
}

void readFrom(ObjectReader &in, CustomProperty &property)
{
    in.require("_id"_L1, property.id);
    in.require("key"_L1, property.key);
    in.read("title"_L1, property.title);
    in.read("placeholder"_L1, property.placeholder);
    std::optional<QString> type;
    in.read("type"_L1, type);
    if (type)
        property.type = typeNamed(*type);
    in.read("privacy"_L1, property.privacy);
    std::optional<QStringList> targets;
    in.read("targets"_L1, targets);
    for (const QString &target : targets.value_or(QStringList()))
        property.targets.append(ObjectReader::enumerator<PropertyTarget>(target));
    in.read("values"_L1, property.values);
    in.read("rates"_L1, property.rates);
}

std::optional<FieldValue::Type> valueTypeOf(PropertyType type)
{
    switch (type) {
    case PropertyType::String:
    case PropertyType::Text:
    case PropertyType::Select:
        return FieldValue::Type::Text;
    case PropertyType::Number:
        return FieldValue::Type::Number;
    case PropertyType::Date:
        return FieldValue::Type::Date;
    case PropertyType::Boolean:
        return FieldValue::Type::Boolean;
    case PropertyType::MultiSelect:
        return FieldValue::Type::List;
    case PropertyType::File:
    case PropertyType::Other:
        break;
    }
    return std::nullopt;
}

ListJob<CustomProperty> CustomProperties::list(std::optional<PropertyTarget> target) const
{
    return listJob<CustomProperty>(m_account, ListQuery(Operation::ListCustomProperties),
                                   [target](const CustomProperty &property) {
                                       return !target || property.targets.contains(*target);
                                   });
}

} // namespace twinbook::officernd
