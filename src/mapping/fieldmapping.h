// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "core/side.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace twinbook {

//! Name of one mapping row: "name", "email", "custom-3". Never changes once made, because bases,
//! decisions and history refer to it.
using FieldId = QString;

//! Which way values of a row may flow.
enum class Direction : quint8 { BothWays, ToRight, ToLeft, Off };

//! Whose value counts when both sides changed, or when they differ and never agreed before.
enum class Authority : quint8 { AskMe, Newest, Left, Right, FillOnlyIfEmpty };

//! What an emptied field does to the other side.
enum class EmptyRule : quint8 { NeverErase, Erase };

//! How the two sides spell the same value. Every conversion is reversible on the values it
//! understands and leaves alone what it does not.
enum class Conversion : quint8 {
    AsIs, //!< same type on both sides; text compared without regard to spacing and case
    Name, //!< one text on the left, first and last name on the right; case does not count
    Email, //!< case does not count
    Phone, //!< compared as numbers; E.164 at HighLevel
    Tags, //!< a set; case does not count; OfficeRnD's spelling is kept
    Country, //!< "Bulgaria" on the left, "BG" on the right
    Date, //!< a date, or text that can be read as one
    Number, //!< a number, or text that can be read as one
    YesNo, //!< yes or no, or text that means it
    ValueList, //!< pairs of labels, see FieldMapping::valuePairs
};

//! What a row means for recognising people.
enum class FieldRole : quint8 {
    Plain,
    Name,
    Email,
    Phone,
    Company,
    Tags,
    BirthDate,
    Street,
    City,
    PostalCode,
};

//! "Married" on the left is "M" on the right.
struct ValuePair
{
    QString left;
    QString right;
    friend bool operator==(const ValuePair &, const ValuePair &) = default;
};

//! One line of the field mapping: which fields say the same thing, and the rules between them.
//! A plain row has one field on each side. Conversion::Name has one on the left and two on the
//! right (first, last).
struct FieldMapping
{
    FieldId id;
    QString title; //!< what people call it, in the user's language or as the service does
    QList<FieldKey> left;
    QList<FieldKey> right;
    Conversion conversion = Conversion::AsIs;
    FieldRole role = FieldRole::Plain;
    Direction direction = Direction::BothWays;
    Authority authority = Authority::AskMe;
    EmptyRule emptyRule = EmptyRule::NeverErase;
    QList<ValuePair> valuePairs;

    [[nodiscard]] const QList<FieldKey> &keys(Side side) const
    {
        return side == Side::Left ? left : right;
    }
    //! Whether values may be written to that side at all.
    [[nodiscard]] bool flowsTo(Side side) const
    {
        return direction == Direction::BothWays
            || direction == (side == Side::Left ? Direction::ToLeft : Direction::ToRight);
    }

    friend bool operator==(const FieldMapping &, const FieldMapping &) = default;
};

// Stable names for files, the database and the command line, and back. An unknown name gives
// std::nullopt.
[[nodiscard]] QString directionName(Direction direction);
[[nodiscard]] std::optional<Direction> directionFromName(const QString &name);
[[nodiscard]] QString authorityName(Authority authority);
[[nodiscard]] std::optional<Authority> authorityFromName(const QString &name);
[[nodiscard]] QString conversionName(Conversion conversion);
[[nodiscard]] std::optional<Conversion> conversionFromName(const QString &name);
[[nodiscard]] QString fieldRoleName(FieldRole role);
[[nodiscard]] std::optional<FieldRole> fieldRoleFromName(const QString &name);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::FieldMapping)
