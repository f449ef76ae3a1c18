// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signindesk.h"

#include "net/joboutcome.h"
#include "useragent.h"

using namespace Qt::StringLiterals;

namespace twinbook::test {

SignInDesk::SignInDesk(const AuthorizationServer &server, const QString &clientId,
                       const ReplayLimits &replays)
    : serverUrl(server.url())
    , exchange(network, secrets, highLevelClient(server.url(), clientId), replays)
    , accounts(network, server.url(), clientId)
{
    if (clientId == desk())
        (void)outcome(secrets.write(highLevelClientSecretKey(clientId), u"desk secret+/=&\n"_s));
}

BrowserSignInSettings SignInDesk::settings(std::chrono::milliseconds patience) const
{
    BrowserSignInSettings settings = highLevelSignInSettings(exchange.client().clientId, {});
    settings.authorizeUrl = serverUrl;
    settings.authorizeUrl.setPath(u"/oauth/authorize"_s);
    settings.loopback = {};
    settings.patience = patience;
    return settings;
}

TokenPair SignInDesk::signIn()
{
    const Result<SignedIn> signedIn = signInWith(*this, settings(), [](const QUrl &address) {
        UserAgent agent;
        (void)agent.get(agent.allow(address));
    });
    if (!signedIn)
        qFatal("could not sign in: %s", qPrintable(signedIn.error().detail));
    return signedIn->tokens;
}

Result<SignedIn> signInWith(SignInDesk &desk, const BrowserSignInSettings &settings,
                            const std::function<void(const QUrl &)> &act)
{
    // The browser is a program of its own: it acts while the sign-in waits.
    QObject browser;
    const auto open = [&browser, &act](const QUrl &address) {
        QMetaObject::invokeMethod(
            &browser, [act, address] { act(address); }, Qt::QueuedConnection);
    };
    return outcome(std::make_unique<BrowserSignIn>(settings, desk.exchange, desk.accounts, open));
}

} // namespace twinbook::test
