// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include "core/normalize.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Mapping)
};

//! A pair of standard fields that mean the same in both services.
FieldMapping standardRow(const FieldId &id, const QString &title, const QList<FieldKey> &left,
                         const QList<FieldKey> &right, Conversion conversion, FieldRole role)
{
    FieldMapping row;
    row.id = id;
    row.title = title;
    row.left = left;
    row.right = right;
    row.conversion = conversion;
    row.role = role;
    return row;
}

QList<FieldMapping> standardRows()
{
    return {
        standardRow(u"name"_s, Tr::tr("Name"), {u"name"_s}, {u"firstName"_s, u"lastName"_s},
                    Conversion::Name, FieldRole::Name),
        standardRow(u"email"_s, Tr::tr("E-mail"), {u"email"_s}, {u"email"_s}, Conversion::Email,
                    FieldRole::Email),
        standardRow(u"phone"_s, Tr::tr("Phone"), {u"phone"_s}, {u"phone"_s}, Conversion::Phone,
                    FieldRole::Phone),
        standardRow(u"company"_s, Tr::tr("Company"), {u"companyName"_s}, {u"companyName"_s},
                    Conversion::AsIs, FieldRole::Company),
        standardRow(u"tags"_s, Tr::tr("Tags"), {u"tags"_s}, {u"tags"_s}, Conversion::Tags,
                    FieldRole::Tags),
        standardRow(u"street"_s, Tr::tr("Street"), {u"address.street"_s}, {u"address1"_s},
                    Conversion::AsIs, FieldRole::Street),
        standardRow(u"city"_s, Tr::tr("City"), {u"address.city"_s}, {u"city"_s}, Conversion::AsIs,
                    FieldRole::City),
        standardRow(u"state"_s, Tr::tr("State"), {u"address.state"_s}, {u"state"_s},
                    Conversion::AsIs, FieldRole::Plain),
        standardRow(u"postal-code"_s, Tr::tr("Postal code"), {u"address.zip"_s}, {u"postalCode"_s},
                    Conversion::AsIs, FieldRole::PostalCode),
        standardRow(u"country"_s, Tr::tr("Country"), {u"address.country"_s}, {u"country"_s},
                    Conversion::Country, FieldRole::Plain),
    };
}

bool offers(const ServiceSchema &schema, const QList<FieldKey> &keys)
{
    return std::all_of(keys.cbegin(), keys.cend(),
                       [&](const FieldKey &key) { return schema.field(key); });
}

bool isBirthDate(const FieldSpec &spec)
{
    static const std::array names {u"date of birth"_s, u"birthday"_s, u"birth date"_s};
    const QString title = foldedText(QString(spec.title).replace(u'_', u' '));
    return std::find(names.cbegin(), names.cend(), title) != names.cend();
}

bool sameMeaning(const FieldSpec &left, const FieldSpec &right)
{
    if (left.type == FieldValue::Type::Date && isBirthDate(left) && isBirthDate(right))
        return true;
    return left.type == right.type && !left.title.isEmpty()
        && foldedText(left.title) == foldedText(right.title);
}

Conversion conversionFor(FieldValue::Type type)
{
    switch (type) {
    case FieldValue::Type::Date:
        return Conversion::Date;
    case FieldValue::Type::Number:
        return Conversion::Number;
    case FieldValue::Type::Boolean:
        return Conversion::YesNo;
    case FieldValue::Type::Absent:
    case FieldValue::Type::Text:
    case FieldValue::Type::List:
        return Conversion::AsIs;
    }
    Q_UNREACHABLE();
}

//! A field that only one service lets us change flows away from the one that does not.
Direction possibleDirection(const ServiceSchema &left, const ServiceSchema &right,
                            const FieldMapping &row)
{
    const FieldSpec *leftSpec = left.field(row.left.constFirst());
    const FieldSpec *rightSpec = right.field(row.right.constFirst());
    if (leftSpec->access == FieldAccess::ReadOnly)
        return rightSpec->access == FieldAccess::ReadOnly ? Direction::Off : Direction::ToRight;
    return rightSpec->access == FieldAccess::ReadOnly ? Direction::ToLeft : Direction::BothWays;
}

} // namespace

MappingProfile suggestedMapping(const ServiceSchema &left, const ServiceSchema &right)
{
    MappingProfile profile;
    QSet<FieldKey> usedRight;
    const QList<FieldMapping> standard = standardRows();
    for (FieldMapping row : standard) {
        if (!offers(left, row.left) || !offers(right, row.right))
            continue;
        row.direction = possibleDirection(left, right, row);
        usedRight.unite(QSet<FieldKey>(row.right.cbegin(), row.right.cend()));
        profile.rows.append(row);
    }
    for (const FieldSpec &spec : left.fields) {
        if (spec.origin != FieldOrigin::Custom || isLinkField(Side::Left, spec))
            continue;
        const auto twin = std::find_if(
            right.fields.cbegin(), right.fields.cend(), [&](const FieldSpec &candidate) {
                return !usedRight.contains(candidate.key) && !isLinkField(Side::Right, candidate)
                    && sameMeaning(spec, candidate);
            });
        if (twin == right.fields.cend())
            continue;
        FieldMapping row = standardRow("custom:"_L1 + spec.key, spec.title, {spec.key}, {twin->key},
                                       conversionFor(spec.type),
                                       isBirthDate(spec) ? FieldRole::BirthDate : FieldRole::Plain);
        row.direction = possibleDirection(left, right, row);
        usedRight.insert(twin->key);
        profile.rows.append(row);
    }
    return profile;
}

} // namespace twinbook
