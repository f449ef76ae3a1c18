// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calls.h"
#include "core/clock.h"
#include "net/concurrencylimit.h"
#include "net/dailybudget.h"
#include "net/ratebudget.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <tl/expected.hpp>

#include <functional>

namespace twinbook {

//! Allowances of one credential at one service.
struct RateLimits
{
    enum class Sharing : quint8 { Separate, Shared };

    RateWindow reads; //!< the only one if shared
    RateWindow writes;
    Sharing sharing = Sharing::Separate;
    //! To begin with; fits itself to the service between 1 and ConcurrencyLimit::most. 1 stays.
    int maxInFlight = 4;
};

//! What a request counts as, and who waits for it.
struct RateDemand
{
    RateClass rateClass = RateClass::Read;
    Lane lane = Lane::Background;
};

//! Why a request was not let out: the wait is longer than a request should hang. `wait` is when to
//! come back.
struct RateRefusal
{
    enum class Cause : quint8 {
        Paused, //!< the service asked for a long pause
        DaySpent, //!< the day's allowance, or the background's part of it, is used up
    };
    Cause cause = Cause::Paused;
    std::chrono::milliseconds wait {};
};

//! How one request ended, for its allowance. Lost is everything without a status.
struct RateOutcome
{
    enum class Ending : quint8 { Answered, Refused, TimedOut, Lost };
    Ending ending = Ending::Answered;
    HttpHeaders headers {};
};

//! What is known about one allowance, for people and for the request log.
struct RateStatus
{
    std::optional<int> burstLeft; //!< none before the service told
    std::optional<int> dayLeft;
    std::optional<int> dayLimit;
    int others = 0; //!< requests of others in one window, as far as they show
    double share = 1; //!< the part that refusals have left us
    int atOnce = 1; //!< requests under way at most
};

class RateLimiter;

//! The right to have one request under way; gives its place back when destroyed.
class RatePermit
{
public:
    RatePermit() = default;
    RatePermit(RatePermit &&other) noexcept;
    RatePermit &operator=(RatePermit &&other) noexcept;
    RatePermit(const RatePermit &) = delete;
    RatePermit &operator=(const RatePermit &) = delete;
    ~RatePermit();

private:
    friend class RateLimiter;
    void giveBack();

    QPointer<RateLimiter> m_limiter;
    RateClass m_rateClass = RateClass::Read;
    RateBudget::Ticket m_ticket = 0;
    QDateTime m_sentAt;
};

//! Hands out permits, as fast as the allowances and the bound on concurrency let it: a person's
//! before the background's (LaneOrder), within a lane in the order they were asked for. One for
//! all requests that share a credential and an account. Its object name is the service's name in
//! the log.
class RateLimiter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateLimiter)

public:
    using Answer = tl::expected<RatePermit, RateRefusal>;
    using Go = std::function<void(Answer)>;

    //! The clock must outlive the limiter.
    RateLimiter(const Clock &clock, const RateLimits &limits);
    ~RateLimiter() override;

    //! A request that would have to wait longer than this is refused instead: it would only look
    //! stuck. As long as RetryTable::longestRetryAfter.
    static constexpr std::chrono::milliseconds longestWait = std::chrono::minutes(2);

    //! Calls `go` once from the event loop, as soon as a request may be sent or it is clear that
    //! it may not for long. Not at all if `context` was destroyed or forget() was called before.
    void enqueue(QObject *context, RateDemand demand, Go go);
    void forget(QObject *context);

    //! Takes in how the request of a permit ended; before the permit is given back, and not at all
    //! for one that was cancelled.
    void report(const RatePermit &permit, const RateOutcome &outcome);

    //! Looks at the clock again at once: after the computer slept, or when a test moved time.
    void wake() { pump(); }

    [[nodiscard]] RateStatus status(RateClass rateClass) const;
    //! What is known in the words of those who plan: the pace that refusals have left us, the day,
    //! and all that was ever let out.
    [[nodiscard]] CallAllowance callAllowance() const;

private:
    friend class RatePermit;

    struct Waiter
    {
        QPointer<QObject> context;
        RateDemand demand;
        Go go;
    };
    struct Allowance
    {
        RateBudget burst;
        DailyBudget day;
    };
    //! The first waiter of a lane about whom something can be done now.
    struct Next
    {
        qsizetype index = -1;
        std::optional<RateRefusal> refusal {};
    };

    [[nodiscard]] bool countsAsWrite(RateClass rateClass) const;
    [[nodiscard]] Allowance &allowance(RateClass rateClass);
    [[nodiscard]] const Allowance &allowance(RateClass rateClass) const;
    [[nodiscard]] QList<Waiter> &waiters(Lane lane);
    [[nodiscard]] double perMinute(RateClass rateClass) const;
    [[nodiscard]] RatePermit permit(RateDemand demand, const QDateTime &now);
    [[nodiscard]] Next next(Lane lane, const QDateTime &now);
    [[nodiscard]] bool letOneGo(const QDateTime &now);
    void noticeClock(const QDateTime &now);
    void release(const RatePermit &permit);
    void pump();

    const Clock &m_clock;
    Allowance m_reads;
    Allowance m_writes;
    RateLimits::Sharing m_sharing;
    ConcurrencyLimit m_concurrency;
    ConcurrencyLimit::Demand m_demand = ConcurrencyLimit::Demand::None;
    int m_inFlight = 0;
    Calls m_sent;
    LaneOrder m_order;
    QList<Waiter> m_people;
    QList<Waiter> m_background;
    std::optional<std::chrono::milliseconds> m_shortestWait;
    QDateTime m_lastLook;
    QTimer m_timer;
};

} // namespace twinbook
