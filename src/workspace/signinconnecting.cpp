// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/signinconnecting.h"

#include "auth/memorysecretstore.h"

#include <algorithm>

namespace twinbook {

namespace {

//! One person signs in by hand; this only keeps a fault of ours from becoming a flood.
constexpr RateLimits signInLimits {.reads = {20, std::chrono::seconds(10)},
                                   .writes = {20, std::chrono::seconds(10)},
                                   .sharing = RateLimits::Sharing::Shared,
                                   .maxInFlight = 1};

} // namespace

SignInTarget::~SignInTarget() = default;

SignInConnecting::SignInConnecting(std::unique_ptr<SignInTarget> target, QString clientSecret,
                                   SecretStore &keyring, const Clock &clock, Transport &transport,
                                   RequestLog *log)
    : m_target(std::move(target))
    , m_clientSecret(std::move(clientSecret))
    , m_keyring(keyring)
    , m_trial(std::make_unique<MemorySecretStore>())
    , m_limiter(clock, signInLimits)
    , m_network {clock, transport, m_limiter, log}
{ }

SignInConnecting::~SignInConnecting()
{
    // Before what they use.
    delete m_signIn;
    delete m_running;
}

template<class JobType, class Next>
void SignInConnecting::step(std::unique_ptr<JobType> job, Next next)
{
    m_running = runJob(this, std::move(job), [this, next = std::move(next)](const auto &result) {
        if (!isRunning())
            return;
        if (result)
            next(result);
        else
            finish(Failure(result.error()));
    });
}

void SignInConnecting::run()
{
    if (m_clientSecret.isEmpty())
        readKeptSecret();
    else
        holdSecret();
}

void SignInConnecting::readKeptSecret()
{
    m_secretOrigin = SecretOrigin::Keyring;
    step(m_keyring.read(m_target->client().secretKey),
         [this](const Result<std::optional<QString>> &kept) {
             m_clientSecret = kept->value_or(QString());
             holdSecret();
         });
}

void SignInConnecting::holdSecret()
{
    step(m_trial->write(m_target->client().secretKey, m_clientSecret),
         [this](const Result<> &) { signIn(); });
}

void SignInConnecting::signIn()
{
    m_exchange = std::make_unique<TokenExchange>(m_network, *m_trial, m_target->client());
    m_reader = m_target->reader(m_network);
    // Who asked is told the address and opens it.
    auto signIn = std::make_unique<BrowserSignIn>(m_target->settings(), *m_exchange, *m_reader,
                                                  [](const QUrl &) {});
    connect(signIn.get(), &BrowserSignIn::waiting, this, &SignInConnecting::waiting);
    connect(signIn.get(), &BrowserSignIn::finishing, this, &SignInConnecting::finishing);
    m_signIn = signIn.get();
    step(std::move(signIn), [this](const Result<SignedIn> &signedIn) { offer(*signedIn); });
}

Result<> SignInConnecting::takePasted(const QString &pasted)
{
    if (m_signIn)
        return m_signIn->takePasted(pasted);
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = tr("No code is waited for now."),
                          .detail = {}});
}

void SignInConnecting::offer(const SignedIn &signedIn)
{
    m_signIn.clear();
    if (signedIn.accounts.isEmpty()) {
        finish(Failure(Error {
            .kind = ErrorKind::Forbidden,
            .message = tr("The sign-in to %1 opened no account. Nothing was changed. Start it "
                          "again and pick an account on the page of %1.")
                           .arg(m_target->client().service),
            .detail = {}}));
        return;
    }
    m_signedIn = signedIn;
    QStringList missing;
    for (const QString &scope : signedIn.missingScopes)
        missing.append(m_target->scopeTitle(scope));
    missing.removeDuplicates();
    Q_EMIT offered({signedIn.accounts, missing});
}

Result<> SignInConnecting::choose(const QString &accountId)
{
    const auto isChosen = [&](const AccountChoice &choice) { return choice.id == accountId; };
    const bool isOffered = m_signedIn && m_accountId.isEmpty() && isRunning()
        && std::any_of(m_signedIn->accounts.cbegin(), m_signedIn->accounts.cend(), isChosen);
    if (!isOffered) {
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message = tr("The sign-in to %1 did not open the account \"%2\". Nothing was "
                                 "changed. Sign in with an account that may use it.")
                                  .arg(m_target->client().service, accountId),
                   .detail = {}});
    }
    m_accountId = accountId;
    step(writeTokenPair(*m_trial, m_target->pairKey(m_signedIn->tokens, m_accountId),
                        m_signedIn->tokens),
         [this](const Result<> &) { tryAccount(); });
    return {};
}

void SignInConnecting::tryAccount()
{
    auto service = m_target->open(m_signedIn->tokens, m_accountId, *m_trial);
    if (!service) {
        finish(Failure(service.error()));
        return;
    }
    m_service = *std::move(service);
    step(m_service->checkConnection(),
         [this](const Result<ConnectionReport> &report) { keepSecret(*report); });
}

void SignInConnecting::keepSecret(const ConnectionReport &report)
{
    if (m_clientSecret.isEmpty() || m_secretOrigin == SecretOrigin::Keyring) {
        keepPair(report);
        return;
    }
    step(m_keyring.write(m_target->client().secretKey, m_clientSecret),
         [this, report](const Result<> &) { keepPair(report); });
}

//! From the trial, because its use may have renewed it.
void SignInConnecting::keepPair(const ConnectionReport &report)
{
    m_clientSecret.fill(u'\0');
    m_clientSecret.clear();
    const QString key = m_target->pairKey(m_signedIn->tokens, m_accountId);
    step(readTokenPair(*m_trial, key),
         [this, key, report](const Result<std::optional<TokenPair>> &pair) {
             step(writeTokenPair(m_keyring, key, pair->value_or(m_signedIn->tokens)),
                  [this, report](const Result<> &) { keepAccount(report); });
         });
}

void SignInConnecting::keepAccount(const ConnectionReport &report)
{
    if (const Result<> kept = m_target->keep(m_signedIn->tokens, m_accountId, report.accountName);
        !kept)
        finish(Failure(kept.error()));
    else
        finish(report);
}

void SignInConnecting::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("The sign-in was stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
