// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/mappingwords.h"

#include <QCoreApplication>

namespace twinbook {

namespace {

struct MappingWords
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::MappingWords)
};

} // namespace

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::BothWays:
        return MappingWords::tr("Both ways");
    case Direction::ToRight:
        return MappingWords::tr("Only to HighLevel");
    case Direction::ToLeft:
        return MappingWords::tr("Only to OfficeRnD");
    case Direction::Off:
        return MappingWords::tr("Off");
    }
    return {};
}

QString authorityText(Authority authority)
{
    switch (authority) {
    case Authority::AskMe:
        return MappingWords::tr("Ask me");
    case Authority::Newest:
        return MappingWords::tr("Use the newest");
    case Authority::Left:
        return MappingWords::tr("Use OfficeRnD");
    case Authority::Right:
        return MappingWords::tr("Use HighLevel");
    case Authority::FillOnlyIfEmpty:
        return MappingWords::tr("Fill only if empty");
    }
    return {};
}

QString emptyRuleText(EmptyRule rule)
{
    switch (rule) {
    case EmptyRule::NeverErase:
        return MappingWords::tr("Never erase");
    case EmptyRule::Erase:
        return MappingWords::tr("Erase on the other side too");
    }
    return {};
}

QString emptyRuleConsequence(const FieldMapping &row)
{
    if (row.emptyRule == EmptyRule::NeverErase)
        return MappingWords::tr("If %1 is emptied in one service, the other keeps its value.")
            .arg(row.title);
    switch (row.direction) {
    case Direction::BothWays:
        return MappingWords::tr("If %1 is emptied in one service, it is erased in the other as "
                                "well. Every such change is listed in the preview first.")
            .arg(row.title);
    case Direction::ToRight:
        return MappingWords::tr("If %1 is emptied in OfficeRnD, it is erased in HighLevel as well. "
                                "Every such change is listed in the preview first.")
            .arg(row.title);
    case Direction::ToLeft:
        return MappingWords::tr("If %1 is emptied in HighLevel, it is erased in OfficeRnD as well. "
                                "Every such change is listed in the preview first.")
            .arg(row.title);
    case Direction::Off:
        return MappingWords::tr("Nothing happens while this field is off.");
    }
    return {};
}

QString conversionText(Conversion conversion)
{
    switch (conversion) {
    case Conversion::AsIs:
        return MappingWords::tr("As it is");
    case Conversion::Name:
        return MappingWords::tr("Full name, split into first and last");
    case Conversion::Email:
        return MappingWords::tr("E-mail address");
    case Conversion::Phone:
        return MappingWords::tr("Phone number, with country");
    case Conversion::Tags:
        return MappingWords::tr("Set of tags");
    case Conversion::Country:
        return MappingWords::tr("Country name and its code");
    case Conversion::Date:
        return MappingWords::tr("Read as date");
    case Conversion::Number:
        return MappingWords::tr("Read as number");
    case Conversion::YesNo:
        return MappingWords::tr("Read as yes or no");
    case Conversion::ValueList:
        return MappingWords::tr("List of values");
    }
    return {};
}

QString valueTypeText(FieldValue::Type type)
{
    switch (type) {
    case FieldValue::Type::Absent:
        return MappingWords::tr("unknown");
    case FieldValue::Type::Text:
        return MappingWords::tr("text");
    case FieldValue::Type::List:
        return MappingWords::tr("list");
    case FieldValue::Type::Number:
        return MappingWords::tr("number");
    case FieldValue::Type::Boolean:
        return MappingWords::tr("yes or no");
    case FieldValue::Type::Date:
        return MappingWords::tr("date");
    }
    return {};
}

} // namespace twinbook
