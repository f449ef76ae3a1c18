// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratebudget.h"
#include "net/standingclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace twinbook;
using twinbook::test::StandingClock;

//! The rules one by one; how they work together is judged by tst_ratesimulation.
class TestRateBudget final : public QObject
{
    Q_OBJECT

private:
    static constexpr RateWindow window {100, 10s};

    struct Setup
    {
        StandingClock clock;
        RateBudget budget;

        explicit Setup(RateWindow assumed = window)
            : budget(assumed)
        { }
        std::chrono::milliseconds wait(Lane lane = Lane::Person) const
        {
            return budget.delay(clock.now(), lane);
        }
        //! One request that took `trip` and whose reply told `remaining`.
        void exchange(std::optional<int> remaining = {}, std::chrono::milliseconds trip = 0ms,
                      Lane lane = Lane::Person)
        {
            const auto ticket = budget.spend(clock.now(), lane);
            clock.advance(trip);
            if (remaining)
                budget.learn(ticket, {window, *remaining, {}}, clock.now());
            budget.settle(ticket, clock.now());
        }
        RateBudget::Cut refuse(std::optional<std::chrono::milliseconds> retryAfter = {})
        {
            const auto ticket = budget.spend(clock.now(), Lane::Person);
            const auto cut = budget.refuse(ticket, clock.now(), retryAfter);
            budget.settle(ticket, clock.now());
            return cut;
        }
        int burst()
        {
            int sent = 0;
            for (; wait() == 0ms; ++sent)
                exchange();
            return sent;
        }
    };

private Q_SLOTS:
    void neverMoreThanAllowedInAnyWindow()
    {
        Setup setup({20, 10s});
        QList<QDateTime> sent;
        for (int i = 0; i < 200; ++i) {
            setup.clock.advance(setup.wait());
            QCOMPARE(setup.wait(), 0ms);
            sent.append(setup.clock.now());
            setup.exchange();
            setup.clock.advance(3ms);
        }
        for (qsizetype i = 20; i < sent.size(); ++i)
            QVERIFY(sent.at(i - 20).msecsTo(sent.at(i)) > 10'000);
        // and it does not dawdle: 200 requests at 20 in 10 s take 90 s and a little
        QVERIFY(sent.first().secsTo(sent.last()) < 92);
    }

    void theLatestMomentOfCountingCounts()
    {
        Setup setup({2, 10s});
        setup.exchange({}, 400ms);
        setup.exchange({}, 400ms);
        // The first may have been counted 400 ms after it was sent; three quarters of the shortest
        // trip surely pass before the next one is counted.
        QCOMPARE(setup.wait(), 10'000ms + 1ms - 300ms - 400ms);
    }

    void whatIsUnderWayCounts()
    {
        Setup setup({2, 10s});
        (void)setup.budget.spend(setup.clock.now(), Lane::Person);
        (void)setup.budget.spend(setup.clock.now(), Lane::Person);
        setup.clock.advance(60s);
        QVERIFY(setup.wait() > 0ms);
    }

    void theWholeAllowanceIsUsed()
    {
        Setup setup({20, 10s});
        setup.exchange(99);
        QCOMPARE(setup.burst(), 99);
    }

    void othersAreSeenAndLeftRoom()
    {
        Setup setup;
        setup.exchange(59); // one is ours
        QCOMPARE(setup.budget.others(), 40);
        QCOMPARE(setup.burst(), 100 - 40 - 2 - 4 - 1);
        // after two windows without them everything is ours again
        for (int i = 0; i < 3; ++i) {
            setup.clock.advance(10s);
            setup.exchange(99);
        }
        QCOMPARE(setup.budget.others(), 0);
    }

    void ourOwnUseIsNotTakenForThatOfOthers()
    {
        Setup setup;
        for (int left = 99; left >= 0; --left)
            setup.exchange(left, 20ms);
        QCOMPARE(setup.budget.others(), 0);
    }

    void nothingIsSentIntoAWindowOthersFilled()
    {
        Setup setup;
        const auto ticket = setup.budget.spend(setup.clock.now(), Lane::Person);
        setup.budget.learn(ticket, {window, 0, setup.clock.now().addSecs(4)}, setup.clock.now());
        setup.budget.settle(ticket, setup.clock.now());
        QCOMPARE(setup.wait(), 4s);
        setup.clock.advance(4s);
        QCOMPARE(setup.wait(), 0ms);
        // one first, because the guess may be wrong
        (void)setup.budget.spend(setup.clock.now(), Lane::Person);
        QVERIFY(setup.wait() > 0ms);
    }

    void refusalPausesAndCuts()
    {
        Setup setup;
        for (int i = 0; i < 49; ++i)
            setup.exchange();
        QCOMPARE(setup.refuse(), RateBudget::Cut::Yes);
        QVERIFY(setup.wait() >= 10s);
        QCOMPARE(qRound(setup.budget.share(setup.clock.now()) * 100), 35);
        setup.clock.advance(10'001ms);
        setup.exchange();
        QCOMPARE(setup.burst(), 36); // 37 with the one that went ahead, two more than at the cut
        setup.clock.advance(90s);
        QCOMPARE(qRound(setup.budget.share(setup.clock.now()) * 100), 55);
        setup.clock.advance(1h);
        QCOMPARE(setup.budget.share(setup.clock.now()), 1.0);
    }

    void retryAfterIsHonoured()
    {
        Setup setup;
        (void)setup.refuse(3s);
        QCOMPARE(setup.wait(), 3s);
        setup.clock.advance(3s);
        QCOMPARE(setup.wait(), 0ms);
        const auto ahead = setup.budget.spend(setup.clock.now(), Lane::Person);
        QVERIFY(setup.wait() > 0ms); // alone
        setup.budget.settle(ahead, setup.clock.now());
        QCOMPARE(setup.wait(), 0ms);
    }

    void aRefusalAtLowUseIsNoCatastrophe()
    {
        Setup setup; // others must have filled the window
        QCOMPARE(setup.refuse(), RateBudget::Cut::Yes);
        QCOMPARE(qRound(setup.budget.share(setup.clock.now()) * 100), 35);
    }

    void oneRefusedFlightCutsOnce()
    {
        Setup setup;
        for (int i = 0; i < 20; ++i)
            setup.exchange();
        QList<RateBudget::Ticket> flight;
        for (int i = 0; i < 4; ++i)
            flight.append(setup.budget.spend(setup.clock.now(), Lane::Person));
        int cuts = 0;
        for (const auto ticket : flight) {
            if (setup.budget.refuse(ticket, setup.clock.now(), 1s) == RateBudget::Cut::Yes)
                ++cuts;
            setup.budget.settle(ticket, setup.clock.now());
        }
        QCOMPARE(cuts, 1);
    }

    void anAssumedAllowanceIsSpreadByHalf()
    {
        Setup setup({30, 60s});
        int atOnce = 0;
        for (; setup.wait(Lane::Background) == 0ms; ++atOnce)
            setup.exchange({}, 0ms, Lane::Background);
        QCOMPARE(atOnce, 15);
        QCOMPARE(setup.wait(Lane::Background), 2s);
        QCOMPARE(setup.wait(Lane::Person), 0ms);
    }

    void backgroundIsSpread()
    {
        Setup setup;
        setup.exchange(99);
        int atOnce = 0;
        for (; setup.wait(Lane::Background) == 0ms; ++atOnce)
            setup.exchange({}, 0ms, Lane::Background);
        QCOMPARE(atOnce, 4);
        QCOMPARE(setup.wait(Lane::Background), 100ms);
        QCOMPARE(setup.wait(Lane::Person), 0ms);
    }

    void aClockSetBackHoldsNothing()
    {
        Setup setup({2, 10s});
        setup.exchange();
        setup.exchange();
        (void)setup.refuse(1min);
        setup.clock.advance(-24h);
        QVERIFY(setup.wait() > 1h);
        setup.budget.forgetTimes();
        QCOMPARE(setup.wait(), 0ms);
    }
};

QTEST_GUILESS_MAIN(TestRateBudget)
#include "tst_ratebudget.moc"
