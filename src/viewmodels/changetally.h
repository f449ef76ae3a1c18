// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QString>

namespace twinbook {

//! How much a plan, or the ticked part of it, would change. The counts people see before they
//! press Apply.
struct ChangeTally
{
    PerSide<int> created; //!< people new on that side
    PerSide<int> updated; //!< people changed on that side
    PerSide<int> erased; //!< values that become empty on that side
    PerSide<int> replaced; //!< values that are overwritten on that side
    PerSide<int> filled; //!< empty values that are filled on that side
    int linked = 0; //!< people who are only linked
    int questions = 0; //!< people who need a decision

    [[nodiscard]] int updates() const { return updated.left + updated.right; }
    //! What Apply would do: people created, updated (once for each side) and linked.
    [[nodiscard]] int changes() const { return created.left + created.right + updates() + linked; }
    friend bool operator==(const ChangeTally &, const ChangeTally &) = default;
};

//! The preview's first sentence: "49 changes: 12 new in HighLevel, 30 updates (18 in HighLevel,
//! 12 in OfficeRnD), 4 links, 3 need you."
[[nodiscard]] QString headline(const ChangeTally &tally);

//! What it means for the data there is: "Nothing is deleted. Nothing is erased."
[[nodiscard]] QString reassurance(const ChangeTally &tally);

//! "Apply 46 changes"; "Nothing to apply" for 0.
[[nodiscard]] QString applyText(int changes);

} // namespace twinbook
