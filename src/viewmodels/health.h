// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "engine/schedule.h"
#include "store/runhistory.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace twinbook {

//! The state of everything in one sentence (experience.md U80), the same in the window, the title
//! bar and `twinbookctl status`.
struct Health
{
    enum class Level : quint8 { Good, Attention, Stopped, Working } level = Level::Good;
    //! The one thing to do about it.
    enum class Action : quint8 {
        None,
        Review, //!< the open decisions
        Preview, //!< the changes that wait
        CheckForChanges,
        SignInAgain,
        ShowRun, //!< the last one, in the history
        Resume,
    } action = Action::None;
    QString sentence;
    friend bool operator==(const Health &, const Health &) = default;
};

//! What health depends on.
struct HealthFacts
{
    //! What is going on now.
    enum class Activity : quint8 { Idle, Checking, Applying, Paused } activity = Activity::Idle;
    std::optional<Run> lastRun; //!< newest of any ending
    std::optional<QDateTime> lastSuccess; //!< end of the newest completed run
    std::optional<Error> lastError; //!< of a check that failed since
    int openDecisions = 0; //!< questions; there can be several about one person
    int waitingPeople = 0; //!< people with at least one question
    int failedPeople = 0;
    int pendingChanges = 0; //!< writes the last plan would make
    ScheduleState schedule;
};

//! Pure. `now` is UTC; times in the sentence are local.
[[nodiscard]] Health healthOf(const HealthFacts &facts, const QDateTime &now);

//! A UTC moment in local words, as short as clear: "10:42" today, "Tue 10:42" within six days,
//! "2 Nov 10:42" before that; "never" if invalid.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Health)
