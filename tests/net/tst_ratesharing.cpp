// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratelimiter.h"
#include "net/standingclock.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

//! HighLevel counts reading and writing together (highlevel.md 3).
class TestRateSharing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCountAsReads()
    {
        const StandingClock clock;
        RateLimiter limiter(clock,
                            {.reads = {2, 10s},
                             .writes = {2, 10s},
                             .sharing = RateLimits::Sharing::Shared,
                             .maxInFlight = 8});
        QObject context;
        std::vector<RatePermit> kept;
        const auto ask = [&](RateClass rateClass) {
            limiter.enqueue(&context, {rateClass, Lane::Person}, [&](RateLimiter::Answer permit) {
                QVERIFY(permit);
                kept.push_back(*std::move(permit));
            });
        };
        for (int i = 0; i < 4; ++i) {
            ask(RateClass::Write);
            ask(RateClass::Read);
        }
        limiter.wake();
        QCOMPARE(kept.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestRateSharing)
#include "tst_ratesharing.moc"
