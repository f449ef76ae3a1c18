// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpheaders.h"

#include <QDateTime>
#include <QList>

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

//! What one reply told about an allowance.
struct RateReading
{
    RateWindow window;
    int remaining = 0;
    QDateTime resetAt; //!< UTC
};

//! Reads the headers of both services: `X-RateLimit-Max`, `-Remaining` and
//! `-Interval-Milliseconds` (highlevel.md 3), `x-ratelimit-limit|remaining|reset-read|write-minute`
//! (officernd.md 3). Nothing if the reply has none of them.
[[nodiscard]] std::optional<RateReading> rateReading(const HttpHeaders &headers,
                                                     RateClass rateClass, const QDateTime &now);

//! One allowance, paced ahead of its limit: at most four fifths of what the service told are used,
//! because other programs of the same account share it. Pure; every call is told the time.
class RateBudget
{
public:
    //! `assumed` is used as it is until the service told its own.
    explicit RateBudget(RateWindow assumed);

    //! How long the next request has to wait; zero means now.
    [[nodiscard]] std::chrono::milliseconds delay(const QDateTime &now) const;
    //! Counts a request that is sent now.
    void spend(const QDateTime &now);
    void learn(const RateReading &reading);
    //! After a refusal: nothing is sent until `now` and the service's pause; if it told none, one
    //! window or ten seconds, whichever is shorter.
    void pause(const QDateTime &now, std::optional<std::chrono::milliseconds> retryAfter);

private:
    [[nodiscard]] int allowed() const;

    RateWindow m_window;
    bool m_learned = false;
    std::optional<int> m_remaining;
    QDateTime m_resetAt;
    QDateTime m_pausedUntil;
    QList<QDateTime> m_sent; //!< of the last window
};

} // namespace twinbook
