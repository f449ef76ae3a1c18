// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <iterator>

namespace twinbook::fuzz {

//! Chance that can be repeated (SplitMix64): the same start gives the same throws everywhere.
class Chance
{
public:
    explicit Chance(quint64 start)
        : m_state(start)
    { }

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    //! From 0 to `end` - 1; 0 if there is nothing to choose from.
    qsizetype below(qsizetype end)
    {
        return end > 0 ? static_cast<qsizetype>(next() % static_cast<quint64>(end)) : 0;
    }

    [[nodiscard]] bool oneIn(qsizetype times) { return below(times) == 0; }

    template<class List>
    const auto &of(const List &list)
    {
        return *std::next(std::begin(list), below(static_cast<qsizetype>(std::size(list))));
    }

private:
    quint64 m_state;
};

} // namespace twinbook::fuzz
