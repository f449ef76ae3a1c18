// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QMetaType>

#include <chrono>
#include <optional>

namespace twinbook {

//! What a person chose for automatic sync.
struct ScheduleSettings
{
    enum class Mode : quint8 { ByHand, Automatic } mode = Mode::ByHand;
    std::chrono::minutes interval {60};
    //! No automatic run before this moment (UTC); invalid: not paused.
    QDateTime pausedUntil;
    friend bool operator==(const ScheduleSettings &, const ScheduleSettings &) = default;
};

//! Whether automatic sync may be switched on: only after a person has applied a preview.
enum class AutomationConsent : quint8 { NotYet, Given };

struct ScheduleState
{
    ScheduleSettings settings;
    AutomationConsent consent = AutomationConsent::NotYet;
    QDateTime nextRun; //!< UTC; invalid if none is planned
    friend bool operator==(const ScheduleState &, const ScheduleState &) = default;
};

//! When the next automatic run is due: never without consent, never while paused, `interval`
//! after the end of the last run, at once if that has passed. Pure.
[[nodiscard]] QDateTime nextRunAt(const ScheduleSettings &settings, AutomationConsent consent,
                                  const std::optional<QDateTime> &lastRunEnded,
                                  const QDateTime &now);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::ScheduleSettings)
Q_DECLARE_METATYPE(twinbook::ScheduleState)
