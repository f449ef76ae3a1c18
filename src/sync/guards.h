// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"

namespace twinbook {

//! Reasons why a plan must not be applied as it is: a list that was not read to its end, came
//! back empty or more than 20 % shorter while people are linked, or a plan that would erase the
//! values of more than 50 people, or of more than 5 and 10 % of all. Fewer than 10 people may
//! shrink as they like, and a partner that a person has given up is not missed. A glitch of a
//! service must never become a loss (experience.md C05, U48).
[[nodiscard]] std::vector<GuardStop> guardStops(const PlanInput &input, const Plan &plan);

} // namespace twinbook
