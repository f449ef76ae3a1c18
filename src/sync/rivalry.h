// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

namespace twinbook {

//! Two people, as places in two lists, and the odds that they are one person if nobody else is
//! looked at.
struct Claim
{
    std::size_t left = 0;
    std::size_t right = 0;
    double odds = 0;
};

//! How likely each claim is once everybody can be only one person: a record that two others claim
//! with equal right belongs to either of them half the time. Worked out by passing messages between
//! the two lists (belief propagation), which is exact wherever claims do not form a circle.
//! In the order of the claims, which are sorted by left, then right, each pair once.
[[nodiscard]] std::vector<double> settledClaims(const std::vector<Claim> &claims,
                                                std::size_t leftCount, std::size_t rightCount);

} // namespace twinbook
