// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "store/database.h"

namespace twinbook::cli {

//! `history`: the runs, newest first, all or of the last days; with a run's number its changes,
//! before and after.
class HistoryCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryCommand)

public:
    //! `run` 0 lists the runs.
    HistoryCommand(Context context, qint64 run, int days);
    void run() override;

private:
    void listRuns(const Database &database);
    void listChanges(const Database &database);

    const qint64 m_run;
    const int m_days; //!< 0 is all
};

//! `history keep DAYS`: for how long changes are remembered.
class HistoryKeepCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryKeepCommand)

public:
    HistoryKeepCommand(Context context, int days);
    void run() override;

private:
    const int m_days;
};

} // namespace twinbook::cli
