// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/schedule.h"

#include <algorithm>

namespace twinbook {

QDateTime nextRunAt(const ScheduleSettings &settings, AutomationConsent consent,
                    const std::optional<QDateTime> &lastRunEnded, const QDateTime &now)
{
    if (settings.mode == ScheduleSettings::Mode::ByHand || consent == AutomationConsent::NotYet)
        return {};
    QDateTime due = now;
    // A last run in the future means that the clock was set back: waiting for it would be for ever.
    if (lastRunEnded && *lastRunEnded <= now)
        due = std::max(now, lastRunEnded->addSecs(std::chrono::seconds(settings.interval).count()));
    if (settings.pausedUntil.isValid())
        due = std::max(due, settings.pausedUntil);
    return due;
}

} // namespace twinbook
