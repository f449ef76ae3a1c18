// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backstage.h"

#include <QPointer>

#include <type_traits>

namespace twinbook {

//! The window's port to the accounts, over the thread border to the backstage.
class Connector final : public AccountConnector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Connector)

public:
    explicit Connector(QObject *parent = nullptr);

    //! From now on this backstage is asked. It may die first.
    void setBackstage(Backstage *backstage, const PerSide<QString> &connected);
    void setDrafts(const PerSide<AccountDraft> &drafts);

    [[nodiscard]] QString organizationIn(const QString &pasted) const override;
    void connectAccount(Side side, const AccountForm &form) override;
    void signIn(Side side, const SignInForm &form) override;
    void takePasted(Side side, const QString &pasted) override;
    void chooseAccount(Side side, const QString &id) override;
    void cancelSignIn(Side side) override;
    [[nodiscard]] QString saveRedirectPage(const QString &file) override;
    [[nodiscard]] AccountDraft draft(Side side) const override;
    void keepDraft(Side side, const AccountDraft &draft) override;
    [[nodiscard]] QString connectedAccount(Side side) const override;
    void finishSetup() override;
    void startPractice() override;

Q_SIGNALS:
    void practiceRequested();

private:
    //! Calls a function of the backstage in its thread.
    template<class... Arguments>
    void ask(void (Backstage::*function)(Arguments...),
             const std::decay_t<Arguments> &...arguments) const;

    QPointer<Backstage> m_backstage;
    PerSide<QString> m_connected;
    PerSide<AccountDraft> m_drafts;
};

} // namespace twinbook
