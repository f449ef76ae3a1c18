// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

namespace twinbook::cli {

//! `status`: the health sentence and the counts, from the database alone. Works beside a running
//! window.
class StatusCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusCommand)

public:
    using Command::Command;
    void run() override;
};

} // namespace twinbook::cli
