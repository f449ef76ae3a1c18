// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "net/ratebudget.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace twinbook {

//! Allowances of one credential at one service.
struct RateLimits
{
    enum class Sharing : quint8 { Separate, Shared };

    RateWindow reads; //!< the only one if shared
    RateWindow writes;
    Sharing sharing = Sharing::Separate;
    int maxInFlight = 4;
};

class RateLimiter;

//! The right to have one request under way; gives its place back when destroyed.
class RatePermit
{
public:
    RatePermit() = default;
    explicit RatePermit(RateLimiter *limiter);
    RatePermit(RatePermit &&other) noexcept;
    RatePermit &operator=(RatePermit &&other) noexcept;
    RatePermit(const RatePermit &) = delete;
    RatePermit &operator=(const RatePermit &) = delete;
    ~RatePermit();

private:
    void giveBack();

    QPointer<RateLimiter> m_limiter;
};

//! Hands out permits in the order they were asked for, as fast as the allowances and the bound on
//! concurrency let it. One for all requests that share a credential.
class RateLimiter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RateLimiter)

public:
    //! The clock must outlive the limiter.
    RateLimiter(const Clock &clock, const RateLimits &limits);
    ~RateLimiter() override;

    //! Calls `go` once from the event loop, as soon as a request may be sent. Not at all if
    //! `context` was destroyed or forget() was called before.
    void enqueue(QObject *context, RateClass rateClass, std::function<void(RatePermit)> go);
    void forget(QObject *context);

    //! Takes in what a reply told.
    void learn(RateClass rateClass, const HttpHeaders &headers);
    //! After a refusal (429).
    void pause(RateClass rateClass, std::optional<std::chrono::milliseconds> retryAfter);

private:
    friend class RatePermit;

    struct Waiter
    {
        QPointer<QObject> context;
        RateClass rateClass = RateClass::Read;
        std::function<void(RatePermit)> go;
    };

    RateBudget &budget(RateClass rateClass);
    void release();
    void pump();

    const Clock &m_clock;
    RateBudget m_reads;
    RateBudget m_writes;
    RateLimits::Sharing m_sharing;
    int m_maxInFlight;
    int m_inFlight = 0;
    QList<Waiter> m_waiters;
    QTimer m_timer;
};

} // namespace twinbook
