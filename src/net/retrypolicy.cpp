// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <algorithm>
#include <cmath>

namespace twinbook {

namespace {

bool hadNoEffect(const Attempt &attempt)
{
    return attempt.transport == TransportFault::NotSent || attempt.kind == ErrorKind::RateLimited;
}

} // namespace

RetryRow RetryPolicy::row(ErrorKind kind) const
{
    // The kinds named here are those for which isRetryable() holds.
    if (kind == ErrorKind::Network)
        return m_table.network;
    if (kind == ErrorKind::Timeout)
        return m_table.timeout;
    if (kind == ErrorKind::RateLimited)
        return m_table.rateLimited;
    if (kind == ErrorKind::ServerFault)
        return m_table.serverFault;
    return {};
}

std::optional<std::chrono::milliseconds> RetryPolicy::delayBeforeNext(const Attempt &attempt,
                                                                      double random) const
{
    using std::chrono::milliseconds;

    const RetryRow row = this->row(attempt.kind);
    if (attempt.number >= row.attempts)
        return std::nullopt;
    if (attempt.repetition == Repetition::Unsafe && !hadNoEffect(attempt))
        return std::nullopt;
    if (attempt.retryAfter && *attempt.retryAfter > m_table.longestRetryAfter)
        return std::nullopt;

    const double doubled = static_cast<double>(row.base.count()) * std::exp2(attempt.number - 1);
    const double ceiling = std::min(doubled, static_cast<double>(row.cap.count()));
    const milliseconds jittered(std::llround(ceiling * random));
    return std::max(jittered, attempt.retryAfter.value_or(milliseconds(0)));
}

} // namespace twinbook
