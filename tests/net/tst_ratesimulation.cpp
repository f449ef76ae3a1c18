// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratesimulation.h"

#include <QtTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

using Settings = RateSimulation::Settings;
using Counting = ModelAllowance::Counting;

constexpr RateWindow perMinute {400, 60s};

//! One request after another, evenly, as many as `part` of the allowance.
RateSimulation::Competitor steady(RateWindow window, double part)
{
    const auto gap
        = std::llround(static_cast<double>(window.length.count()) / (window.limit * part));
    return [gap](qint64, std::mt19937_64 &) { return gap; };
}

//! As many on average, at moments of chance.
RateSimulation::Competitor random(RateWindow window, double part)
{
    const double rate = window.limit * part / static_cast<double>(window.length.count());
    return [rate](qint64, std::mt19937_64 &generator) {
        return std::llround(std::exponential_distribution<double>(rate)(generator));
    };
}

//! As many at once, once in each window.
RateSimulation::Competitor bursts(RateWindow window, double part)
{
    const auto count = static_cast<int>(window.limit * part);
    auto sent = std::make_shared<int>(0);
    return [=](qint64, std::mt19937_64 &) -> qint64 {
        return ++*sent % count == 0 ? window.length.count() - count + 1 : 1;
    };
}

} // namespace

//! The judge of RateBudget: counted where the service stands, in a time of its own.
class TestRateSimulation final : public QObject
{
    Q_OBJECT

private:
    static void addServices()
    {
        QTest::addColumn<int>("counting");
        QTest::addColumn<bool>("minute");
        QTest::addColumn<int>("longestWay");
        const auto row = [](const char *name, Counting counting, bool minute, int longestWay) {
            QTest::newRow(name) << static_cast<int>(counting) << minute << longestWay;
        };
        row("fixed by the clock", Counting::FixedByClock, false, 150);
        row("opened by a request", Counting::OpenedByRequest, false, 150);
        row("sliding", Counting::Sliding, false, 150);
        row("sliding, near", Counting::Sliding, false, 45);
        row("sliding, uneven", Counting::Sliding, false, 300);
        row("a minute, told", Counting::OpenedByRequest, true, 150);
        row("a minute by the clock, told", Counting::FixedByClock, true, 150);
    }

    static Settings settings(int counting, bool minute, int longestWay)
    {
        Settings settings;
        settings.counting = static_cast<Counting>(counting);
        settings.longestWay = longestWay;
        if (minute) {
            settings.window = perMinute;
            settings.assumed = {200, 60s};
            settings.reset = ModelAllowance::Reset::Told;
        }
        return settings;
    }

    static void report(const RateSimulation &run)
    {
        qInfo("use %.2f %%, refused %d of %d (%.3f %%), others %d let through and %d refused, "
              "%lld s",
              run.use() * 100, run.refused, run.accepted + run.refused, run.refusedPart() * 100,
              run.competitorAccepted, run.competitorRefused, run.duration() / 1000);
    }

private Q_SLOTS:
    void aloneTheAllowanceIsUsedUp_data() { addServices(); }
    void aloneTheAllowanceIsUsedUp()
    {
        QFETCH(int, counting);
        QFETCH(bool, minute);
        QFETCH(int, longestWay);
        for (const quint64 seed : {1U, 2U, 3U}) {
            Settings settings = TestRateSimulation::settings(counting, minute, longestWay);
            settings.seed = seed;
            RateSimulation run(settings);
            run.run();
            report(run);
            QCOMPARE(run.accepted, settings.requests);
            QCOMPARE(run.refused, 0);
            QVERIFY(run.use() >= 0.97);
        }
    }

    void besideACompetitor_data() { addServices(); }
    void besideACompetitor()
    {
        QFETCH(int, counting);
        QFETCH(bool, minute);
        QFETCH(int, longestWay);
        Settings settings = TestRateSimulation::settings(counting, minute, longestWay);
        for (const auto &make : {steady, random, bursts}) {
            RateSimulation run(settings, make(settings.window, 0.5));
            run.run();
            report(run);
            QCOMPARE(run.accepted, settings.requests);
            QCOMPARE(run.lost, 0);
            QVERIFY(run.refusedPart() < 0.005);
            QVERIFY(run.use() > 0.3);
        }
    }

    //! As it was reported for private integrations: refused well below the documented limit.
    void anAllowanceNobodyTellsIsFound_data() { addServices(); }
    void anAllowanceNobodyTellsIsFound()
    {
        QFETCH(int, counting);
        QFETCH(bool, minute);
        QFETCH(int, longestWay);
        Settings settings = TestRateSimulation::settings(counting, minute, longestWay);
        settings.headers = Settings::Headers::Missing;
        settings.assumed = settings.window;
        settings.window.limit = settings.window.limit * 3 / 5;
        RateSimulation run(settings);
        run.run();
        report(run);
        QCOMPARE(run.accepted, settings.requests);
        QCOMPARE(run.lost, 0);
        QVERIFY(run.refusedPart() < 0.01);
        QVERIFY(run.use() > 0.7);
    }

    void aCompetitorThatComesAndGoes_data() { addServices(); }
    void aCompetitorThatComesAndGoes()
    {
        QFETCH(int, counting);
        QFETCH(bool, minute);
        QFETCH(int, longestWay);
        const Settings settings = TestRateSimulation::settings(counting, minute, longestWay);
        const auto asking = steady(settings.window, 0.5);
        const qint64 shift = 10 * settings.window.length.count();
        RateSimulation run(settings, [=](qint64 now, std::mt19937_64 &generator) {
            const bool asleep = now / shift % 2 == 0;
            return asleep ? shift - now % shift : asking(now, generator);
        });
        run.run();
        report(run);
        QCOMPARE(run.accepted, settings.requests);
        QCOMPARE(run.lost, 0);
        QVERIFY(run.refusedPart() < 0.005);
        QVERIFY(run.use() > 0.6);
    }
};

QTEST_GUILESS_MAIN(TestRateSimulation)
#include "tst_ratesimulation.moc"
