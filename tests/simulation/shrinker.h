// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulation/disk.h"
#include "simulation/scenario.h"

namespace twinbook::simulation {

//! The smallest scenario found by leaving out rounds, acts, faults and crashes one by one, that
//! still breaks the first invariant the given one breaks.
[[nodiscard]] Scenario shrunk(Scenario scenario, Disk &disk);

} // namespace twinbook::simulation
