// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

namespace twinbook {

//! Compares both sides in full under the mapping. `prepared` must come from a fresh look;
//! `mappingVersion` is the number of its mapping. Pure.
[[nodiscard]] VerifyReport verificationOf(const PreparedPlan &prepared, int mappingVersion);

} // namespace twinbook
