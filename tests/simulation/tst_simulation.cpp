// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/shrinker.h"
#include "simulation/world.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook::simulation;

namespace {

//! So many histories run a second time and must go the same way.
constexpr int everyOtherTwice = 8;

int numberFrom(const char *variable, int otherwise)
{
    return qEnvironmentVariableIsSet(variable) ? qEnvironmentVariableIntValue(variable) : otherwise;
}

} // namespace

//! Random histories of the whole engine. TWINBOOK_SEED repeats one and prints all of it;
//! TWINBOOK_HISTORIES and TWINBOOK_FIRST_SEED say how many and from where.
class SimulationTest final : public QObject
{
    Q_OBJECT

private:
    Disk m_disk;

    void tell(const Scenario &scenario)
    {
        const Scenario small = shrunk(scenario, m_disk);
        const Outcome outcome = runScenario(small, m_disk, Trace::Words::Kept);
        qWarning("TWINBOOK_SEED=%u fails; shrunk to\n%s\n%s\n%s", scenario.seed,
                 qPrintable(drawn(small)), qPrintable(outcome.trace.join(u'\n')),
                 qPrintable(outcome.violations.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"twinbook.*=false"_s); }
    void onceBroken_data();
    void onceBroken();
    void histories();
    void anyOrderEndsAlike();
};

//! Histories that found a mistake in the program.
void SimulationTest::onceBroken_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::newRow("the index showed a deleted contact, whose old values erased others") << 489U;
    QTest::newRow("the index showed an old value, which became the agreed one") << 525U;
}

void SimulationTest::onceBroken()
{
    QFETCH(const quint32, seed);
    const Outcome outcome = runScenario(randomScenario(seed), m_disk);
    QVERIFY2(outcome.violations.isEmpty(), qPrintable(outcome.violations.join(u'\n')));
}

void SimulationTest::histories()
{
    const bool isRepeated = qEnvironmentVariableIsSet("TWINBOOK_SEED");
    const auto first = isRepeated ? qEnvironmentVariable("TWINBOOK_SEED").toUInt()
                                  : static_cast<quint32>(numberFrom("TWINBOOK_FIRST_SEED", 1));
    const int count = isRepeated ? 1 : numberFrom("TWINBOOK_HISTORIES", 1900);
    const int mostFailures = numberFrom("TWINBOOK_FAILURES", 1);
    QElapsedTimer timer;
    timer.start();
    Outcome all;
    int failures = 0;
    for (quint32 seed = first; seed < first + static_cast<quint32>(count); ++seed) {
        const Scenario scenario = randomScenario(seed);
        const Outcome outcome = runScenario(scenario, m_disk);
        all.crashes += outcome.crashes;
        all.faults += outcome.faults;
        all.races += outcome.races;
        all.writes += outcome.writes;
        all.excused += outcome.excused;
        all.compared += outcome.compared;
        for (const QString &sentence : outcome.sentences)
            QVERIFY(!sentence.isEmpty());
        if (!outcome.violations.isEmpty()) {
            if (failures == 0)
                tell(scenario);
            else
                qWarning("TWINBOOK_SEED=%u fails: %s", seed,
                         qPrintable(outcome.violations.constFirst()));
            if (++failures >= mostFailures)
                break;
        }
        if (seed % everyOtherTwice == 0)
            QCOMPARE(runScenario(scenario, m_disk).traceHash, outcome.traceHash);
    }
    qInfo("%d histories from seed %u, %lld a second: %d faults, %d crashes, %d writes, %d pairs "
          "compared, %d people excused, %d edits nobody could have seen",
          count, first, count * 1000LL / std::max<qint64>(1, timer.elapsed()), all.faults,
          all.crashes, all.writes, all.compared, all.excused, all.races);
    QCOMPARE(failures, 0);
}

//! How long requests take, and so in which order they are answered, changes nothing (I16).
void SimulationTest::anyOrderEndsAlike()
{
    const int count = numberFrom("TWINBOOK_HISTORIES", 1900) / 10;
    for (quint32 seed = 1; seed <= static_cast<quint32>(count); ++seed) {
        Scenario scenario = calmScenario(seed);
        for (Round &round : scenario.rounds)
            round.answered = 0;
        const QStringList census = runScenario(scenario, m_disk).census;
        scenario.delays += 1'000'000;
        const QStringList other = runScenario(scenario, m_disk).census;
        QVERIFY2(census == other,
                 qPrintable(u"seed %1\n%2\n%3"_s.arg(seed).arg(drawn(scenario),
                                                               (census + other).join(u'\n'))));
    }
}

QTEST_GUILESS_MAIN(SimulationTest)
#include "tst_simulation.moc"
