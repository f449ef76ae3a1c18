// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authorizationrequest.h"
#include "auth/loopbacklistener.h"
#include "auth/tokenexchange.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace twinbook {

//! An account that a sign-in opens, as people know it, for the question "Is this the right
//! account?" (experience.md U04).
struct AccountChoice
{
    QString id; //!< HighLevel's location ID or OfficeRnD's organisation in addresses
    QString name; //!< hostile text; empty if the service did not tell
    QString place; //!< hostile text: city or address; often empty

    friend bool operator==(const AccountChoice &, const AccountChoice &) = default;
};

using AccountChoicesJob = TypedJob<QList<AccountChoice>>;

//! What a sign-in brought.
struct SignedIn
{
    TokenPair tokens; //!< to be stored with writeTokenPair() once a person chose the account
    QStringList missingScopes; //!< asked for and not granted
    QList<AccountChoice> accounts; //!< none if the service did not say which
};

//! The port that tells by name what a fresh sign-in opens.
class AccountReader
{
public:
    AccountReader() = default;
    AccountReader(const AccountReader &) = delete;
    AccountReader &operator=(const AccountReader &) = delete;
    virtual ~AccountReader();

    //! `organization` is what came back with the redirect, if anything did. The reader must
    //! outlive the job.
    [[nodiscard]] virtual std::unique_ptr<AccountChoicesJob> read(const TokenPair &tokens,
                                                                  const QString &organization)
        = 0;
};

//! How a service signs people in through the browser.
struct BrowserSignInSettings
{
    QUrl authorizeUrl;
    QStringList scopes;
    //! Asked for as well, but missed only if the sign-in turns out to be an agency's.
    QStringList agencyScopes {};
    QueryItems authorizeExtras {};
    LoopbackAddress loopback {};
    //! Where redirect.html is published, for services that redirect to https only. Empty: the
    //! browser comes back to this computer by itself.
    QUrl hostedRedirect {};
    std::chrono::milliseconds patience = std::chrono::minutes(5);
};

//! A sign-in through the system's browser, from the question to a usable pair with the names of
//! its accounts. Stores nothing.
//!
//! Ends with Forbidden if access was not allowed, Unauthorized if the code was not accepted,
//! Timeout if nobody came back in time (a closed browser looks like that), Cancelled on request.
class BrowserSignIn final : public TypedJob<SignedIn>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrowserSignIn)

public:
    //! Opens an address in the browser. Called once, from the event loop; people can ask for more
    //! with address().
    using OpenBrowser = std::function<void(const QUrl &)>;

    //! `exchange` and `accounts` must outlive the job.
    BrowserSignIn(BrowserSignInSettings settings, TokenExchange &exchange, AccountReader &accounts,
                  OpenBrowser openBrowser);
    ~BrowserSignIn() override;

    //! The page to open in the browser; empty before waiting() and after the browser came back.
    [[nodiscard]] QUrl address() const;
    //! Takes the code, or the whole address the browser ended at, instead of the browser. An error
    //! is for the person who pasted; the job goes on waiting.
    [[nodiscard]] Result<> takePasted(const QString &pasted);

Q_SIGNALS:
    //! The browser was asked to open `address`; it has `patience` to come back.
    void waiting(const QUrl &address);
    //! The browser came back, or a code was pasted; the service is asked now.
    void finishing();

protected:
    void run() override;
    void abort() override;

private:
    [[nodiscard]] LoopbackListener::Judgement judge(const QUrlQuery &answer);
    void redeem(const AuthorizationGrant &grant);
    void takePair(const TokenPair &pair, const QString &organization);
    void giveUp(const Error &error);
    [[nodiscard]] QStringList missingScopes(const TokenPair &pair) const;

    const BrowserSignInSettings m_settings;
    TokenExchange &m_exchange;
    AccountReader &m_accounts;
    OpenBrowser m_openBrowser;
    LoopbackListener m_listener;
    std::optional<AuthorizationRequest> m_request; //!< while a grant may still come
    QTimer m_patience;
    Job *m_running = nullptr;
};

} // namespace twinbook
