// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "net/httpclient.h"
#include "net/ratelimiter.h"
#include "net/transport.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace twinbook {

//! What a service knows this program by, and where it gives out tokens. Holds no secret.
struct OAuthClient
{
    QString service; //!< the name people know
    QUrl tokenHost; //!< from checkedBaseUrl()
    QStringList tokenPath {QStringLiteral("oauth"), QStringLiteral("token")};
    QString clientId;
    //! Where the secret store keeps the client secret. Empty for a client without one; if the
    //! store has no such entry, none is sent.
    QString secretKey;
    //! Further parameters when a code is redeemed: OfficeRnD's own samples repeat the scopes there
    //! (officernd.md 1.3).
    QueryItems codeExtras {};
};

//! The way to a service's sign-in. All of it must outlive whoever is given it.
struct SignInNetwork
{
    const Clock &clock;
    Transport &transport;
    RateLimiter &limiter; //!< one for all requests to the token host
    RequestLog *log = nullptr; //!< where every request is written down, if anywhere

    //! For a client of `service`; `tokens` as there.
    [[nodiscard]] HttpParts parts(const FaultReader &faults, const QString &service,
                                  TokenSource *tokens = nullptr) const
    {
        return {clock, transport, limiter, faults, tokens, log, service};
    }
};

} // namespace twinbook
