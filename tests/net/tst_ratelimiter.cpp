// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/modelallowance.h"
#include "net/ratelimiter.h"
#include "net/standingclock.h"

#include <QtTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

constexpr RateLimits wide {.reads = {100, 10s},
                           .writes = {100, 10s},
                           .sharing = RateLimits::Sharing::Separate,
                           .maxInFlight = 4};

HttpHeaders highLevel(const RateReading &reading, int day = 150'000)
{
    return HttpHeaders(
        {{"X-RateLimit-Max", QByteArray::number(reading.window.limit)},
         {"X-RateLimit-Remaining", QByteArray::number(reading.remaining)},
         {"X-RateLimit-Interval-Milliseconds", QByteArray::number(reading.window.length.count())},
         {"X-RateLimit-Limit-Daily", "200000"},
         {"X-RateLimit-Daily-Remaining", QByteArray::number(day)}});
}

//! Both lanes at one limiter before a service with an exact allowance and a round trip of 200 ms,
//! in a time of its own.
class TwoLanes
{
public:
    void run(std::chrono::seconds duration, std::chrono::milliseconds personEvery)
    {
        std::chrono::milliseconds nextPerson = personEvery;
        for (std::chrono::milliseconds time = 0ms; time < duration; time += 5ms) {
            deliver();
            while (m_waitingBackground < 6)
                ask(Lane::Background);
            for (; nextPerson <= time; nextPerson += personEvery)
                ask(Lane::Person);
            m_limiter.wake();
            m_clock.advance(5ms);
        }
    }

    int people = 0;
    int background = 0;
    int refused = 0;
    std::chrono::milliseconds longestPersonWait {0};
    std::chrono::milliseconds longestBackgroundGap {0};

private:
    void ask(Lane lane)
    {
        if (lane == Lane::Background)
            ++m_waitingBackground;
        const QDateTime asked = m_clock.now();
        m_limiter.enqueue(&m_context, {RateClass::Read, lane},
                          [this, lane, asked](RateLimiter::Answer permit) {
                              QVERIFY(permit);
                              go(lane, asked, std::move(*permit));
                          });
    }

    void go(Lane lane, const QDateTime &asked, RatePermit permit)
    {
        const QDateTime now = m_clock.now();
        const auto since = [&](const QDateTime &moment) {
            return std::chrono::milliseconds(moment.msecsTo(now));
        };
        if (lane == Lane::Person) {
            ++people;
            longestPersonWait = std::max(longestPersonWait, since(asked));
        } else {
            --m_waitingBackground;
            if (background++ > 0)
                longestBackgroundGap = std::max(longestBackgroundGap, since(m_lastBackground));
            m_lastBackground = now;
        }
        const qint64 arrival = now.toMSecsSinceEpoch();
        const bool taken = m_service.take(arrival);
        if (!taken)
            ++refused;
        m_replies.emplace(arrival + 200,
                          Reply {std::move(permit), taken, m_service.reading(arrival)});
    }

    void deliver()
    {
        const qint64 now = m_clock.now().toMSecsSinceEpoch();
        while (!m_replies.empty() && m_replies.begin()->first <= now) {
            const Reply &reply = m_replies.begin()->second;
            m_limiter.report(
                reply.permit,
                {reply.taken ? RateOutcome::Ending::Answered : RateOutcome::Ending::Refused,
                 highLevel(reply.reading)});
            m_replies.erase(m_replies.begin());
        }
    }

    struct Reply
    {
        RatePermit permit;
        bool taken = false;
        RateReading reading;
    };

    StandingClock m_clock;
    ModelAllowance m_service {ModelAllowance::Counting::Sliding, {100, 10s}};
    RateLimiter m_limiter {m_clock, wide};
    QObject m_context;
    int m_waitingBackground = 0;
    QDateTime m_lastBackground;
    std::multimap<qint64, Reply> m_replies;
};

} // namespace

