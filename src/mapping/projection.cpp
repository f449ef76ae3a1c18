// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/projection.h"

#include "core/country.h"
#include "core/normalize.h"
#include "core/phone.h"
#include "mapping/conversion.h"
#include "mapping/personname.h"

#include <algorithm>

namespace twinbook {

namespace {

Projection::Writability writabilityOf(const ServiceSchema &schema, const QList<FieldKey> &keys)
{
    auto writability = Projection::Writability::Writable;
    for (const FieldKey &key : keys) {
        const FieldSpec *spec = schema.field(key);
        if (!spec || spec->access == FieldAccess::ReadOnly)
            return Projection::Writability::Never;
        if (spec->access == FieldAccess::CreateOnly)
            writability = Projection::Writability::OnlyWhenCreating;
    }
    return keys.isEmpty() ? Projection::Writability::Never : writability;
}

NameParts partsOf(const FieldMapping &row, const FieldMap &fields)
{
    return {fields.value(row.right.value(0)).text(), fields.value(row.right.value(1)).text()};
}

//! Empty if the account has no such field, or not one that holds text and may be written.
FieldKey linkFieldOf(Side side, const ServiceSchema &schema)
{
    const auto found = std::find_if(
        schema.fields.cbegin(), schema.fields.cend(), [side](const FieldSpec &field) {
            return isLinkField(side, field) && field.type == FieldValue::Type::Text
                && field.access == FieldAccess::ReadWrite;
        });
    return found == schema.fields.cend() ? FieldKey() : found->key;
}

bool isSplitName(const FieldMapping &row, Side side)
{
    return row.conversion == Conversion::Name && side == Side::Right && row.right.size() == 2;
}

} // namespace

Projection::Projection(MappingProfile profile, const ServiceSchema &left,
                       const ServiceSchema &right)
    : m_profile(std::move(profile))
    , m_country {left.country, right.country}
{
    const PerSide<const ServiceSchema *> schemas {&left, &right};
    m_rows.reserve(static_cast<std::size_t>(m_profile.rows.size()));
    for (const FieldMapping &mapping : m_profile.rows) {
        Row row;
        row.mapping = mapping;
        for (const Side side : bothSides) {
            row.writability[side] = writabilityOf(*schemas[side], mapping.keys(side));
            if (const FieldSpec *spec = schemas[side]->field(mapping.keys(side).value(0))) {
                row.type[side] = spec->type;
                row.options[side] = spec->options;
                row.need[side] = spec->need;
            }
        }
        m_rows.push_back(std::move(row));
    }
    for (const Side side : bothSides) {
        if (m_profile.linkIds == LinkIds::Kept)
            m_linkFields[side] = linkFieldOf(side, *schemas[side]);
    }
}

RemoteId Projection::counterpart(Side side, const FieldMap &fields) const
{
    return m_linkFields[side].isEmpty()
        ? RemoteId()
        : RemoteId(fields.value(m_linkFields[side]).text().trimmed());
}

FieldWrites Projection::linkWrites(Side side, const RemoteId &other, const FieldMap &current) const
{
    if (m_linkFields[side].isEmpty() || other.isEmpty() || counterpart(side, current) == other)
        return {};
    return {{m_linkFields[side], FieldValue(other.text())}};
}

const FieldMapping &Projection::row(std::size_t index) const
{
    return m_rows[index].mapping;
}

QList<FieldId> Projection::rowIds() const
{
    QList<FieldId> ids;
    ids.reserve(m_profile.rows.size());
    for (const FieldMapping &row : m_profile.rows)
        ids.append(row.id);
    return ids;
}

int Projection::rowWithRole(FieldRole role) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                 [&](const Row &row) { return row.mapping.role == role; });
    return it == m_rows.cend() ? -1 : static_cast<int>(it - m_rows.cbegin());
}

CanonicalValues Projection::project(Side side, const FieldMap &fields) const
{
    CanonicalValues values;
    values.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        if (isSplitName(row.mapping, side)) {
            const FieldValue name(joinedName(partsOf(row.mapping, fields)));
            values.push_back(canonicalValue(row.mapping, side, name));
        } else {
            values.push_back(
                canonicalValue(row.mapping, side, fields.value(row.mapping.keys(side).value(0))));
        }
    }
    return values;
}

bool Projection::equivalent(std::size_t row, const FieldValue &a, const FieldValue &b) const
{
    const QString &country = m_country.left.isEmpty() ? m_country.right : m_country.left;
    return meansTheSame(m_rows[row].mapping, a, b, country);
}

Projection::Writability Projection::writability(Side side, std::size_t row) const
{
    return m_rows[row].writability[side];
}

bool Projection::canHold(Side side, std::size_t index, const FieldValue &value) const
{
    const Row &row = m_rows[index];
    if (value.isEmpty())
        return row.need[side] == FieldNeed::Optional;
    const QString &country = m_country.left.isEmpty() ? m_country.right : m_country.left;
    const FieldValue spelled = spelledValue(row.mapping, side, value, row.type[side], country);
    if (side == Side::Right && row.mapping.conversion == Conversion::Phone
        && phoneE164(spelled.text(), country).isEmpty())
        return false;
    // HighLevel refuses a person whose country is no code (highlevel.md 2.1).
    if (side == Side::Right && row.mapping.conversion == Conversion::Country
        && countryCode(spelled.text()).isEmpty())
        return false;
    if (row.type[side] != FieldValue::Type::Absent && spelled.type() != row.type[side])
        return false;
    // What would come back as something else must not be written: it would never come to rest.
    if (!equivalent(index, canonicalValue(row.mapping, side, spelled), value))
        return false;
    if (row.options[side].isEmpty())
        return true;
    if (spelled.type() == FieldValue::Type::List) {
        const QStringList elements = spelled.list();
        return std::all_of(elements.cbegin(), elements.cend(), [&](const QString &element) {
            return row.options[side].contains(element);
        });
    }
    return row.options[side].contains(spelled.toText());
}

FieldWrites Projection::writesFor(Side side, std::size_t index, const FieldValue &value,
                                  const FieldMap &current) const
{
    const Row &row = m_rows[index];
    const QList<FieldKey> &keys = row.mapping.keys(side);
    if (keys.isEmpty() || row.writability[side] == Writability::Never)
        return {};

    if (isSplitName(row.mapping, side)) {
        const NameParts present = partsOf(row.mapping, current);
        if (equivalent(index, FieldValue(joinedName(present)), value))
            return {};
        const NameParts wanted = splitName(value.text(), present);
        FieldWrites writes;
        if (simplifiedText(wanted.first) != simplifiedText(present.first))
            writes.append({keys.at(0), FieldValue(wanted.first)});
        if (simplifiedText(wanted.last) != simplifiedText(present.last))
            writes.append({keys.at(1), FieldValue(wanted.last)});
        return writes;
    }

    const FieldValue present = current.value(keys.at(0));
    if (equivalent(index, canonicalValue(row.mapping, side, present), value))
        return {};
    const QString &country = m_country.left.isEmpty() ? m_country.right : m_country.left;
    return {{keys.at(0), spelledValue(row.mapping, side, value, row.type[side], country)}};
}

} // namespace twinbook
