// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace twinbook {

//! What a person types to connect a service. `address` is any pasted OfficeRnD address or the
//! bare organisation; for HighLevel it is the location id.
struct AccountForm
{
    QString address;
    QString clientId; //!< OfficeRnD only
    QString secret; //!< client secret or private integration token; forgotten after use
};

//! What a person types to sign in with the browser through an application of their own.
struct SignInForm
{
    QString clientId;
    QString clientSecret; //!< forgotten after use; empty for the one that was kept before
    //! Where the redirect page is published; empty if the browser comes back by itself.
    QString redirectPage;
};

//! An account that a sign-in opens. All texts but the id are hostile and may be empty.
struct OfferedAccount
{
    QString id;
    QString name;
    QString place;
    friend bool operator==(const OfferedAccount &, const OfferedAccount &) = default;
};

//! How far a sign-in with the browser has come.
struct SignInProgress
{
    enum class Stage : quint8 {
        Waiting, //!< `address` is to be opened in the browser; a code may be pasted
        Finishing, //!< the browser came back
        Choosing, //!< "Is this the right account?"; goes on with chooseAccount()
    } stage = Stage::Waiting;
    QUrl address {};
    QList<OfferedAccount> accounts {};
    QStringList missing {}; //!< permissions that were not granted, in words
    friend bool operator==(const SignInProgress &, const SignInProgress &) = default;
};

//! What was typed and not used yet. Holds no secret.
struct AccountDraft
{
    enum class Way : quint8 { Key, Browser } way = Way::Key;
    QString address;
    QString clientId;
    QString redirectPage;
    friend bool operator==(const AccountDraft &, const AccountDraft &) = default;
};

//! One line of the connection test: "Signed in to Acme Spaces", "Can read 1,284 people".
struct ConnectionLine
{
    enum class State : quint8 { Good, Warning, Bad } state = State::Good;
    QString text;
    friend bool operator==(const ConnectionLine &, const ConnectionLine &) = default;
};

//! Outcome of a connection test.
struct ConnectionOutcome
{
    enum class Verdict : quint8 { Connected, Refused } verdict = Verdict::Refused;
    QList<ConnectionLine> lines; //!< at most three
    QString accountName;
    //! Which of the form's fields the refusal is about.
    enum class Field : quint8 { None, Address, ClientId, Secret } field = Field::None;
    friend bool operator==(const ConnectionOutcome &, const ConnectionOutcome &) = default;
};

//! The port through which the window connects accounts; implemented where the services are known.
//! Secrets go to the keyring only.
class AccountConnector : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! What of a pasted text is the organisation, or an empty string.
    [[nodiscard]] virtual QString organizationIn(const QString &pasted) const = 0;
    //! Tests and, if it works, keeps the account. Ends with tested().
    virtual void connectAccount(Side side, const AccountForm &form) = 0;
    //! Begins a sign-in with the browser. Tells signInMoved() and ends with tested().
    virtual void signIn(Side side, const SignInForm &form) = 0;
    //! The code that the browser showed, or the address it ended at; see pasteRefused().
    virtual void takePasted(Side side, const QString &pasted) = 0;
    virtual void chooseAccount(Side side, const QString &id) = 0;
    //! Ends the sign-in, if there is one, with tested().
    virtual void cancelSignIn(Side side) = 0;
    //! Writes the page that people publish for their application. A sentence if it failed.
    [[nodiscard]] virtual QString saveRedirectPage(const QString &file) = 0;
    //! What was typed when the form was last left.
    [[nodiscard]] virtual AccountDraft draft(Side side) const = 0;
    virtual void keepDraft(Side side, const AccountDraft &draft) = 0;
    [[nodiscard]] virtual QString connectedAccount(Side side) const = 0; //!< name, or empty
    //! Both accounts are connected: build the engine and open the main window.
    virtual void finishSetup() = 0;
    //! Switch to the built-in sample contacts.
    virtual void startPractice() = 0;

Q_SIGNALS:
    void tested(twinbook::Side side, const twinbook::ConnectionOutcome &outcome);
    void signInMoved(twinbook::Side side, const twinbook::SignInProgress &progress);
    //! What was pasted is not the code; the sign-in goes on waiting.
    void pasteRefused(twinbook::Side side, const QString &sentence);
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::AccountForm)
Q_DECLARE_METATYPE(twinbook::AccountDraft)
Q_DECLARE_METATYPE(twinbook::ConnectionOutcome)
Q_DECLARE_METATYPE(twinbook::SignInProgress)
