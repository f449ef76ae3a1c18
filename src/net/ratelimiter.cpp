// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratelimiter.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

using std::chrono::milliseconds;

RatePermit::RatePermit(RatePermit &&other) noexcept
    : m_limiter(std::exchange(other.m_limiter, nullptr))
    , m_rateClass(other.m_rateClass)
    , m_ticket(other.m_ticket)
    , m_sentAt(other.m_sentAt)
{ }

RatePermit &RatePermit::operator=(RatePermit &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_limiter = std::exchange(other.m_limiter, nullptr);
        m_rateClass = other.m_rateClass;
        m_ticket = other.m_ticket;
        m_sentAt = other.m_sentAt;
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
        m_limiter->release(*this);
    m_limiter = nullptr;
}

RateLimiter::RateLimiter(const Clock &clock, const RateLimits &limits)
    : m_clock(clock)
    , m_reads {RateBudget(limits.reads), {}}
    , m_writes {RateBudget(limits.writes), {}}
    , m_sharing(limits.sharing)
    , m_concurrency(limits.maxInFlight)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RateLimiter::pump);
}

RateLimiter::~RateLimiter() = default;

bool RateLimiter::countsAsWrite(RateClass rateClass) const
{
    return rateClass == RateClass::Write && m_sharing == RateLimits::Sharing::Separate;
}

RateLimiter::Allowance &RateLimiter::allowance(RateClass rateClass)
{
    return countsAsWrite(rateClass) ? m_writes : m_reads;
}

const RateLimiter::Allowance &RateLimiter::allowance(RateClass rateClass) const
{
    return countsAsWrite(rateClass) ? m_writes : m_reads;
}

QList<RateLimiter::Waiter> &RateLimiter::waiters(Lane lane)
{
    return lane == Lane::Person ? m_people : m_background;
}

void RateLimiter::enqueue(QObject *context, RateDemand demand, Go go)
{
    waiters(demand.lane).append({context, demand, std::move(go)});
    m_timer.start(0);
}

void RateLimiter::forget(QObject *context)
{
    const auto isTheirs = [context](const Waiter &waiter) { return waiter.context == context; };
    m_people.removeIf(isTheirs);
    m_background.removeIf(isTheirs);
}

void RateLimiter::report(const RatePermit &permit, const RateOutcome &outcome)
{
    using Ending = RateOutcome::Ending;

    const QDateTime now = m_clock.now();
    Allowance &allowance = this->allowance(permit.m_rateClass);
    if (const auto reading = dailyReading(outcome.headers, permit.m_rateClass, now))
        allowance.day.learn(*reading, now);
    if (const auto reading = rateReading(outcome.headers, permit.m_rateClass, now))
        allowance.burst.learn(permit.m_ticket, *reading, now);
    // A day that is used up is no sign of having been too quick.
    const bool dayIsSpent = allowance.day.remaining() == 0;
    if (outcome.ending == Ending::Refused && !dayIsSpent) {
        const auto before = qRound(allowance.burst.share(now) * 100);
        const auto cut
            = allowance.burst.refuse(permit.m_ticket, now, outcome.headers.retryAfter(now));
        if (cut == RateBudget::Cut::Yes)
            logAdaptation(objectName(),
                          {"percent of the allowance in use"_L1, before,
                           qRound(allowance.burst.share(now) * 100), "too many requests"_L1});
    }
    if (outcome.ending == Ending::Lost || (outcome.ending == Ending::Refused && dayIsSpent))
        return;
    const auto kind = outcome.ending == Ending::Answered ? ConcurrencyLimit::Outcome::Answered
        : outcome.ending == Ending::Refused              ? ConcurrencyLimit::Outcome::Refused
                                                         : ConcurrencyLimit::Outcome::TimedOut;
    const milliseconds latency(std::max<qint64>(0, permit.m_sentAt.msecsTo(now)));
    logAdaptation(objectName(), m_concurrency.record(kind, latency, m_demand));
}

RateStatus RateLimiter::status(RateClass rateClass) const
{
    const Allowance &allowance = this->allowance(rateClass);
    return {allowance.burst.remaining(),
            allowance.day.remaining(),
            allowance.day.limit(),
            allowance.burst.others(),
            allowance.burst.share(m_clock.now()),
            m_concurrency.current()};
}

