// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/matchkeys.h"

#include <array>

namespace twinbook {

//! What two people can be alike in, in the order in which a question tells it.
enum class Trait : quint8 { Name, Email, Phone, Street, City, Company, BirthDate, PostalCode };

inline constexpr std::array allTraits {Trait::Name,      Trait::Email,     Trait::Phone,
                                       Trait::Street,    Trait::City,      Trait::Company,
                                       Trait::BirthDate, Trait::PostalCode};

//! One value for each trait.
template<class T>
struct PerTrait
{
    std::array<T, allTraits.size()> values {};

    [[nodiscard]] constexpr T &operator[](Trait trait)
    {
        return values[static_cast<std::size_t>(trait)];
    }
    [[nodiscard]] constexpr const T &operator[](Trait trait) const
    {
        return values[static_cast<std::size_t>(trait)];
    }
};

//! What is compared in somebody whom no exact key recognised: every text folded once, and not for
//! each of the many people it is compared with.
struct Portrait
{
    //! A few bits of each text, 0 without one: almost all texts that differ differ in them, and
    //! to see that, the text itself need not be fetched.
    PerTrait<quint32> marks;
    PerTrait<QString> texts;
    const MatchKeys *keys = nullptr;
    int person = 0; //!< index on its side
};

//! The row of a mapping that tells of a trait; -1 where the mapping has none.
[[nodiscard]] int rowOf(Trait trait, const MatchRows &rows);

//! Valid as long as `keys`.
[[nodiscard]] Portrait portraitOf(int person, const Observation &seen, const MatchKeys &keys,
                                  const MatchRows &rows);

} // namespace twinbook
