// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "net/httprequest.h"
#include "net/transport.h"

#include <chrono>
#include <optional>

namespace twinbook {

//! One finished attempt, as far as it matters for another one.
struct Attempt
{
    int number = 1; //!< from 1
    ErrorKind kind = ErrorKind::Bug;
    TransportFault transport = TransportFault::None;
    Repetition repetition = Repetition::Safe;
    std::optional<std::chrono::milliseconds> retryAfter {};
};

//! How often and how patiently one kind of failure is tried again.
struct RetryRow
{
    int attempts = 1; //!< in all, the first included
    std::chrono::milliseconds base {};
    std::chrono::milliseconds cap {};
};

struct RetryTable
{
    RetryRow network {4, std::chrono::milliseconds(500), std::chrono::seconds(8)};
    RetryRow timeout {2, std::chrono::seconds(1), std::chrono::seconds(4)};
    RetryRow rateLimited {6, std::chrono::seconds(1), std::chrono::seconds(60)};
    //! Two retries: at OfficeRnD a 500 is often permanent (officernd.md 5).
    RetryRow serverFault {3, std::chrono::seconds(1), std::chrono::seconds(8)};
    //! A service that wants a longer pause than this gets none of our waiting; the run ends and
    //! says when to come back.
    std::chrono::milliseconds longestRetryAfter = std::chrono::minutes(2);
};

//! Decides whether a failed request is sent again, and after how long. Pure: the same attempt and
//! the same `random` give the same answer.
class RetryPolicy
{
public:
    explicit RetryPolicy(RetryTable table = {})
        : m_table(table)
    { }

    //! The wait before the next attempt, or nothing if this failure is final. Full jitter: between
    //! 0 and the doubled base, but never less than `Retry-After`. A request that may not be
    //! repeated is repeated only if it certainly had no effect: the connection never stood, or
    //! the service refused to take it (429).
    //! `random` is in [0, 1).
    [[nodiscard]] std::optional<std::chrono::milliseconds> delayBeforeNext(const Attempt &attempt,
                                                                           double random) const;

private:
    [[nodiscard]] RetryRow row(ErrorKind kind) const;

    RetryTable m_table;
};

} // namespace twinbook
