// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <utility>
#include <variant>

namespace twinbook::officernd {

//! What an update does to one member of a record: leaves it alone (the default), sets it, or
//! empties it.
template<class T>
class Change
{
public:
    Change() = default;
    Change(T value)
        : m_state(std::move(value))
    { }
    [[nodiscard]] static Change emptied()
    {
        Change change;
        change.m_state = Emptied();
        return change;
    }

    [[nodiscard]] bool isGiven() const { return !std::holds_alternative<std::monostate>(m_state); }
    [[nodiscard]] bool empties() const { return std::holds_alternative<Emptied>(m_state); }
    //! The value to be set, or nullptr.
    [[nodiscard]] const T *value() const { return std::get_if<T>(&m_state); }

private:
    struct Emptied
    { };
    std::variant<std::monostate, Emptied, T> m_state;
};

} // namespace twinbook::officernd
