// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QHash>

#include <utility>

namespace twinbook {

//! The ids of a person's records on both sides, either may be empty.
using PersonIds = std::pair<RemoteId, RemoteId>;
//! Whom the last run could not write, and the sentence why.
using Failures = QHash<PersonIds, QString>;

[[nodiscard]] PersonIds personIds(const PreparedPlan &prepared, int person);

//! A value as people are shown it. A search hit knows HighLevel's names in lower case only
//! (highlevel.md 2.3): where OfficeRnD's value means the same, its spelling is shown for both.
//! Empty for a side the person is not on.
[[nodiscard]] QString shownValue(const PreparedPlan &prepared, const PersonPlan &person, Side side,
                                 std::size_t row);

//! The window's table for a plan: one row for each person, in the order of the plan, keyed by
//! position + 1.
[[nodiscard]] QList<PeopleRow> peopleRows(const PreparedPlan &prepared, const Failures &failures);

} // namespace twinbook
