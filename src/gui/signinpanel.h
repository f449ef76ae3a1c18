// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/accountconnector.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace twinbook {

namespace Ui {
class SignInPanel;
}

//! A sign-in with the browser: the application to sign in with, the wait for the browser, and the
//! question which account is meant. Opens the browser; everything else it asks its owner for.
class SignInPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInPanel)

public:
    enum class Stage : quint8 {
        Filling,
        Waiting, //!< for the browser, or for the service once it came back
        Choosing,
    };

    explicit SignInPanel(QWidget *parent = nullptr);
    ~SignInPanel() override;

    //! Which service it signs in to, for its sentences.
    void setSide(Side side);
    //! Where the browser comes back to when there is no redirect page, as it is registered with
    //! an application of either service.
    [[nodiscard]] static QString returnAddress();
    [[nodiscard]] Stage stage() const { return m_stage; }
    //! What was typed, or nothing: then what is missing was said beside its field.
    [[nodiscard]] std::optional<SignInForm> complete();
    //! The account that is marked in the list; empty if none is.
    [[nodiscard]] QString chosenAccount() const;

    void showFilling();
    //! At Waiting the browser is opened.
    void showProgress(const SignInProgress &progress);
    void refusePasted(const QString &sentence);
    void forgetSecret();

    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString redirectPage() const;
    void fill(const QString &clientId, const QString &redirectPage);

Q_SIGNALS:
    void pasted(const QString &text);
    void cancelled();
    //! The right account is not among those that were opened.
    void anotherWanted();
    void savePageRequested(const QString &file);

private:
    void setUpTexts();
    void setStage(Stage stage);
    void showWaiting(const QUrl &address);
    void showChoices(const SignInProgress &progress);
    void openBrowser();
    void usePasted();
    void askWhereToSave();

    std::unique_ptr<Ui::SignInPanel> m_ui;
    Side m_side = Side::Right;
    Stage m_stage = Stage::Filling;
    QUrl m_address;
};

} // namespace twinbook
