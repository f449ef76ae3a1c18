// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

//! `preview` and `sync`: looks, plans, shows, and with --yes applies.
class SyncCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncCommand)

public:
    enum class Goal : quint8 {
        Preview, //!< writes nothing
        AskFirst, //!< `sync` without --yes: shows the preview and says how to apply it
        Apply,
    };
    SyncCommand(Context context, Goal goal, int limit);
    ~SyncCommand() override;

    void run() override;
    void interrupt() override;

private:
    void showPlan(const PreparedPlanPtr &plan);
    void showRun(const Run &run);

    const Goal m_goal;
    const int m_limit;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    Engine *m_engine = nullptr;
};

} // namespace twinbook::cli
