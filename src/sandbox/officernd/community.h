// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/state.h"

namespace twinbook::sandbox::officernd {

//! Gives the members of the state a life: plans and memberships, opportunities in their stages,
//! tickets with comments, bookings, check-ins and visits. The same members and seed give the same
//! lives. To be followed by StatusBoard::computeAll().
void furnishCommunity(State &state, quint64 seed);

} // namespace twinbook::sandbox::officernd
