// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/fieldmerge.h"

namespace twinbook::testing {

//! One case of the decision table for a row of plain text, described apart from the projection.
struct MergeCase
{
    QString left; //!< empty is no value
    QString right;
    bool hasBase = false;
    QString baseLeft;
    QString baseRight;
    Direction direction = Direction::BothWays;
    Authority authority = Authority::AskMe;
    EmptyRule emptyRule = EmptyRule::NeverErase;
    PerSide<FieldAccess> access;
    PerSide<FieldNeed> need;
    int newer = 0; //!< -1 left, 1 right, 0 unknown
    std::optional<Answer> answer;
};

//! What mergeField() has to say, worked out a second time from the table in sync/fieldmerge.h and
//! the rules of the mapping, without looking at how it is done there. `row` is always 0.
[[nodiscard]] FieldPlan expectedMerge(const MergeCase &given);

} // namespace twinbook::testing
