// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/browsersignin.h"
#include "core/peopleservice.h"
#include "core/secretstore.h"

#include <QPointer>

#include <memory>

namespace twinbook {

//! What a sign-in opens, for the question "Is this the right account?" (experience.md U04).
struct SignInOffer
{
    QList<AccountChoice> accounts; //!< at least one; the texts are hostile
    QStringList missing; //!< permissions that were asked for and not granted, in words
};

//! What differs between the services in a sign-in.
class SignInTarget
{
public:
    SignInTarget() = default;
    SignInTarget(const SignInTarget &) = delete;
    SignInTarget &operator=(const SignInTarget &) = delete;
    virtual ~SignInTarget();

    [[nodiscard]] virtual OAuthClient client() const = 0;
    [[nodiscard]] virtual BrowserSignInSettings settings() const = 0;
    [[nodiscard]] virtual std::unique_ptr<AccountReader> reader(
        const SignInNetwork &network) const = 0;
    //! What people call a permission.
    [[nodiscard]] virtual QString scopeTitle(const QString &scope) const = 0;
    //! Where the service looks for the pair of that account.
    [[nodiscard]] virtual QString pairKey(const TokenPair &pair, const QString &account) const = 0;
    //! The account's service, reading its secrets from the given store, which must outlive it.
    [[nodiscard]] virtual Result<std::unique_ptr<PeopleService>> open(const TokenPair &pair,
                                                                      const QString &account,
                                                                      SecretStore &secrets)
        = 0;
    [[nodiscard]] virtual Result<> keep(const TokenPair &pair, const QString &account,
                                        const QString &name)
        = 0;
};

//! Connects an account by a sign-in through the system's browser: waits for the person there, asks
//! which account is meant, tries it, and only then keeps everything: the secrets in the password
//! store, the account in the database. Nothing is kept otherwise.
//!
//! Ends as BrowserSignIn and as the trial do; Cancelled on request.
class SignInConnecting final : public ConnectionJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInConnecting)

public:
    //! `clientSecret` may be empty: then the one in the keyring is used, or none. Everything
    //! referred to must outlive the job; the log may be null.
    SignInConnecting(std::unique_ptr<SignInTarget> target, QString clientSecret,
                     SecretStore &keyring, const Clock &clock, Transport &transport,
                     RequestLog *log);
    ~SignInConnecting() override;

    //! See BrowserSignIn::takePasted().
    [[nodiscard]] Result<> takePasted(const QString &pasted);
    //! The answer to offered(). InvalidInput for an account that was not offered.
    [[nodiscard]] Result<> choose(const QString &accountId);

Q_SIGNALS:
    //! A person has to open this address in the browser of this computer.
    void waiting(const QUrl &address);
    //! The browser came back, or a code was pasted.
    void finishing();
    //! Goes on with choose().
    void offered(const twinbook::SignInOffer &offer);

protected:
    void run() override;
    void abort() override;

private:
    void readKeptSecret();
    void holdSecret();
    void signIn();
    void offer(const SignedIn &signedIn);
    void tryAccount();
    void keepSecret(const ConnectionReport &report);
    void keepPair(const ConnectionReport &report);
    void keepAccount(const ConnectionReport &report);
    //! Runs the next step; its error ends everything.
    template<class JobType, class Next>
    void step(std::unique_ptr<JobType> job, Next next);

    std::unique_ptr<SignInTarget> m_target;
    QString m_clientSecret;
    enum class SecretOrigin : quint8 { Person, Keyring } m_secretOrigin = SecretOrigin::Person;
    SecretStore &m_keyring;
    std::unique_ptr<SecretStore> m_trial;
    RateLimiter m_limiter;
    const SignInNetwork m_network;
    std::unique_ptr<TokenExchange> m_exchange;
    std::unique_ptr<AccountReader> m_reader;
    QPointer<BrowserSignIn> m_signIn;
    QPointer<Job> m_running;
    std::optional<SignedIn> m_signedIn;
    QString m_accountId;
    std::unique_ptr<PeopleService> m_service;
};

} // namespace twinbook
