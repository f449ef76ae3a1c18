// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/tokenexchange.h"
#include "core/secretstore.h"
#include "highlevel/settings.h"
#include "net/ratelimiter.h"
#include "net/tokensource.h"

#include <memory>

namespace twinbook::highlevel {

//! Where the tokens of one sub-account come from: the private integration token that a person
//! pasted, or a sign-in through the browser, of the sub-account itself or of its agency.
class AccountTokens final
{
    Q_DISABLE_COPY_MOVE(AccountTokens)

public:
    //! For settings that have been checked. Everything referred to must outlive the tokens; the log
    //! may be null.
    AccountTokens(const HighLevelSettings &settings, SecretStore &secrets, const Clock &clock,
                  Transport &transport, RequestLog *log);
    ~AccountTokens();

    //! Lives as long as this.
    [[nodiscard]] TokenSource &source() const { return *m_account; }

private:
    void open(const HighLevelSettings &settings, SecretStore &secrets,
              const SignInNetwork &network);

    // In the order in which they depend on each other.
    RateLimiter m_limiter;
    std::unique_ptr<TokenExchange> m_exchange;
    std::unique_ptr<TokenSource> m_agency;
    std::unique_ptr<TokenSource> m_account;
};

} // namespace twinbook::highlevel
