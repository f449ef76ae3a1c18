// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace twinbook {

//! The two services in pure code. Left is OfficeRnD, right is HighLevel, always.
//! Anything a person reads uses serviceName() instead.
enum class Side : quint8 {
    Left,
    Right,
};

inline constexpr std::array bothSides {Side::Left, Side::Right};

[[nodiscard]] constexpr Side opposite(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

//! "OfficeRnD" or "HighLevel": product names, never translated.
[[nodiscard]] QString serviceName(Side side);

//! "officernd" or "highlevel": for command lines, files and the database.
[[nodiscard]] QString serviceKey(Side side);

//! A pair of things of the same kind, one for each side.
template<class T>
struct PerSide
{
    T left {};
    T right {};

    [[nodiscard]] T &operator[](Side side) { return side == Side::Left ? left : right; }
    [[nodiscard]] const T &operator[](Side side) const { return side == Side::Left ? left : right; }
    friend bool operator==(const PerSide &, const PerSide &) = default;
};

} // namespace twinbook
