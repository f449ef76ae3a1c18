// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "engine/schedule.h"
#include "store/database.h"

#include <QObject>
#include <QTimer>

namespace twinbook {

//! Says when an automatic run is due and keeps what people chose. Knows nothing of syncing.
class Scheduler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    Scheduler(const Database &database, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const ScheduleState &state() const { return m_state; }
    //! Errors are of kind Storage; the choice then holds until the program ends.
    Result<> setSettings(const ScheduleSettings &settings);
    //! A person has applied a preview: automatic sync may be switched on from now on.
    Result<> giveConsent();
    //! Call after each run: the next one is counted from here.
    void runEnded();

Q_SIGNALS:
    void due();
    void stateChanged(const twinbook::ScheduleState &state);

private:
    void load();
    Result<> save();
    void plan();

    const Database &m_database;
    const Clock &m_clock;
    ScheduleState m_state;
    std::optional<QDateTime> m_lastRunEnded;
    QTimer m_timer;
};

} // namespace twinbook
