// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "probe/probejob.h"
#include "workspace/workspace.h"

#include <QPointer>
#include <QSaveFile>

#include <memory>

namespace twinbook::cli {

//! `probe`: asks the connected account which of our quirks hold, and keeps the answer, by which
//! the clients go from then on. With a file name the result is also written there, in the form
//! that readProbeFile() reads.
class ProbeCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProbeCommand)

public:
    //! `file` may be empty.
    ProbeCommand(Context context, ProbeOrder order, const QString &file);
    ~ProbeCommand() override;

    void run() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<> prepare();
    void show(const ProbeReport &report);
    [[nodiscard]] Result<> write(const QJsonObject &report);
    [[nodiscard]] Result<> keep(const QJsonObject &report);
    [[nodiscard]] Failure unwritable() const;

    const ProbeOrder m_order;
    QSaveFile m_file;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<RawRequests> m_account;
    QPointer<ProbeJob> m_running;
};

} // namespace twinbook::cli
