// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "mapping/mappingprofile.h"

#include <vector>

namespace twinbook {

//! The values of one person in the order of the mapping's rows, spelled alike for both sides:
//! the full name as one text, tags as a list, dates as dates.
using CanonicalValues = std::vector<FieldValue>;

//! A mapping made ready for two accounts: turns the records of both services into comparable
//! values and back into writes. Immutable and free of I/O; may be shared between threads.
class Projection
{
public:
    Projection() = default;
    Projection(MappingProfile profile, const ServiceSchema &left, const ServiceSchema &right);

    [[nodiscard]] const MappingProfile &profile() const { return m_profile; }
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const FieldMapping &row(std::size_t index) const;

    //! In order of the rows; bases are stored by them.
    [[nodiscard]] QList<FieldId> rowIds() const;

    //! First row with that role, or -1.
    [[nodiscard]] int rowWithRole(FieldRole role) const;

    [[nodiscard]] CanonicalValues project(Side side, const FieldMap &fields) const;

    //! Whether two canonical values of a row mean the same. Differences of formatting only
    //! (spaces, the case of names, e-mails and tags, the spelling of phone numbers) do not count.
    [[nodiscard]] bool equivalent(std::size_t row, const FieldValue &a, const FieldValue &b) const;

    //! What that side lets us do with the row.
    enum class Writability : quint8 { Writable, OnlyWhenCreating, Never };
    [[nodiscard]] Writability writability(Side side, std::size_t row) const;

    //! Whether that side would keep the value: HighLevel drops phone numbers it cannot read, a
    //! select field takes its options only, and a needed field cannot be emptied.
    [[nodiscard]] bool canHold(Side side, std::size_t row, const FieldValue &value) const;

    //! The writes that make `value` the row's value on that side. `current` holds the record's
    //! present fields (empty when creating): what already fits is left out, and parts that the
    //! canonical value does not determine, such as where a name is split, are kept.
    [[nodiscard]] FieldWrites writesFor(Side side, std::size_t row, const FieldValue &value,
                                        const FieldMap &current) const;

    //! The other side's id that the record keeps of itself; empty if it keeps none, or none is to
    //! be kept (MappingProfile::linkIds).
    [[nodiscard]] RemoteId counterpart(Side side, const FieldMap &fields) const;
    //! The write that makes the record keep the other side's id: none if it does already, if the
    //! account has no field for it, or none is to be kept.
    [[nodiscard]] FieldWrites linkWrites(Side side, const RemoteId &other,
                                         const FieldMap &current) const;

    //! Country of the account on that side, for reading phone numbers (ISO 3166 alpha-2).
    [[nodiscard]] const QString &country(Side side) const { return m_country[side]; }

private:
    struct Row
    {
        FieldMapping mapping;
        PerSide<Writability> writability;
        PerSide<FieldValue::Type> type; //!< type of the first field on that side
        PerSide<QStringList> options; //!< of a select field; empty means any value
        PerSide<FieldNeed> need;
    };

    MappingProfile m_profile;
    std::vector<Row> m_rows;
    PerSide<FieldKey> m_linkFields; //!< empty where none is kept
    PerSide<QString> m_country;
};

} // namespace twinbook
