// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <QUrl>

#include <memory>

namespace twinbook::cli {

//! `connect officernd` and `connect highlevel`. The secret is read from standard input, because
//! arguments can be seen by every user of the computer.
class ConnectCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectCommand)

public:
    struct Account
    {
        Side side = Side::Left;
        QUrl url;
        QUrl identityUrl; //!< OfficeRnD only
        QString name; //!< organisation or location
        QString clientId; //!< OfficeRnD only
    };
    ConnectCommand(Context context, Account account);
    ~ConnectCommand() override;

    void run() override;

private:
    [[nodiscard]] std::unique_ptr<ConnectionJob> attempt(const QString &secret);
    void connected(const ConnectionReport &report);

    const Account m_account;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace twinbook::cli
