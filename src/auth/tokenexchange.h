// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/authorizationrequest.h"
#include "auth/oauthclient.h"
#include "auth/oauthfaults.h"
#include "auth/tokenpair.h"
#include "core/secretstore.h"
#include "net/httpclient.h"

#include <chrono>
#include <memory>

namespace twinbook {

using TokenPairJob = TypedJob<TokenPair>;

//! How long a refresh without an answer is repeated. HighLevel gives the same new pair to whoever
//! repeats the same request within 30 s, and refuses later (highlevel.md 1.4).
struct ReplayLimits
{
    std::chrono::milliseconds window = std::chrono::seconds(30);
    std::chrono::milliseconds attempt = std::chrono::seconds(8); //!< for one answer
    std::chrono::milliseconds pause = std::chrono::milliseconds(500); //!< doubled each time
};

//! The requests to one service's token endpoint. Reads the client secret anew for each of them.
class TokenExchange final
{
    Q_DISABLE_COPY_MOVE(TokenExchange)

public:
    //! `secrets` must outlive the exchange, and the exchange its jobs.
    TokenExchange(const SignInNetwork &network, SecretStore &secrets, OAuthClient client,
                  const ReplayLimits &replays = {});
    ~TokenExchange();

    //! Turns a grant into a pair. Never repeated after it may have arrived: a code is good for
    //! one use, and a second one ends what the first began (RFC 6749 4.1.2). `asked` are the
    //! scopes of the question.
    [[nodiscard]] std::unique_ptr<TokenPairJob> redeem(const AuthorizationGrant &grant,
                                                       const QStringList &asked);
    //! Renews a pair. If no answer comes the same request is repeated within the window.
    //! Cancelling gives up an answer that may be on its way.
    [[nodiscard]] std::unique_ptr<TokenPairJob> refresh(const TokenPair &pair);

    [[nodiscard]] const OAuthClient &client() const { return m_client; }

private:
    friend class TokenExchangeJob;

    const Clock &m_clock;
    SecretStore &m_secrets;
    const OAuthClient m_client;
    const ReplayLimits m_replays;
    OAuthFaults m_codeFaults;
    OAuthFaults m_refreshFaults;
    HttpClient m_codeClient;
    HttpClient m_refreshClient;
};

} // namespace twinbook
