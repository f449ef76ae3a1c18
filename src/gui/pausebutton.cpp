// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/pausebutton.h"

#include "gui/theme.h"

#include <QDateTime>
#include <QMenu>

namespace twinbook {

namespace {

constexpr qint64 hour = 3600;

//! The start of tomorrow's working day, local time.
QDateTime tomorrowMorning(const QDateTime &now)
{
    return QDateTime(now.toLocalTime().date().addDays(1), QTime(8, 0)).toUTC();
}

} // namespace

PauseButton::PauseButton(QWidget *parent)
    : QPushButton(parent)
    , m_menu(new QMenu(this))
{
    setAutoDefault(false);
    m_menu->addAction(tr("For 1 hour"), this,
                      [this] { pauseUntil(m_controller->clock().now().addSecs(hour)); });
    m_menu->addAction(tr("Until tomorrow at 8"), this,
                      [this] { pauseUntil(tomorrowMorning(m_controller->clock().now())); });
    connect(this, &QPushButton::clicked, this, [this] {
        if (menu() == nullptr)
            pauseUntil({});
    });
    hide();
}

void PauseButton::setController(SyncController &controller)
{
    m_controller = &controller;
    connect(&controller, &SyncController::scheduleChanged, this, &PauseButton::follow);
    follow(controller.schedule());
}

void PauseButton::follow(const ScheduleState &state)
{
    setVisible(state.settings.mode == ScheduleSettings::Mode::Automatic);
    const bool paused = isPaused(state, m_controller->clock().now());
    setText(paused ? tr("Resume automatic sync") : tr("Pause automatic sync"));
    setIcon(twinbook::icon(paused ? Icon::Resume : Icon::Pause));
    setMenu(paused ? nullptr : m_menu);
}

void PauseButton::pauseUntil(const QDateTime &moment)
{
    ScheduleSettings settings = m_controller->schedule().settings;
    settings.pausedUntil = moment;
    m_controller->setSchedule(settings);
}

bool isPaused(const ScheduleState &state, const QDateTime &now)
{
    return state.settings.pausedUntil.isValid() && state.settings.pausedUntil > now;
}

} // namespace twinbook
