// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/accountconnector.h"

#include <QWidget>

#include <memory>

namespace twinbook {

namespace Ui {
class AccountPage;
}

//! Connects one service: what to copy from where, the fields, and a test that says what it means.
//! An error stands beside the field it belongs to and keeps what was typed; the secret is
//! forgotten once it was used.
class AccountPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountPage)

public:
    enum class State : quint8 {
        Filling,
        Testing, //!< nothing to press but Cancel: the service or the browser is waited for
        Choosing, //!< "Is this the right account?"
        Connected,
    };

    //! `connector` must outlive the page.
    AccountPage(Side side, AccountConnector &connector, QWidget *parent = nullptr);
    ~AccountPage() override;

    [[nodiscard]] State state() const { return m_state; }
    //! The next step: tests what was typed, begins the sign-in, or takes the chosen account. If
    //! something is missing, says so beside the field instead.
    void test();
    //! The page is left: ends a sign-in that waits, keeps what was typed, forgets the secret.
    void leave();
    //! The text a person who is not the owner can send on. Never asks for a secret to be sent.
    [[nodiscard]] static QString requestText();

Q_SIGNALS:
    void stateChanged(twinbook::AccountPage::State state);

private:
    void setUp();
    void setUpOfficeRnD();
    void setUpHighLevel();
    void setUpSignIn();
    void setWay(AccountDraft::Way way);
    void tellOfficeRnDWay();
    void tellHighLevelWay();
    void begin();
    void showSignIn(const SignInProgress &progress);
    void savePage(const QString &file);
    void forgetSecret();
    void showSteps(const QStringList &steps);
    void setState(State state);
    void showAddress();
    void showOutcome(const ConnectionOutcome &outcome);
    void showLines(const QList<ConnectionLine> &lines);
    void showConnected(const QString &accountName);
    void blame(ConnectionOutcome::Field field, const QString &sentence);
    void clearBlame();
    void copyRequest();
    void openInBrowser();
    [[nodiscard]] bool isComplete();

    const Side m_side;
    AccountConnector &m_connector;
    std::unique_ptr<Ui::AccountPage> m_ui;
    State m_state = State::Filling;
    AccountDraft::Way m_way = AccountDraft::Way::Key;
};

} // namespace twinbook
