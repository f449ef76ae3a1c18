// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/support/world.h"

namespace twinbook::testing {

//! Choices read from random bytes. When the bytes run out, every choice is the first one, which is
//! always the plainest: a failing case shrinks with its bytes.
class Tape
{
public:
    explicit Tape(const std::vector<quint8> &bytes)
        : m_bytes(bytes)
    { }
    //! 0 to n - 1.
    [[nodiscard]] int below(int n) { return m_at < m_bytes.size() ? m_bytes[m_at++] % n : 0; }
    template<class List>
    [[nodiscard]] auto of(const List &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }
    [[nodiscard]] bool oneIn(int n) { return below(n) == n - 1; }

private:
    const std::vector<quint8> &m_bytes;
    std::size_t m_at = 0;
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