double RateLimiter::perMinute(RateClass rateClass) const
{
    const RateBudget &burst = allowance(rateClass).burst;
    const RateWindow window = burst.window();
    const double windows = std::chrono::duration<double, std::milli>(std::chrono::minutes(1))
        / std::chrono::duration<double, std::milli>(window.length);
    return window.limit * windows * burst.share(m_clock.now());
}

CallAllowance RateLimiter::callAllowance() const
{
    CallAllowance known;
    known.sharing = m_sharing == RateLimits::Sharing::Shared ? CallAllowance::Sharing::Shared
                                                             : CallAllowance::Sharing::Separate;
    known.readsPerMinute = perMinute(RateClass::Read);
    known.writesPerMinute = perMinute(RateClass::Write);
    known.dayLeft = m_reads.day.remaining();
    known.dayLimit = m_reads.day.limit();
    known.sent = m_sent;
    return known;
}

RatePermit RateLimiter::permit(RateDemand demand, const QDateTime &now)
{
    Allowance &allowance = this->allowance(demand.rateClass);
    allowance.day.spend(now);
    ++(demand.rateClass == RateClass::Write ? m_sent.writes : m_sent.reads);
    ++m_inFlight;
    RatePermit permit;
    permit.m_limiter = this;
    permit.m_rateClass = demand.rateClass;
    permit.m_ticket = allowance.burst.spend(now, demand.lane);
    permit.m_sentAt = now;
    return permit;
}

void RateLimiter::release(const RatePermit &permit)
{
    allowance(permit.m_rateClass).burst.settle(permit.m_ticket, m_clock.now());
    --m_inFlight;
    if (!m_people.isEmpty() || !m_background.isEmpty())
        m_timer.start(0);
}

//! A clock that was set back must not hold requests until it has caught up.
void RateLimiter::noticeClock(const QDateTime &now)
{
    if (m_lastLook.isValid() && now.msecsTo(m_lastLook) > 1000) {
        for (Allowance *allowance : {&m_reads, &m_writes}) {
            allowance->burst.forgetTimes();
            allowance->day.forgetTimes();
        }
    }
    m_lastLook = now;
}

//! A reader may overtake a writer whose allowance is used up, never another reader.
RateLimiter::Next RateLimiter::next(Lane lane, const QDateTime &now)
{
    QList<Waiter> &waiting = waiters(lane);
    waiting.removeIf([](const Waiter &waiter) { return !waiter.context; });
    std::array<bool, 2> seen {};
    for (qsizetype i = 0; i < waiting.size() && !(seen[0] && seen[1]); ++i) {
        const bool write = countsAsWrite(waiting.at(i).demand.rateClass);
        if (std::exchange(seen[write ? 1 : 0], true))
            continue;
        const Allowance &allowance = write ? m_writes : m_reads;
        const milliseconds day = allowance.day.delay(now, lane);
        const milliseconds burst = allowance.burst.delay(now, lane);
        const milliseconds wait = std::max(day, burst);
        if (wait > longestWait) {
            const auto cause
                = day >= burst ? RateRefusal::Cause::DaySpent : RateRefusal::Cause::Paused;
            return {i, RateRefusal {cause, wait}};
        }
        if (wait.count() > 0) {
            m_shortestWait = std::min(wait, m_shortestWait.value_or(wait));
        } else if (m_inFlight < m_concurrency.places(lane)) {
            return {i};
        } else {
            m_demand = ConcurrencyLimit::Demand::Waiting;
        }
    }
    return {};
}

bool RateLimiter::letOneGo(const QDateTime &now)
{
    const Lane first = m_order.first();
    const Lane second = first == Lane::Person ? Lane::Background : Lane::Person;
    for (const Lane lane : {first, second}) {
        const Next next = this->next(lane, now);
        if (next.index < 0)
            continue;
        const Waiter waiter = waiters(lane).takeAt(next.index);
        if (next.refusal) {
            waiter.go(tl::unexpected(*next.refusal));
            return true;
        }
        if (!waiters(lane == Lane::Person ? Lane::Background : Lane::Person).isEmpty())
            m_order.taken(lane);
        waiter.go(permit(waiter.demand, now));
        return true;
    }
    return false;
}

void RateLimiter::pump()
{
    const QDateTime now = m_clock.now();
    noticeClock(now);
    m_demand = ConcurrencyLimit::Demand::None;
    do
        m_shortestWait.reset();
    while (letOneGo(now)); // what is called may change the queues
    if (m_shortestWait)
        m_timer.start(*m_shortestWait);
}

} // namespace twinbook
