// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/clientcredentials.h"
#include "auth/refreshingtokensource.h"
#include "net/httpclient.h"
#include "officernd/settings.h"

#include <memory>

namespace twinbook::officernd {

//! Where the tokens of one organisation come from: its own application's client credentials, or a
//! sign-in through the browser for a listed partner's application (officernd.md 1.2, 1.3).
class AccountTokens final
{
    Q_DISABLE_COPY_MOVE(AccountTokens)

public:
    //! For settings that have been checked. `identity` stands at the identity host; everything
    //! referred to must outlive the tokens.
    AccountTokens(const OfficeRnDSettings &settings, SecretStore &secrets, HttpClient &identity,
                  const SignInNetwork &network);
    ~AccountTokens();

    //! Lives as long as this.
    [[nodiscard]] TokenSource &source() const;
    //! What the present token may do; empty before the first one.
    [[nodiscard]] QStringList grantedScopes() const;

private:
    // One of the two ways.
    std::unique_ptr<ClientCredentialsTokenSource> m_own;
    std::unique_ptr<TokenExchange> m_exchange;
    std::unique_ptr<RefreshingTokenSource> m_signedIn;
};

//! The permissions that are asked for: people, changing them, and what else the settings name.
//! Those that are not granted take none of the others along.
[[nodiscard]] QList<ScopeGroup> scopeGroupsOf(const OfficeRnDSettings &settings);

} // namespace twinbook::officernd
