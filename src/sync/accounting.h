// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"

namespace twinbook {

//! Counts what a plan would do.
[[nodiscard]] PlanCounts countsOf(const PlanInput &input, const Plan &plan);

//! The proof at the end of planning: every record of both sides is in exactly one row. An error
//! of kind Bug otherwise; such a plan must not leave the planner.
[[nodiscard]] Result<> everybodyAccountedFor(const PlanInput &input, const Plan &plan);

} // namespace twinbook
