// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace twinbook {

//! The names under which the values of an enumeration lie in the database, in the order of the
//! enumeration, which counts from 0. The CHECKs in resources/sql list the same names.
template<class Enum, std::size_t Count>
class Names
{
public:
    template<class... Texts>
    constexpr explicit Names(Texts... texts)
        : m_names {texts...}
    { }

    [[nodiscard]] QString of(Enum value) const { return m_names[static_cast<std::size_t>(value)]; }

    //! The first value for a name that is not there; the CHECKs keep such names out.
    [[nodiscard]] Enum valueOf(const QString &name) const
    {
        for (std::size_t i = 0; i < Count; ++i) {
            if (name == m_names[i])
                return static_cast<Enum>(i);
        }
        return Enum {};
    }

private:
    std::array<QLatin1StringView, Count> m_names;
};

} // namespace twinbook
