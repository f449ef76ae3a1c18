// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratelimiter.h"

#include <algorithm>
#include <utility>

namespace twinbook {

RatePermit::RatePermit(RateLimiter *limiter)
    : m_limiter(limiter)
{ }

RatePermit::RatePermit(RatePermit &&other) noexcept
    : m_limiter(std::exchange(other.m_limiter, nullptr))
{ }

RatePermit &RatePermit::operator=(RatePermit &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_limiter = std::exchange(other.m_limiter, nullptr);
    }
    return *this;
}

RatePermit::~RatePermit()
{
    giveBack();
}

void RatePermit::giveBack()
{
    if (m_limiter)
        m_limiter->release();
    m_limiter = nullptr;
}

RateLimiter::RateLimiter(const Clock &clock, const RateLimits &limits)
    : m_clock(clock)
    , m_reads(limits.reads)
    , m_writes(limits.writes)
    , m_sharing(limits.sharing)
    , m_maxInFlight(limits.maxInFlight)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RateLimiter::pump);
}

RateLimiter::~RateLimiter() = default;

RateBudget &RateLimiter::budget(RateClass rateClass)
{
    const bool writes = rateClass == RateClass::Write && m_sharing == RateLimits::Sharing::Separate;
    return writes ? m_writes : m_reads;
}

void RateLimiter::enqueue(QObject *context, RateClass rateClass, std::function<void(RatePermit)> go)
{
    m_waiters.append({context, rateClass, std::move(go)});
    m_timer.start(0);
}

void RateLimiter::forget(QObject *context)
{
    m_waiters.removeIf([context](const Waiter &waiter) { return waiter.context == context; });
}

void RateLimiter::learn(RateClass rateClass, const HttpHeaders &headers)
{
    if (const auto reading = rateReading(headers, rateClass, m_clock.now()))
        budget(rateClass).learn(*reading);
}

void RateLimiter::pause(RateClass rateClass, std::optional<std::chrono::milliseconds> retryAfter)
{
    budget(rateClass).pause(m_clock.now(), retryAfter);
}

void RateLimiter::release()
{
    --m_inFlight;
    if (!m_waiters.isEmpty())
        m_timer.start(0);
}

void RateLimiter::pump()
{
    std::optional<std::chrono::milliseconds> shortestWait;
    qsizetype next = 0;
    while (next < m_waiters.size() && m_inFlight < m_maxInFlight) {
        if (!m_waiters.at(next).context) {
            m_waiters.removeAt(next);
            continue;
        }
        const QDateTime now = m_clock.now();
        RateBudget &budget = this->budget(m_waiters.at(next).rateClass);
        const std::chrono::milliseconds wait = budget.delay(now);
        if (wait.count() > 0) {
            // A reader may overtake a writer whose allowance is used up, never another reader.
            shortestWait = std::min(wait, shortestWait.value_or(wait));
            ++next;
            continue;
        }
        budget.spend(now);
        ++m_inFlight;
        const Waiter waiter = m_waiters.takeAt(next);
        waiter.go(RatePermit(this));
        next = 0; // what was called may have changed the queue
    }
    if (shortestWait && m_inFlight < m_maxInFlight)
        m_timer.start(*shortestWait);
}

} // namespace twinbook
