// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/support/people.h"

namespace twinbook::testing {

//! Two lists that are hard to match: families with one home, phone and mailbox, father and son of
//! one name, desks with one phone and mailbox, short forms, slips, swapped and changed and
//! transliterated names, people who moved house or company, and three of ten without a partner.
struct HardSet
{
    PerSide<std::vector<Someone>> people;
    //! Who each of them is: equal numbers are one person. For judging what was found only.
    PerSide<std::vector<int>> truth;
};

//! The same seed and size give the same lists. `size` is the length of each list.
[[nodiscard]] HardSet hardSet(quint64 seed, int size);

} // namespace twinbook::testing
