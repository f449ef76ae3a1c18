// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/rivalry.h"

#include <algorithm>

namespace twinbook {

namespace {

constexpr int rounds = 6;
//! More than any evidence can bear, and small enough to be added up.
constexpr double surest = 1e12;

//! What everybody of one list hears, but for what comes from one claim, against that claim's odds.
void pass(const std::vector<double> &odds, const std::vector<std::size_t> &place,
          const std::vector<double> &heard, std::vector<double> &said, std::vector<double> &sums)
{
    std::fill(sums.begin(), sums.end(), 1);
    for (std::size_t i = 0; i < odds.size(); ++i)
        sums[place[i]] += heard[i];
    for (std::size_t i = 0; i < odds.size(); ++i)
        said[i] = odds[i] / std::max(sums[place[i]] - heard[i], 1.0);
}

} // namespace

std::vector<double> settledClaims(const std::vector<Claim> &claims, std::size_t leftCount,
                                  std::size_t rightCount)
{
    const std::size_t count = claims.size();
    std::vector<double> odds(count);
    std::vector<std::size_t> left(count);
    std::vector<std::size_t> right(count);
    for (std::size_t i = 0; i < count; ++i) {
        odds[i] = std::min(claims[i].odds, surest);
        left[i] = claims[i].left;
        right[i] = claims[i].right;
    }
    std::vector<double> fromLeft(odds);
    std::vector<double> fromRight(odds);
    std::vector<double> leftSums(leftCount);
    std::vector<double> rightSums(rightCount);
    for (int round = 0; round < rounds; ++round) {
        pass(odds, right, fromLeft, fromRight, rightSums);
        pass(odds, left, fromRight, fromLeft, leftSums);
    }
    std::fill(rightSums.begin(), rightSums.end(), 1);
    for (std::size_t i = 0; i < count; ++i)
        rightSums[right[i]] += fromLeft[i];
    std::vector<double> probabilities(count);
    for (std::size_t i = 0; i < count; ++i) {
        // What the left one still allows, against all that the right one hears from others.
        const double belief = fromLeft[i] / std::max(rightSums[right[i]] - fromLeft[i], 1.0);
        probabilities[i] = belief / (1 + belief);
    }
    return probabilities;
}

} // namespace twinbook
