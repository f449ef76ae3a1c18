// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

constexpr auto customPrefix = "customFields."_L1;

FieldSpec field(const QString &key, const char *title,
                FieldValue::Type type = FieldValue::Type::Text,
                FieldAccess access = FieldAccess::ReadWrite)
{
    return {key,
            QCoreApplication::translate("highlevel", title),
            type,
            access,
            FieldNeed::Optional,
            FieldOrigin::Standard,
            {}};
}

struct TypeOnWire
{
    QLatin1StringView name;
    FieldValue::Type type = FieldValue::Type::Text;
};

// "MONETORY" is the service's spelling.
constexpr std::array wireTypes {TypeOnWire {"TEXT"_L1, FieldValue::Type::Text},
                                TypeOnWire {"LARGE_TEXT"_L1, FieldValue::Type::Text},
                                TypeOnWire {"PHONE"_L1, FieldValue::Type::Text},
                                TypeOnWire {"EMAIL"_L1, FieldValue::Type::Text},
                                TypeOnWire {"SINGLE_OPTIONS"_L1, FieldValue::Type::Text},
                                TypeOnWire {"RADIO"_L1, FieldValue::Type::Text},
                                TypeOnWire {"NUMERICAL"_L1, FieldValue::Type::Number},
                                TypeOnWire {"MONETORY"_L1, FieldValue::Type::Number},
                                TypeOnWire {"CHECKBOX"_L1, FieldValue::Type::List},
                                TypeOnWire {"MULTIPLE_OPTIONS"_L1, FieldValue::Type::List},
                                TypeOnWire {"DATE"_L1, FieldValue::Type::Date}};

} // namespace

QList<FieldSpec> standardFields()
{
    using Type = FieldValue::Type;
    return {
        field(u"firstName"_s, QT_TRANSLATE_NOOP("highlevel", "First Name")),
        field(u"lastName"_s, QT_TRANSLATE_NOOP("highlevel", "Last Name")),
        field(u"email"_s, QT_TRANSLATE_NOOP("highlevel", "Email")),
        field(u"phone"_s, QT_TRANSLATE_NOOP("highlevel", "Phone")),
        field(u"tags"_s, QT_TRANSLATE_NOOP("highlevel", "Tags"), Type::List),
        field(u"companyName"_s, QT_TRANSLATE_NOOP("highlevel", "Business Name"), Type::Text,
              FieldAccess::CreateOnly),
        field(u"address1"_s, QT_TRANSLATE_NOOP("highlevel", "Street Address")),
        field(u"city"_s, QT_TRANSLATE_NOOP("highlevel", "City")),
        field(u"state"_s, QT_TRANSLATE_NOOP("highlevel", "State")),
        field(u"postalCode"_s, QT_TRANSLATE_NOOP("highlevel", "Postal Code")),
        field(u"country"_s, QT_TRANSLATE_NOOP("highlevel", "Country")),
        field(u"website"_s, QT_TRANSLATE_NOOP("highlevel", "Website")),
        field(u"timezone"_s, QT_TRANSLATE_NOOP("highlevel", "Time Zone")),
        field(u"source"_s, QT_TRANSLATE_NOOP("highlevel", "Contact Source")),
        field(u"dateOfBirth"_s, QT_TRANSLATE_NOOP("highlevel", "Date Of Birth"), Type::Date),
        // Consent is never changed by a synchronization (highlevel.md 7 item 16).
        field(u"dnd"_s, QT_TRANSLATE_NOOP("highlevel", "Do Not Disturb"), Type::Boolean,
              FieldAccess::ReadOnly),
        field(u"assignedTo"_s, QT_TRANSLATE_NOOP("highlevel", "Owner"), Type::Text,
              FieldAccess::ReadOnly),
    };
}

std::optional<FieldSpec> customField(const QJsonObject &definition)
{
    const QString id = definition.value("id"_L1).toString();
    const QString wireType = definition.value("dataType"_L1).toString();
    const QString model = definition.value("model"_L1).toString(u"contact"_s);
    if (id.isEmpty() || model != "contact"_L1 || wireType == "FILE_UPLOAD"_L1
        || wireType == "TEXTBOX_LIST"_L1)
        return std::nullopt;

    FieldSpec spec;
    spec.key = customPrefix + id;
    spec.title = definition.value("name"_L1).toString(id);
    spec.origin = FieldOrigin::Custom;
    const auto known = std::find_if(wireTypes.begin(), wireTypes.end(), [&](const auto &candidate) {
        return candidate.name == wireType;
    });
    if (known != wireTypes.end())
        spec.type = known->type;
    else
        spec.access = FieldAccess::ReadOnly;
    const QJsonArray elements = definition.value("picklistOptions"_L1).toArray();
    for (const auto option : elements)
        spec.options.append(option.toString());
    return spec;
}

CustomFieldTypes customFieldTypes(const QList<FieldSpec> &customFields)
{
    CustomFieldTypes types;
    for (const FieldSpec &spec : customFields)
        types.insert(spec.key.mid(customPrefix.size()), spec.type);
    return types;
}

} // namespace twinbook::highlevel
