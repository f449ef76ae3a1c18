// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/modelallowance.h"
#include "net/ratebudget.h"
#include "net/retrypolicy.h"

#include <functional>
#include <queue>
#include <random>
#include <vector>

namespace twinbook::test {

//! Our requests, those of a competitor and a service, played event by event in a time of its own.
//! The same seed gives the same run. What it counts is counted where the service stands.
class RateSimulation
{
public:
    struct Settings
    {
        ModelAllowance::Counting counting = ModelAllowance::Counting::Sliding;
        ModelAllowance::Reset reset = ModelAllowance::Reset::Silent;
        RateWindow window {100, std::chrono::seconds(10)};
        RateWindow assumed {20, std::chrono::seconds(10)};
        enum class Headers : quint8 { Sent, Missing } headers = Headers::Sent;
        int requests = 20'000;
        int inFlight = 5;
        //! One way, in milliseconds; two of them make a round trip, not counting the service.
        int shortestWay = 40;
        int longestWay = 150;
        quint64 seed = 1;
    };
    //! Who else uses the allowance: when the next request of theirs arrives after this one.
    using Competitor = std::function<qint64(qint64 now, std::mt19937_64 &random)>;

    explicit RateSimulation(const Settings &settings, Competitor competitor = {})
        : m_settings(settings)
        , m_competitor(std::move(competitor))
        , m_random(settings.seed)
        , m_allowance(settings.counting, settings.window, settings.reset)
        , m_budget(settings.assumed)
        , m_waiting(static_cast<size_t>(settings.requests), 0)
    { }

    void run()
    {
        if (m_competitor)
            at(m_now + m_competitor(m_now, m_random), [this] { compete(); });
        at(m_now, [this] { pump(); });
        while (!m_events.empty() && !isDone()) {
            const Event event = m_events.top();
            m_events.pop();
            m_now = event.time;
            event.happens();
        }
    }

    [[nodiscard]] bool isDone() const { return accepted + lost == m_settings.requests; }
    //! What was let through of ours, as a part of all that the allowance lets through.
    [[nodiscard]] double use() const
    {
        const auto windows = static_cast<double>(m_now - start)
            / static_cast<double>(m_settings.window.length.count());
        return accepted / (windows * m_settings.window.limit);
    }
    [[nodiscard]] double refusedPart() const
    {
        return static_cast<double>(refused) / (accepted + refused);
    }
    [[nodiscard]] qint64 duration() const { return m_now - start; }

    int accepted = 0;
    int refused = 0;
    int lost = 0; //!< given up after as many attempts as the policy grants
    int competitorAccepted = 0;
    int competitorRefused = 0;

private:
    static constexpr qint64 start = 1'790'000'003'210;

    struct Event
    {
        qint64 time = 0;
        quint64 order = 0;
        std::function<void()> happens;
        friend bool operator<(const Event &a, const Event &b)
        {
            return a.time != b.time ? a.time > b.time : a.order > b.order;
        }
    };

    static QDateTime moment(qint64 time) { return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC); }

    void at(qint64 time, std::function<void()> happens)
    {
        m_events.push({time, m_order++, std::move(happens)});
    }

    qint64 oneWay()
    {
        return std::uniform_int_distribution<qint64>(m_settings.shortestWay,
                                                     m_settings.longestWay)(m_random);
    }

    void compete()
    {
        ++(m_allowance.take(m_now) ? competitorAccepted : competitorRefused);
        at(m_now + m_competitor(m_now, m_random), [this] { compete(); });
    }

    void pump()
    {
        while (!m_waiting.empty() && m_underWay < m_settings.inFlight) {
            const auto wait = m_budget.delay(moment(m_now), Lane::Background).count();
            if (wait > 0) {
                // Later events pump anyway; more than one pending look at the clock is harmless.
                if (m_nextLook <= m_now || m_now + wait < m_nextLook) {
                    m_nextLook = m_now + wait;
                    at(m_nextLook, [this] { pump(); });
                }
                return;
            }
            const int attempts = m_waiting.front() + 1;
            m_waiting.pop_front();
            const auto ticket = m_budget.spend(moment(m_now), Lane::Background);
            ++m_underWay;
            at(m_now + oneWay(), [this, ticket, attempts] { arrive(ticket, attempts); });
        }
    }

    void arrive(RateBudget::Ticket ticket, int attempts)
    {
        const bool taken = m_allowance.take(m_now);
        ++(taken ? accepted : refused);
        const RateReading reading = m_allowance.reading(m_now);
        at(m_now + oneWay(),
           [this, ticket, attempts, taken, reading] { reply(ticket, attempts, taken, reading); });
    }

    void reply(RateBudget::Ticket ticket, int attempts, bool taken, const RateReading &reading)
    {
        --m_underWay;
        if (m_settings.headers == Settings::Headers::Sent)
            m_budget.learn(ticket, reading, moment(m_now));
        if (!taken) {
            (void)m_budget.refuse(ticket, moment(m_now), std::nullopt);
            again(attempts);
        }
        m_budget.settle(ticket, moment(m_now));
        pump();
    }

    void again(int attempts)
    {
        const Attempt attempt {attempts, ErrorKind::RateLimited, TransportFault::None,
                               Repetition::Unsafe};
        const double random = std::uniform_real_distribution<double>(0, 1)(m_random);
        const auto delay = m_policy.delayBeforeNext(attempt, random);
        if (!delay) {
            ++lost;
            return;
        }
        at(m_now + delay->count(), [this, attempts] {
            m_waiting.push_front(attempts);
            pump();
        });
    }

    Settings m_settings;
    Competitor m_competitor;
    std::mt19937_64 m_random;
    ModelAllowance m_allowance;
    RateBudget m_budget;
    RetryPolicy m_policy;
    std::deque<int> m_waiting; //!< with the attempts already made
    int m_underWay = 0;
    qint64 m_now = start;
    qint64 m_nextLook = 0;
    quint64 m_order = 0;
    std::priority_queue<Event> m_events;
};

} // namespace twinbook::test
