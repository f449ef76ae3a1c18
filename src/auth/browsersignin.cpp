// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browsersignin.h"

#include "core/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

AccountReader::~AccountReader() = default;

BrowserSignIn::BrowserSignIn(BrowserSignInSettings settings, TokenExchange &exchange,
                             AccountReader &accounts, OpenBrowser openBrowser)
    : m_settings(std::move(settings))
    , m_exchange(exchange)
    , m_accounts(accounts)
    , m_openBrowser(std::move(openBrowser))
    , m_listener(m_settings.loopback)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        giveUp({.kind = ErrorKind::Timeout,
                .message = tr("Nobody finished the sign-in to %1 in the browser in time. Nothing "
                              "was changed. Start it again when you are ready.")
                               .arg(m_exchange.client().service),
                .detail = {}});
    });
}

BrowserSignIn::~BrowserSignIn() = default;

QUrl BrowserSignIn::address() const
{
    return m_request ? m_request->url() : QUrl();
}

void BrowserSignIn::run()
{
    const Result<> listening
        = m_listener.listen([this](const QUrlQuery &answer) { return judge(answer); });
    if (!listening) {
        finish(Failure(listening.error()));
        return;
    }
    const bool hosted = !m_settings.hostedRedirect.isEmpty();
    m_request.emplace(AuthorizationQuestion {
        .service = m_exchange.client().service,
        .authorizeUrl = m_settings.authorizeUrl,
        .clientId = m_exchange.client().clientId,
        .scopes = m_settings.scopes + m_settings.agencyScopes,
        .extras = m_settings.authorizeExtras,
        .redirectUri = hosted ? m_settings.hostedRedirect : m_listener.url(),
        .portInState = hosted ? m_listener.port() : quint16(0),
    });
    m_patience.start(m_settings.patience);
    m_openBrowser(m_request->url());
    Q_EMIT waiting(m_request->url());
}

void BrowserSignIn::abort()
{
    if (m_running)
        m_running->cancel();
    giveUp({.kind = ErrorKind::Cancelled,
            .message = tr("The sign-in was stopped. Nothing was changed."),
            .detail = {}});
}

Result<> BrowserSignIn::takePasted(const QString &pasted)
{
    if (!m_request || !isRunning()) {
        return Failure(Error {.kind = ErrorKind::InvalidInput,
                              .message = tr("This sign-in has ended. Start it again."),
                              .detail = {}});
    }
    const Result<AuthorizationGrant> grant = m_request->readPasted(pasted);
    if (!grant)
        return Failure(grant.error());
    m_listener.close();
    redeem(*grant);
    return {};
}

LoopbackListener::Judgement BrowserSignIn::judge(const QUrlQuery &answer)
{
    const auto grant = m_request->read(answer);
    if (grant) {
        // Not from inside the listener, which has yet to note that this is the one.
        QMetaObject::invokeMethod(
            this, [this, grant] { redeem(*grant); }, Qt::QueuedConnection);
        return {LoopbackListener::Verdict::Take, {}};
    }
    const RedirectFault &fault = grant.error();
    if (fault.reason == RedirectFault::Reason::Refused) {
        QMetaObject::invokeMethod(
            this, [this, error = fault.error] { giveUp(error); }, Qt::QueuedConnection);
        return {LoopbackListener::Verdict::Take, {}};
    }
    const QString heading = fault.reason == RedirectFault::Reason::Unmarked
        ? tr("One more step")
        : tr("Nothing was signed in");
    return {LoopbackListener::Verdict::Ignore,
            {ResultPage::Outcome::Bad, heading, fault.error.message}};
}

void BrowserSignIn::redeem(const AuthorizationGrant &grant)
{
    if (!isRunning() || !m_request)
        return;
    m_request.reset();
    m_patience.stop();
    Q_EMIT finishing();
    m_running = runJob(this, m_exchange.redeem(grant, m_settings.scopes + m_settings.agencyScopes),
                       [this, grant](const Result<TokenPair> &pair) {
                           m_running = nullptr;
                           if (pair)
                               takePair(*pair, grant.organization);
                           else
                               giveUp(pair.error());
                       });
}

void BrowserSignIn::takePair(const TokenPair &pair, const QString &organization)
{
    if (!isRunning())
        return;
    m_listener.answer(
        {ResultPage::Outcome::Good, tr("You are signed in"),
         tr("%1 is open to Twinbook. You can close this page and go back to Twinbook.")
             .arg(m_exchange.client().service)});
    m_running = runJob(this, m_accounts.read(pair, organization),
                       [this, pair](const Result<QList<AccountChoice>> &accounts) {
                           m_running = nullptr;
                           if (!accounts) {
                               giveUp(accounts.error());
                               return;
                           }
                           finish(SignedIn {pair, missingScopes(pair), *accounts});
                       });
}

QStringList BrowserSignIn::missingScopes(const TokenPair &pair) const
{
    QStringList needed = m_settings.scopes;
    if (pair.holder == TokenPair::Holder::Agency)
        needed += m_settings.agencyScopes;
    QStringList missing;
    std::copy_if(needed.cbegin(), needed.cend(), std::back_inserter(missing),
                 [&pair](const QString &scope) { return !pair.scopes.contains(scope); });
    return missing;
}

void BrowserSignIn::giveUp(const Error &error)
{
    if (!isRunning())
        return;
    qCInfo(logAuth) << "the sign-in ended:" << errorKindName(error.kind);
    m_request.reset();
    m_patience.stop();
    m_listener.answer(
        {ResultPage::Outcome::Bad, tr("You are not signed in"),
         error.message + u' ' + tr("You can close this page and go back to Twinbook.")});
    m_listener.close();
    finish(Failure(error));
}

} // namespace twinbook
