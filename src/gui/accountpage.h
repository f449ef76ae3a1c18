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
    enum class State : quint8 { Filling, Testing, Connected };

    //! `connector` must outlive the page.
    AccountPage(Side side, AccountConnector &connector, QWidget *parent = nullptr);
    ~AccountPage() override;

    [[nodiscard]] State state() const { return m_state; }
    //! Tests what was typed. If something is missing, says so beside the field instead.
    void test();
    void forgetSecret();
    //! The text a person who is not the owner can send on. Never asks for a secret to be sent.
    [[nodiscard]] static QString requestText();

Q_SIGNALS:
    void stateChanged(twinbook::AccountPage::State state);

private:
    void setUp();
    void setUpOfficeRnD();
    void setUpHighLevel();
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
};

} // namespace twinbook
