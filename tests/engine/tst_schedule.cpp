// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/schedule.h"

#include <QTest>

using namespace twinbook;
using namespace std::chrono_literals;

class TestSchedule final : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now {QDate(2026, 3, 2), QTime(10, 0), Qt::UTC};

private Q_SLOTS:
    void byHandNeverRuns()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::ByHand, 15min, {}};
        QVERIFY(!nextRunAt(settings, AutomationConsent::Given, m_now.addDays(-1), m_now).isValid());
    }

    void neverBeforeAPersonHasAppliedAPreview()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::Automatic, 15min, {}};
        QVERIFY(
            !nextRunAt(settings, AutomationConsent::NotYet, m_now.addDays(-1), m_now).isValid());
    }

    void anIntervalAfterTheLastRun()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::Automatic, 15min, {}};
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, m_now.addSecs(-60), m_now),
                 m_now.addSecs(14 * 60));
    }

    void atOnceIfOverdue()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::Automatic, 15min, {}};
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, m_now.addDays(-7), m_now), m_now);
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, std::nullopt, m_now), m_now);
        // The clock was set back.
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, m_now.addYears(1), m_now), m_now);
    }

    void notWhilePaused()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::Automatic, 15min,
                                         m_now.addSecs(3600)};
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, m_now.addDays(-1), m_now),
                 m_now.addSecs(3600));
    }

    void aPauseThatIsOverDoesNotCount()
    {
        const ScheduleSettings settings {ScheduleSettings::Mode::Automatic, 15min,
                                         m_now.addSecs(-3600)};
        QCOMPARE(nextRunAt(settings, AutomationConsent::Given, m_now.addSecs(-60), m_now),
                 m_now.addSecs(14 * 60));
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
