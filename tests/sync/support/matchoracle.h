// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/matching.h"

namespace twinbook::testing {

//! What match() must find, told the plainest way: every pair of people is looked at, every text is
//! folded again, nothing is sorted, hashed or left out early. `compared` counts the pairs that
//! share a key which not too many have.
[[nodiscard]] MatchResult matchPlainly(const Projection &projection, const SideState &left,
                                       const SideState &right,
                                       const PerSide<std::vector<MatchKeys>> &keys,
                                       const Unmatched &unmatched, const Judgements &judgements);

} // namespace twinbook::testing