class TestRateLimiter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundsConcurrencyInOrder()
    {
        const SystemClock clock;
        RateLimits limits = wide;
        limits.maxInFlight = 2;
        RateLimiter limiter(clock, limits);
        QObject context;
        QList<int> order;
        std::vector<RatePermit> held;
        for (int i = 0; i < 5; ++i) {
            limiter.enqueue(&context, {RateClass::Read, Lane::Person},
                            [&, i](RateLimiter::Answer permit) {
                                order.append(i);
                                held.push_back(std::move(*permit));
                            });
        }
        QTRY_COMPARE(order, (QList<int> {0, 1}));
        held.erase(held.begin());
        QTRY_COMPARE(order, (QList<int> {0, 1, 2}));
        limiter.forget(&context);
        held.clear();
        QTest::qWait(20);
        QCOMPARE(order.size(), 3);
    }

    void exhaustedWritesDoNotStopReads()
    {
        const SystemClock clock;
        RateLimits limits = wide;
        limits.writes.limit = 1;
        RateLimiter limiter(clock, limits);
        QObject context;
        QStringList went;
        const auto ask = [&](RateClass rateClass, const QString &name) {
            limiter.enqueue(&context, {rateClass, Lane::Background},
                            [&went, name](const RateLimiter::Answer &) { went.append(name); });
        };
        ask(RateClass::Write, u"w1"_s);
        ask(RateClass::Write, u"w2"_s);
        ask(RateClass::Read, u"r1"_s);
        QTRY_COMPARE(went, (QStringList {u"w1"_s, u"r1"_s}));
    }

    void whoWasDestroyedIsNotCalled()
    {
        const StandingClock clock;
        RateLimiter limiter(clock, wide);
        auto context = std::make_unique<QObject>();
        int calls = 0;
        limiter.enqueue(context.get(), {}, [&](const RateLimiter::Answer &) { ++calls; });
        context.reset();
        limiter.wake();
        QCOMPARE(calls, 0);
    }

    void aPersonPassesTheBackground()
    {
        StandingClock clock;
        RateLimits limits = wide;
        limits.maxInFlight = 1;
        RateLimiter limiter(clock, limits);
        QObject context;
        QByteArray order;
        std::vector<RatePermit> held;
        const auto ask = [&](Lane lane, char name) {
            limiter.enqueue(&context, {RateClass::Read, lane},
                            [&, name](RateLimiter::Answer permit) {
                                order.append(name);
                                held.push_back(std::move(*permit));
                            });
        };
        for (const char name : {'1', '2', '3'})
            ask(Lane::Background, name);
        limiter.wake();
        ask(Lane::Person, 'p');
        for (int i = 0; i < 3; ++i) {
            held.clear();
            limiter.wake();
        }
        QCOMPARE(order, QByteArray("1p23"));
    }

    void aPersonNowAndThenHardlyWaits()
    {
        TwoLanes lanes;
        lanes.run(300s, 1500ms);
        qInfo("people %d, longest wait %lld ms; background %d", lanes.people,
              static_cast<long long>(lanes.longestPersonWait.count()), lanes.background);
        QCOMPARE(lanes.refused, 0);
        QVERIFY(lanes.people >= 198);
        QVERIFY(lanes.longestPersonWait <= 1500ms);
        QVERIFY(lanes.people + lanes.background >= 2900);
    }

    void manyPeopleGetAtLeastHalfAndNobodyStarves()
    {
        TwoLanes lanes;
        lanes.run(300s, 50ms); // twice what the service allows
        const double part = static_cast<double>(lanes.people) / (lanes.people + lanes.background);
        qInfo("people %d, background %d (%.1f %% people), longest gap of the background %lld ms",
              lanes.people, lanes.background, part * 100,
              static_cast<long long>(lanes.longestBackgroundGap.count()));
        QCOMPARE(lanes.refused, 0);
        QVERIFY(part >= 0.5);
        QVERIFY(lanes.background >= 600); // a fifth of the allowance
        QVERIFY(lanes.longestBackgroundGap <= 12s);
        QVERIFY(lanes.people + lanes.background >= 2900);
    }

    void theDaysReserveIsForPeople()
    {
        StandingClock clock;
        RateLimiter limiter(clock, wide);
        QObject context;
        RatePermit first;
        limiter.enqueue(&context, {},
                        [&](RateLimiter::Answer permit) { first = std::move(*permit); });
        limiter.wake();
        limiter.report(first,
                       {RateOutcome::Ending::Answered, highLevel({{100, 10s}, 99, {}}, 5000)});
        QCOMPARE(limiter.status(RateClass::Read).dayLeft, 5000);
        QCOMPARE(limiter.status(RateClass::Read).dayLimit, 200'000);
        QCOMPARE(limiter.status(RateClass::Read).burstLeft, 99);

        std::optional<RateRefusal> refusal;
        int sent = 0;
        limiter.enqueue(&context, {RateClass::Read, Lane::Background},
                        [&](const RateLimiter::Answer &permit) {
                            QVERIFY(!permit);
                            refusal = permit.error();
                        });
        limiter.enqueue(&context, {RateClass::Read, Lane::Person},
                        [&](const RateLimiter::Answer &permit) { sent += permit ? 1 : 0; });
        limiter.wake();
        QVERIFY(refusal);
        QCOMPARE(refusal->cause, RateRefusal::Cause::DaySpent);
        QCOMPARE(refusal->wait, 15min);
        QCOMPARE(sent, 1);
    }

    void aLongPauseRefusesInsteadOfHanging()
    {
        StandingClock clock;
        RateLimiter limiter(clock, wide);
        limiter.setObjectName(u"Testservice"_s);
        QObject context;
        RatePermit first;
        limiter.enqueue(&context, {},
                        [&](RateLimiter::Answer permit) { first = std::move(*permit); });
        limiter.wake();
        QTest::ignoreMessage(
            QtInfoMsg,
            "Testservice: percent of the allowance in use 100 -> 35 (too many requests)");
        limiter.report(first,
                       {RateOutcome::Ending::Refused,
                        HttpHeaders(QList<HttpHeader> {{"Retry-After", "3600"}})});
        first = RatePermit();
        std::optional<RateRefusal> refusal;
        limiter.enqueue(&context, {RateClass::Read, Lane::Person},
                        [&](const RateLimiter::Answer &permit) { refusal = permit.error(); });
        limiter.wake();
        QVERIFY(refusal);
        QCOMPARE(refusal->cause, RateRefusal::Cause::Paused);
        QCOMPARE(refusal->wait, 1h);
    }

    void stepsOfConcurrencyAreWrittenDown()
    {
        StandingClock clock;
        RateLimiter limiter(clock, wide);
        limiter.setObjectName(u"Testservice"_s);
        QObject context;
        const auto askAndEnd = [&](RateOutcome::Ending ending) {
            limiter.enqueue(&context, {}, [&, ending](const RateLimiter::Answer &permit) {
                limiter.report(*permit, {ending});
            });
            limiter.wake();
        };
        for (int i = 0; i < 6; ++i)
            askAndEnd(RateOutcome::Ending::Answered);
        QCOMPARE(limiter.status(RateClass::Read).atOnce, 4);
        QTest::ignoreMessage(QtInfoMsg, "Testservice: requests at once 4 -> 2 (no answer in time)");
        askAndEnd(RateOutcome::Ending::TimedOut);
        QCOMPARE(limiter.status(RateClass::Read).atOnce, 2);
    }

    void aClockSetBackHoldsNothing()
    {
        StandingClock clock;
        RateLimits limits = wide;
        limits.reads.limit = 1;
        RateLimiter limiter(clock, limits);
        QObject context;
        int sent = 0;
        const auto ask = [&] {
            limiter.enqueue(&context, {RateClass::Read, Lane::Person},
                            [&](const RateLimiter::Answer &) { ++sent; });
            limiter.wake();
        };
        ask();
        ask();
        QCOMPARE(sent, 1);
        clock.advance(-24h);
        limiter.wake();
        QCOMPARE(sent, 2);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
