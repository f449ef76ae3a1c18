// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/accountconnector.h"

#include <QUrl>

namespace twinbook::testing {

//! The port to connecting, answered by the test.
class FakeConnector final : public AccountConnector
{
public:
    using AccountConnector::AccountConnector;

    [[nodiscard]] QString organizationIn(const QString &pasted) const override
    {
        const QStringList parts = QUrl(pasted).path().split(u'/', Qt::SkipEmptyParts);
        return parts.isEmpty() ? QString() : parts.constLast();
    }
    void connectAccount(Side side, const AccountForm &form) override
    {
        forms[side] = form;
        ++tests;
    }
    [[nodiscard]] QString connectedAccount(Side side) const override { return accounts[side]; }
    void signIn(Side side, const SignInForm &form) override
    {
        signInForms[side] = form;
        ++signIns;
    }
    void takePasted(Side, const QString &text) override { pastedTexts += text; }
    void chooseAccount(Side, const QString &id) override { chosen += id; }
    void cancelSignIn(Side) override { ++cancelled; }
    [[nodiscard]] QString saveRedirectPage(const QString &file) override
    {
        saved += file;
        return {};
    }
    [[nodiscard]] AccountDraft draft(Side side) const override { return drafts[side]; }
    void keepDraft(Side side, const AccountDraft &draft) override { drafts[side] = draft; }
    void finishSetup() override { ++finished; }
    void startPractice() override { ++practised; }

    //! What the service says to the last form.
    void answer(Side side, const ConnectionOutcome &outcome)
    {
        if (outcome.verdict == ConnectionOutcome::Verdict::Connected)
            accounts[side] = outcome.accountName;
        Q_EMIT tested(side, outcome);
    }

    void move(Side side, const SignInProgress &progress) { Q_EMIT signInMoved(side, progress); }
    void refusePasted(Side side, const QString &sentence) { Q_EMIT pasteRefused(side, sentence); }

    PerSide<AccountForm> forms;
    PerSide<SignInForm> signInForms;
    PerSide<AccountDraft> drafts;
    QStringList pastedTexts;
    QStringList chosen;
    QStringList saved;
    int signIns = 0;
    int cancelled = 0;
    PerSide<QString> accounts;
    int tests = 0;
    int finished = 0;
    int practised = 0;
};

} // namespace twinbook::testing
