// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

//! `undo run N`, `undo person ID`, `undo field ID FIELD`: plans what would be taken back, shows
//! it, and with --yes does it.
class UndoCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoCommand)

public:
    enum class Goal : quint8 { Preview, AskFirst, Apply };
    struct Subject
    {
        qint64 run = 0; //!< or 0, then the newest change of `person` is meant
        QString person; //!< id of either record or e-mail address
        QString field; //!< id or title of a mapping row; empty for all
    };
    UndoCommand(Context context, Subject subject, Goal goal);
    ~UndoCommand() override;

    void run() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<UndoScope> scope() const;
    void showUndo(const PreparedUndoPtr &undo);
    void showRun(const Run &run);

    const Subject m_subject;
    const Goal m_goal;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    Engine *m_engine = nullptr;
};

} // namespace twinbook::cli
