// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/scheduler.h"

#include "core/logging.h"
#include "store/runhistory.h"
#include "store/settingsstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

// QTimer counts in int milliseconds and sleeps through suspend, so the clock is looked at again
// at least this often.
constexpr std::chrono::milliseconds longestNap {60'000};

} // namespace

Scheduler::Scheduler(const Database &database, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_state.nextRun.isValid() && m_clock.now() >= m_state.nextRun)
            Q_EMIT due();
        plan();
    });
    load();
    plan();
}

void Scheduler::load()
{
    const Result<QJsonObject> stored = SettingsStore(m_database, m_clock).section(u"schedule"_s);
    if (!stored) {
        qCWarning(logEngine) << "schedule could not be read:" << stored.error().detail;
        return;
    }
    m_state.settings.mode = stored->value("automatic"_L1).toBool()
        ? ScheduleSettings::Mode::Automatic
        : ScheduleSettings::Mode::ByHand;
    m_state.settings.interval
        = std::chrono::minutes(std::clamp(stored->value("minutes"_L1).toInt(60), 5, 7 * 24 * 60));
    m_state.settings.pausedUntil
        = QDateTime::fromString(stored->value("pausedUntil"_L1).toString(), Qt::ISODate);
    m_state.consent = stored->value("consent"_L1).toBool() ? AutomationConsent::Given
                                                           : AutomationConsent::NotYet;
    const Result<QList<Run>> newest = RunHistory(m_database, m_clock).newest(1);
    if (newest && !newest->isEmpty() && newest->constFirst().endedAt.isValid())
        m_lastRunEnded = newest->constFirst().endedAt;
}

Result<> Scheduler::save()
{
    return SettingsStore(m_database, m_clock)
        .setSection(u"schedule"_s,
                    {{u"automatic"_s, m_state.settings.mode == ScheduleSettings::Mode::Automatic},
                     {u"minutes"_s, static_cast<int>(m_state.settings.interval.count())},
                     {u"pausedUntil"_s, m_state.settings.pausedUntil.toString(Qt::ISODate)},
                     {u"consent"_s, m_state.consent == AutomationConsent::Given}});
}

Result<> Scheduler::setSettings(const ScheduleSettings &settings)
{
    m_state.settings = settings;
    plan();
    return save();
}

Result<> Scheduler::giveConsent()
{
    if (m_state.consent == AutomationConsent::Given)
        return {};
    m_state.consent = AutomationConsent::Given;
    plan();
    return save();
}

void Scheduler::runEnded()
{
    m_lastRunEnded = m_clock.now();
    plan();
}

void Scheduler::plan()
{
    const QDateTime now = m_clock.now();
    m_state.nextRun = nextRunAt(m_state.settings, m_state.consent, m_lastRunEnded, now);
    m_timer.stop();
    if (m_state.nextRun.isValid()) {
        const auto wait
            = std::chrono::milliseconds(std::max<qint64>(1000, now.msecsTo(m_state.nextRun)));
        m_timer.start(std::min(wait, longestNap));
    }
    Q_EMIT stateChanged(m_state);
}

} // namespace twinbook
