// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/world.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook::simulation;

namespace {

//! About 200 crash points each; the soak plays ten times as many.
constexpr int scenarios = 20;
//! One crash in so many is followed by another while the first is being cleared up.
constexpr int everySoManyTwice = 10;

//! Something to write in the first sync and something in the second.
Scenario baseScenario(quint32 seed)
{
    Scenario scenario = calmScenario(seed);
    scenario.rounds.resize(2);
    for (Round &round : scenario.rounds) {
        round.wait = 5;
        round.answered = 0;
        round.restart = Round::Restart::No;
    }
    return scenario;
}

} // namespace

//! The program dies at every statement of its database and at every request that leaves and every
//! answer that arrives, once each, over the same syncs; what follows must be as if it had not.
class CrashSweepTest final : public QObject
{
    Q_OBJECT

private:
    Disk m_disk;
    int m_crashes = 0;
    int m_points = 0;

    void crash(Scenario scenario, std::size_t at, int Round::*kind, int moment)
    {
        scenario.rounds[at].*kind = moment;
        if (++m_points % everySoManyTwice == 0) {
            // The next sync begins with recovery; it dies there, and another follows.
            Round recovery;
            recovery.wait = 1;
            recovery.*kind = 1 + (m_points / everySoManyTwice) % 30;
            scenario.rounds.insert(scenario.rounds.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                   recovery);
        }
        const Outcome outcome = runScenario(scenario, m_disk);
        m_crashes += outcome.crashes;
        QVERIFY2(outcome.crashes > 0 || m_points % everySoManyTwice == 0,
                 qPrintable(drawn(scenario)));
        QVERIFY2(outcome.violations.isEmpty(),
                 qPrintable(drawn(scenario) + u'\n'
                            + runScenario(scenario, m_disk, Trace::Words::Kept).trace.join(u'\n')
                            + u'\n' + outcome.violations.join(u'\n')));
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"twinbook.*=false"_s); }
    void everyPoint();
};

void CrashSweepTest::everyPoint()
{
    const int wanted = qEnvironmentVariableIsSet("TWINBOOK_SCENARIOS")
        ? qEnvironmentVariableIntValue("TWINBOOK_SCENARIOS")
        : scenarios;
    for (quint32 seed = 1; seed <= static_cast<quint32>(wanted); ++seed) {
        const Scenario scenario = baseScenario(seed);
        const Outcome sound = runScenario(scenario, m_disk);
        QVERIFY2(sound.violations.isEmpty(), qPrintable(sound.violations.join(u'\n')));
        for (std::size_t at = 0; at < scenario.rounds.size(); ++at) {
            for (int moment = 1; moment <= sound.statements[at]; ++moment)
                crash(scenario, at, &Round::crashAtStatement, moment);
            for (int moment = 1; moment <= sound.messages[at]; ++moment)
                crash(scenario, at, &Round::crashAtMessage, moment);
            if (QTest::currentTestFailed())
                return;
        }
    }
    qInfo("%d scenarios, %d crash points, %d crashes", wanted, m_points, m_crashes);
}

QTEST_GUILESS_MAIN(CrashSweepTest)
#include "tst_crashsweep.moc"
