// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpheaders.h"

#include <QList>

#include <chrono>
#include <optional>

namespace twinbook {

//! One allowance as a reply told it in the words of the IETF's draft "RateLimit header fields for
//! HTTP". All numbers are plausible: not negative and not beyond any real one.
struct StandardLimit
{
    int limit = 1; //!< at least 1
    int remaining = 0; //!< at most `limit`
    std::chrono::seconds window {};
    std::optional<std::chrono::seconds> reset {}; //!< from now on, at most `window`

    friend bool operator==(const StandardLimit &, const StandardLimit &) = default;
};

//! Every allowance of the reply, in its order. Reads the three forms that the draft has had:
//! - `RateLimit-Limit`, `-Remaining` and `-Reset`, with the windows as `100;w=60` behind the limit
//!   or in `RateLimit-Policy` (until its sixth edition)
//! - `RateLimit: limit=100, remaining=50, reset=5` with `RateLimit-Policy: 100;w=60` (the seventh)
//! - `RateLimit: "burst";r=50;t=5` with `RateLimit-Policy: "burst";q=100;w=60` (since then)
//!
//! A window that is not told is taken as the shortest of a minute, an hour and a day that the
//! reset fits into. What is not a number, is negative or has no limit is left out.
[[nodiscard]] QList<StandardLimit> standardLimits(const HttpHeaders &headers);

} // namespace twinbook
