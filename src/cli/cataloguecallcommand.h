// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "catalogue/operationrequest.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <QList>
#include <QPointer>

#include <memory>
#include <utility>

namespace twinbook::cli {

//! `catalogue call`: sends one operation to the connected account and shows what came back. What
//! changes something is asked about on a terminal, and elsewhere needs --yes.
class CatalogueCallCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueCallCommand)

public:
    enum class Consent : quint8 { Given, AskFirst };
    struct Call
    {
        QString operation;
        QList<std::pair<QString, QString>> values; //!< from --set
        QString bodyFile; //!< from --body; "-" is standard input; empty: none
        Consent consent = Consent::AskFirst;
    };

    CatalogueCallCommand(Context context, Call call);
    ~CatalogueCallCommand() override;

    void run() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<TestRequest> compose();
    [[nodiscard]] Result<> fill(OperationRequest &draft) const;
    [[nodiscard]] bool mayChange(const TestRequest &request) const;
    void send(const TestRequest &request);
    void show(const RawReply &reply);

    const Call m_call;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    QPointer<RawReplyJob> m_running;
};

//! `catalogue sent`: the writing requests that were sent, newest first.
class CatalogueSentCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogueSentCommand)

public:
    explicit CatalogueSentCommand(Context context);

    void run() override;
};

} // namespace twinbook::cli
