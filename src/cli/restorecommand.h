// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

namespace twinbook::cli {

//! `restore list` and `restore use N`: what Twinbook remembered before a run, brought back.
class RestoreCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreCommand)

public:
    //! `run` 0 lists.
    RestoreCommand(Context context, qint64 run);
    void run() override;

private:
    void list();
    void use();

    const qint64 m_run;
};

} // namespace twinbook::cli
