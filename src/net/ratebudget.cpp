// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratebudget.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

using std::chrono::milliseconds;

namespace {

milliseconds untilMoment(const QDateTime &now, const QDateTime &moment)
{
    return milliseconds(std::max<qint64>(0, now.msecsTo(moment)));
}

//! The unit of the reset header is not documented: seconds to go, or a moment in seconds or in
//! milliseconds. The three cannot be mistaken for each other.
QDateTime resetMoment(std::optional<qint64> reset, milliseconds length, const QDateTime &now)
{
    constexpr qint64 anyMomentInSeconds = 1'000'000'000;
    if (!reset)
        return now.addMSecs(length.count());
    if (*reset >= anyMomentInSeconds * 1000)
        return QDateTime::fromMSecsSinceEpoch(*reset, Qt::UTC);
    if (*reset >= anyMomentInSeconds)
        return QDateTime::fromSecsSinceEpoch(*reset, Qt::UTC);
    return now.addSecs(*reset);
}

//! Without `Retry-After` the length of the window is a guess; what is left to wait after this is
//! up to the retries.
constexpr milliseconds longestGuessedPause = std::chrono::seconds(10);

int toCount(qint64 number)
{
    return static_cast<int>(std::clamp<qint64>(number, 0, 1'000'000));
}

} // namespace

std::optional<RateReading> rateReading(const HttpHeaders &headers, RateClass rateClass,
                                       const QDateTime &now)
{
    RateReading reading;
    std::optional<qint64> limit = headers.number("X-RateLimit-Max"_ba);
    std::optional<qint64> remaining = headers.number("X-RateLimit-Remaining"_ba);
    std::optional<qint64> reset;
    if (limit && remaining) {
        const qint64 length
            = headers.number("X-RateLimit-Interval-Milliseconds"_ba).value_or(10'000);
        reading.window.length = milliseconds(std::clamp<qint64>(length, 1, 3'600'000));
    } else {
        const QByteArray suffix
            = rateClass == RateClass::Read ? "read-minute"_ba : "write-minute"_ba;
        limit = headers.number("x-ratelimit-limit-" + suffix);
        remaining = headers.number("x-ratelimit-remaining-" + suffix);
        reset = headers.number("x-ratelimit-reset-" + suffix);
        reading.window.length = std::chrono::minutes(1);
    }
    if (!limit || !remaining || *limit == 0)
        return std::nullopt;
    reading.window.limit = toCount(*limit);
    reading.remaining = toCount(*remaining);
    reading.resetAt = std::min(resetMoment(reset, reading.window.length, now),
                               now.addMSecs(reading.window.length.count()));
    return reading;
}

RateBudget::RateBudget(RateWindow assumed)
    : m_window(assumed)
{
    Q_ASSERT(assumed.limit > 0);
}

int RateBudget::allowed() const
{
    return m_learned ? std::max(1, m_window.limit * 4 / 5) : m_window.limit;
}

milliseconds RateBudget::delay(const QDateTime &now) const
{
    milliseconds wait(0);
    if (m_pausedUntil.isValid())
        wait = std::max(wait, untilMoment(now, m_pausedUntil));
    if (m_remaining && *m_remaining <= m_window.limit / 20)
        wait = std::max(wait, untilMoment(now, m_resetAt));

    const QDateTime windowStart = now.addMSecs(-m_window.length.count());
    const auto first = std::find_if(m_sent.cbegin(), m_sent.cend(),
                                    [&](const QDateTime &sent) { return sent > windowStart; });
    const auto inWindow = std::distance(first, m_sent.cend());
    if (inWindow >= allowed()) {
        const QDateTime &leavesNext = *(m_sent.cend() - allowed());
        wait = std::max(wait, untilMoment(now, leavesNext.addMSecs(m_window.length.count())));
    }
    return wait;
}

void RateBudget::spend(const QDateTime &now)
{
    const QDateTime windowStart = now.addMSecs(-m_window.length.count());
    while (!m_sent.isEmpty() && m_sent.constFirst() <= windowStart)
        m_sent.removeFirst();
    m_sent.append(now);
    if (m_remaining && now >= m_resetAt)
        m_remaining.reset();
    else if (m_remaining)
        --*m_remaining;
}

void RateBudget::learn(const RateReading &reading)
{
    m_window = reading.window;
    m_learned = true;
    m_remaining = reading.remaining;
    m_resetAt = reading.resetAt;
}

void RateBudget::pause(const QDateTime &now, std::optional<milliseconds> retryAfter)
{
    const milliseconds wait = retryAfter.value_or(std::min(m_window.length, longestGuessedPause));
    m_pausedUntil = now.addMSecs(wait.count());
}

} // namespace twinbook
