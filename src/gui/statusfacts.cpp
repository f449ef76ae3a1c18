// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/statusfacts.h"

#include "gui/pausebutton.h"
#include "gui/picture.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QHBoxLayout>

namespace twinbook {

StatusFacts::StatusFacts(SyncController &controller, const PerSide<QString> &accounts,
                         QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_schedule(new PlainLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::half, space::two, space::half);
    row->setSpacing(space::one);
    for (const Side side : bothSides) {
        const QString text = accounts[side].isEmpty()
            ? tr("%1: not connected").arg(serviceName(side))
            : tr("%1: %2").arg(serviceName(side), accounts[side]);
        auto *label = new PlainLabel(text, PlainLabel::Look::Muted, this);
        label->setWordWrap(false);
        row->addWidget(new Picture(sideIcon(side), sideTone(side), 1.15, this));
        row->addWidget(label);
        row->addSpacing(space::two);
    }
    row->addStretch(1);
    m_schedule->setLook(PlainLabel::Look::Muted);
    m_schedule->setWordWrap(false);
    row->addWidget(m_schedule);
    auto *pause = new PauseButton(this);
    pause->setFlat(true);
    pause->setController(controller);
    row->addWidget(pause);
    // The sentence about health changes every minute at most, and the next time with it.
    connect(&controller, &SyncController::scheduleChanged, this, &StatusFacts::showSchedule);
    connect(&controller, &SyncController::healthChanged, this, &StatusFacts::showSchedule);
    showSchedule();
}

void StatusFacts::showSchedule()
{
    const ScheduleState state = m_controller.schedule();
    const QDateTime now = m_controller.clock().now();
    if (state.settings.mode == ScheduleSettings::Mode::ByHand)
        m_schedule->setText(tr("Automatic sync is off"));
    else if (isPaused(state, now))
        m_schedule->setText(
            tr("Automatic sync paused until %1").arg(momentText(state.settings.pausedUntil, now)));
    else if (state.nextRun.isValid())
        m_schedule->setText(tr("Next automatic sync %1").arg(momentText(state.nextRun, now)));
    else
        m_schedule->setText(tr("Automatic sync is on"));
}

} // namespace twinbook
