// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "cli/pilotwords.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

//! How a sync is to be done.
struct SyncWishes
{
    enum class Goal : quint8 {
        Preview, //!< writes nothing
        AskFirst, //!< `sync` without --yes: shows the preview and says how to apply it
        Apply,
    } goal = Goal::Preview;
    enum class From : quint8 {
        Services, //!< both lists are read
        LastSeen, //!< goes on with a run that was stopped; no list is read
    } from = From::Services;
    PilotWords pilot;
    ApplyRequest::Past past = ApplyRequest::Past::BroughtTogether;
};

//! `preview` and `sync`: looks, plans, shows, and with --yes applies.
class SyncCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncCommand)

public:
    SyncCommand(Context context, SyncWishes wishes);
    ~SyncCommand() override;

    void run() override;
    void interrupt() override;

private:
    void planned(const PreparedPlanPtr &plan);
    void showPlan(const PreparedPlan &plan, const ApplyRequest &request);
    void showRun(const Run &run);

    const SyncWishes m_wishes;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    Engine *m_engine = nullptr;
};

} // namespace twinbook::cli
