// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"
#include "viewmodels/peopletablemodel.h"
#include "viewmodels/runhistorymodel.h"

namespace twinbook {

//! Icon and tone that go with a word; the word is always shown beside them.
struct RowLook
{
    Icon icon;
    Tone tone;
};

[[nodiscard]] RowLook lookOf(RowState state);
//! As lookOf(state), with arrows that show which system will be changed.
[[nodiscard]] RowLook lookOf(const PeopleRow &row);
[[nodiscard]] RowLook lookOf(RunHistoryModel::Outcome outcome);

} // namespace twinbook
