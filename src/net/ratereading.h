// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpheaders.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace twinbook {

//! Reading and changing have separate allowances at OfficeRnD (officernd.md 3).
enum class RateClass : quint8 { Read, Write };

//! How many requests a service allows in how much time.
struct RateWindow
{
    int limit = 1;
    std::chrono::milliseconds length = std::chrono::seconds(1);

    friend bool operator==(const RateWindow &, const RateWindow &) = default;
};

//! What one reply told about the allowance of a short window.
struct RateReading
{
    RateWindow window;
    int remaining = 0;
    //! UTC, when the window ends; OfficeRnD tells it, HighLevel does not.
    std::optional<QDateTime> resetAt {};
};

//! What one reply told about the allowance of the day.
struct DailyReading
{
    int limit = 1;
    int remaining = 0;
    std::optional<QDateTime> resetAt {}; //!< UTC
};

//! Reads the headers of both services: `X-RateLimit-Max`, `-Remaining` and
//! `-Interval-Milliseconds` (highlevel.md 3), `x-ratelimit-limit|remaining|reset-read|write-minute`
//! (officernd.md 3). If the reply has neither, what standardLimits() finds, as either service may
//! come to tell it; the allowance of which the smallest part is left, if there are several. Nothing
//! if there is none.
[[nodiscard]] std::optional<RateReading> rateReading(const HttpHeaders &headers,
                                                     RateClass rateClass, const QDateTime &now);

//! Reads `X-RateLimit-Limit-Daily` and `X-RateLimit-Daily-Remaining` (highlevel.md 3), or
//! `x-ratelimit-limit|remaining|reset-read|write-day` (officernd.md 3). The names for writes are
//! by symmetry (officernd.md 9 item 1). Else the standardLimits() of a day.
[[nodiscard]] std::optional<DailyReading> dailyReading(const HttpHeaders &headers,
                                                       RateClass rateClass, const QDateTime &now);

} // namespace twinbook
