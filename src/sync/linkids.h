// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/observation.h"

#include <functional>
#include <utility>
#include <vector>

namespace twinbook {

//! What the services keep of each other's people (Observation::counterpart) says; indexes into the
//! two sides, nobody twice.
struct LinkIdFindings
{
    std::vector<std::pair<int, int>> agreed; //!< one person for sure
    std::vector<std::pair<int, int>> contradicting; //!< for a person to say
};

//! Both keep each other's id, or one of them does and nobody else names either: one person.
//! Anything else contradicts, such as a copied record, which keeps the number of the one it was
//! copied from; but somebody whom both sides name is left to them. Ids of people who are not among
//! these say nothing. `areDifferent` tells what a person said.
[[nodiscard]] LinkIdFindings matchLinkIds(const SideState &left, const SideState &right,
                                          const std::vector<int> &lefts,
                                          const std::vector<int> &rights,
                                          const std::function<bool(int, int)> &areDifferent);

} // namespace twinbook
