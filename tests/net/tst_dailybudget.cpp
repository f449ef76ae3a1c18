// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/dailybudget.h"
#include "net/standingclock.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace twinbook;
using twinbook::test::StandingClock;

class TestDailyBudget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownHoldsNothing()
    {
        const StandingClock clock;
        const DailyBudget budget;
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 0ms);
        QCOMPARE(budget.remaining(), std::nullopt);
    }

    void aTenthIsKeptForPeople()
    {
        StandingClock clock;
        DailyBudget budget;
        budget.learn({1000, 102, clock.now().addSecs(3600)}, clock.now());
        int background = 0;
        for (; budget.delay(clock.now(), Lane::Background) == 0ms; ++background)
            budget.spend(clock.now());
        QCOMPARE(background, 2);
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 1h);
        int people = 0;
        for (; budget.delay(clock.now(), Lane::Person) == 0ms; ++people)
            budget.spend(clock.now());
        QCOMPARE(people, 100);
        clock.advance(1h);
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 0ms);
    }

    void withoutAResetOneLooksNowAndThen()
    {
        StandingClock clock;
        DailyBudget budget;
        budget.spend(clock.now());
        budget.learn({200'000, 0, {}}, clock.now());
        QCOMPARE(budget.delay(clock.now(), Lane::Person), 1min);
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 15min);
        clock.advance(15min);
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 0ms);
        budget.spend(clock.now());
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 15min);
        budget.learn({200'000, 199'999, {}}, clock.now());
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 0ms);
        QCOMPARE(budget.remaining(), 199'999);
    }

    void anOldReadingIsForgotten()
    {
        StandingClock clock;
        DailyBudget budget;
        budget.learn({1000, 0, {}}, clock.now());
        clock.advance(24h);
        QCOMPARE(budget.delay(clock.now(), Lane::Background), 0ms);
    }
};

QTEST_GUILESS_MAIN(TestDailyBudget)
#include "tst_dailybudget.moc"
