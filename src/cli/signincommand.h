// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "cli/standardinput.h"
#include "workspace/workspace.h"

#include <QPointer>

#include <memory>

namespace twinbook::cli {

//! `connect ... --browser`. The first line on standard input is the client secret (empty: the one
//! that was kept); what follows is a code to be pasted, and then the answer to "Is this the right
//! account?". The address to open is said on standard error, so that standard output stays the
//! result's.
class SignInCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInCommand)

public:
    struct Order
    {
        Side side = Side::Right;
        QUrl url; //!< of the service; empty for its usual one
        QUrl identityUrl; //!< OfficeRnD only
        SignInApp app;
        //! The account that must be opened; empty to be asked.
        QString account;
    };
    SignInCommand(Context context, Order order);
    ~SignInCommand() override;

    void run() override;
    void interrupt() override;

private:
    [[nodiscard]] Result<std::unique_ptr<SignInConnecting>> attempt();
    void begin();
    void takeLine(const QString &text);
    void tellAddress(const QUrl &address) const;
    void ask(const SignInOffer &offer);
    void takeChoice(const QString &text);
    void choose(const QString &account);
    void noMoreInput();
    //! A sentence for the person at the terminal, beside the result.
    void say(const QString &text) const;

    enum class Stage : quint8 { Secret, Browser, Finishing, Choice, Trial };

    Order m_order;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    StandardInput m_input;
    Stage m_stage = Stage::Secret;
    QStringList m_early; //!< lines for a question that has not been asked yet
    bool m_inputEnded = false;
    QPointer<SignInConnecting> m_signIn;
    QList<AccountChoice> m_offered;
};

//! `connect redirect-page FILE`: writes the page that a person publishes for --redirect-page.
class RedirectPageCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RedirectPageCommand)

public:
    RedirectPageCommand(Context context, QString file);
    void run() override;

private:
    const QString m_file;
};

} // namespace twinbook::cli
