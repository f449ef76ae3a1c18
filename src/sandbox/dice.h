// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace twinbook::sandbox {

//! Repeatable random numbers (SplitMix64). The distributions of the standard library may differ
//! between implementations; invented people may not.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    { }

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    //! 0 ... limit - 1; limit must be positive.
    [[nodiscard]] int below(int limit)
    {
        return static_cast<int>(next() % static_cast<quint64>(limit));
    }
    [[nodiscard]] bool percent(int chance) { return below(100) < chance; }
    template<class T>
    [[nodiscard]] const T &pick(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

private:
    quint64 m_state;
};

} // namespace twinbook::sandbox
