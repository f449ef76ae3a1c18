// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/support/world.h"

#include <random>

namespace twinbook::testing {

//! A number of random choices. When they run out, every choice is the first one, which is always
//! the plainest: a failing case shrinks with its number of choices. Much cheaper than a generator
//! for each choice, and planning is looked at hundreds of thousands of times.
class Tape
{
public:
    Tape(quint32 seed, int length)
        : m_random(seed)
        , m_left(length)
    { }
    //! 0 to n - 1.
    [[nodiscard]] int below(int n)
    {
        return m_left-- > 0 ? static_cast<int>(m_random() % static_cast<unsigned>(n)) : 0;
    }
    template<class List>
    [[nodiscard]] auto of(const List &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }
    [[nodiscard]] bool oneIn(int n) { return below(n) == n - 1; }

private:
    std::mt19937 m_random;
    int m_left;
};

//! Up to a dozen people, most of them on both sides with a few differences, some linked, some with
//! a base, under random rules. Values come from small pools, so that people share e-mails, phones
//! and names.
[[nodiscard]] World randomWorld(Tape &tape);

//! People work on both sides: values change, somebody comes, somebody goes.
void edit(World &world, Tape &tape);

//! Somebody answers some of a plan's questions, not always with a choice that fits.
void answerSome(World &world, const Plan &plan, Tape &tape);

//! The world as text, for the report of a failure.
[[nodiscard]] QString drawn(const World &world);

} // namespace twinbook::testing
