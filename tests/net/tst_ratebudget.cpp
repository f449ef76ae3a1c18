// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratebudget.h"
#include "net/ratelimiter.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;

namespace {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
};

HttpHeaders highLevelHeaders(int remaining)
{
    return HttpHeaders({{"x-ratelimit-max", "100"},
                        {"X-RateLimit-Remaining", QByteArray::number(remaining)},
                        {"X-RateLimit-Interval-Milliseconds", "10000"},
                        {"X-RateLimit-Daily-Remaining", "199000"}});
}

HttpHeaders officeRnDHeaders(const QByteArray &rateClass, int limit, int remaining,
                             const QByteArray &reset)
{
    return HttpHeaders(
        {{"x-ratelimit-limit-" + rateClass + "-minute", QByteArray::number(limit)},
         {"x-ratelimit-remaining-" + rateClass + "-minute", QByteArray::number(remaining)},
         {"x-ratelimit-reset-" + rateClass + "-minute", reset}});
}

} // namespace

class TestRateBudget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheHeadersOfBothServices()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        const auto highLevel = rateReading(highLevelHeaders(42), RateClass::Write, now);
        QVERIFY(highLevel);
        QCOMPARE(highLevel->window, (RateWindow {100, 10s}));
        QCOMPARE(highLevel->remaining, 42);
        QCOMPARE(highLevel->resetAt, now.addSecs(10));

        const auto reads
            = rateReading(officeRnDHeaders("read", 400, 7, "20"), RateClass::Read, now);
        QVERIFY(reads);
        QCOMPARE(reads->window, (RateWindow {400, 60s}));
        QCOMPARE(reads->resetAt, now.addSecs(20));
        QVERIFY(!rateReading(officeRnDHeaders("read", 400, 7, "20"), RateClass::Write, now));

        const QByteArray moment = QByteArray::number(now.addSecs(30).toSecsSinceEpoch());
        QCOMPARE(
            rateReading(officeRnDHeaders("write", 30, 7, moment), RateClass::Write, now)->resetAt,
            now.addSecs(30));
        QVERIFY(!rateReading(HttpHeaders(QList<HttpHeader> {{"X-RateLimit-Max", "many"}}),
                             RateClass::Read, now));
        QVERIFY(!rateReading(officeRnDHeaders("read", 0, 0, "1"), RateClass::Read, now));
    }

    void neverMoreThanAssumedInAnyWindow()
    {
        FakeClock clock;
        RateBudget budget(RateWindow {20, 10s});
        QList<QDateTime> sent;
        for (int i = 0; i < 200; ++i) {
            clock.advance(budget.delay(clock.now()));
            QCOMPARE(budget.delay(clock.now()), 0ms);
            budget.spend(clock.now());
            sent.append(clock.now());
            clock.advance(3ms);
        }
        for (qsizetype i = 20; i < sent.size(); ++i)
            QVERIFY(sent.at(i - 20).msecsTo(sent.at(i)) >= 10'000);
        // and it does not dawdle: 200 requests at 20 in 10 s take 90 s and a little
        QVERIFY(sent.first().secsTo(sent.last()) < 95);
    }

    void keepsAFifthOfWhatTheServiceTold()
    {
        FakeClock clock;
        RateBudget budget(RateWindow {20, 10s});
        budget.learn(*rateReading(highLevelHeaders(100), RateClass::Read, clock.now()));
        int burst = 0;
        while (budget.delay(clock.now()) == 0ms) {
            budget.spend(clock.now());
            ++burst;
        }
        QCOMPARE(burst, 80);
    }

    void stopsWhenOthersUsedTheAllowance()
    {
        FakeClock clock;
        RateBudget budget(RateWindow {20, 10s});
        budget.learn(*rateReading(highLevelHeaders(3), RateClass::Read, clock.now()));
        QCOMPARE(budget.delay(clock.now()), 10s);
        clock.advance(10s);
        QCOMPARE(budget.delay(clock.now()), 0ms);
    }

    void pausesAfterARefusal()
    {
        FakeClock clock;
        RateBudget budget(RateWindow {20, 10s});
        budget.pause(clock.now(), std::nullopt);
        QCOMPARE(budget.delay(clock.now()), 10s);
        budget.pause(clock.now(), 3s);
        QCOMPARE(budget.delay(clock.now()), 3s);
        clock.advance(3s);
        QCOMPARE(budget.delay(clock.now()), 0ms);
    }

    void limiterBoundsConcurrencyInOrder()
    {
        const SystemClock clock;
        RateLimiter limiter(clock, {{100, 10s}, {100, 10s}, RateLimits::Sharing::Separate, 2});
        QObject context;
        QList<int> order;
        std::vector<RatePermit> held;
        for (int i = 0; i < 5; ++i) {
            limiter.enqueue(&context, RateClass::Read, [&, i](RatePermit permit) {
                order.append(i);
                held.push_back(std::move(permit));
            });
        }
        QTest::qWait(20);
        QCOMPARE(order, (QList<int> {0, 1}));
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
        RateLimiter limiter(clock, {{100, 10s}, {1, 10s}, RateLimits::Sharing::Separate, 4});
        QObject context;
        QStringList went;
        const auto ask = [&](RateClass rateClass, const QString &name) {
            limiter.enqueue(&context, rateClass,
                            [&went, name](const RatePermit &) { went.append(name); });
        };
        ask(RateClass::Write, u"w1"_s);
        ask(RateClass::Write, u"w2"_s);
        ask(RateClass::Read, u"r1"_s);
        QTRY_COMPARE(went, (QStringList {u"w1"_s, u"r1"_s}));
    }
};

QTEST_GUILESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
