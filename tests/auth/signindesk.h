// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authorizationserver.h"
#include "auth/memorysecretstore.h"
#include "highlevel/highlevelsignin.h"
#include "net/networktransport.h"
#include "net/requestlog.h"
#include "support/adjustableclock.h"

namespace twinbook::test {

//! Everything a sign-in needs on this side, pointed at an authorization server.
struct SignInDesk
{
    explicit SignInDesk(const AuthorizationServer &server, const QString &clientId = desk(),
                        const ReplayLimits &replays = {});

    static QString desk() { return QStringLiteral("app-desk"); }

    //! Settings of a sign-in there, which gives up after `patience`.
    [[nodiscard]] BrowserSignInSettings settings(std::chrono::milliseconds patience
                                                 = std::chrono::seconds(20)) const;
    //! A pair of a sign-in that a person has just allowed.
    [[nodiscard]] TokenPair signIn();

    AdjustableClock clock;
    NetworkTransport transport;
    RateLimiter limiter {clock,
                         {{10'000, std::chrono::seconds(1)}, {10'000, std::chrono::seconds(1)}}};
    RequestLog log;
    SignInNetwork network {clock, transport, limiter, &log};
    MemorySecretStore secrets;
    QUrl serverUrl;
    TokenExchange exchange;
    HighLevelAccounts accounts;
};

//! What a sign-in ends with if the browser does `act` with the address it is given.
[[nodiscard]] Result<SignedIn> signInWith(SignInDesk &desk, const BrowserSignInSettings &settings,
                                          const std::function<void(const QUrl &)> &act);

} // namespace twinbook::test
