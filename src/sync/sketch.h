// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/matchkeys.h"

#include <array>

namespace twinbook {

//! What the account's own data is asked about: finer than Trait, because a first name says
//! something else than a last name, and a house number something else than a street.
enum class Aspect : quint8 {
    First,
    Last,
    Email,
    Phone,
    BirthDate,
    Street,
    HouseNumber,
    City,
    PostalCode,
    Company,
    Other1, //!< further mapped fields, in the order of the mapping
    Other2,
    Other3,
    Other4,
};

inline constexpr std::size_t aspectCount = 14;
inline constexpr std::size_t otherCount = 4;

//! One value for each aspect.
template<class T>
struct PerAspect
{
    std::array<T, aspectCount> values {};

    [[nodiscard]] constexpr T &operator[](Aspect aspect)
    {
        return values[static_cast<std::size_t>(aspect)];
    }
    [[nodiscard]] constexpr const T &operator[](Aspect aspect) const
    {
        return values[static_cast<std::size_t>(aspect)];
    }
};

//! The rows that sketches are drawn from.
struct SketchRows
{
    MatchRows roles;
    std::array<int, otherCount> others; //!< -1 where there are fewer

    explicit SketchRows(const Projection &projection);
};

//! Somebody in forms made for comparing with many: every text folded and hashed once.
struct Sketch
{
    PerAspect<QString> texts;
    PerAspect<quint64> hashes; //!< 0 without a text
    PerAspect<float> rarity; //!< log2 of the share of people with that value, once noted
    quint64 lettersHash = 0; //!< of the whole name, without spaces
    quint64 fullFirstHash = 0; //!< of the full form of the first name: "robert" for "bob"
    quint64 mailboxHash = 0;
    const MatchKeys *keys = nullptr;
    int person = 0; //!< index on its side

    //! The e-mail before its @. Valid as long as the text.
    [[nodiscard]] QStringView mailbox() const
    {
        const QStringView email = texts[Aspect::Email];
        return email.left(email.indexOf(u'@'));
    }
};

//! Valid as long as `keys`.
[[nodiscard]] Sketch sketchOf(int person, const Observation &seen, const MatchKeys &keys,
                              const SketchRows &rows);

} // namespace twinbook
