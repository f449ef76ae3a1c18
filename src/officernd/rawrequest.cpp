// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/rawrequest.h"

#include "core/side.h"
#include "net/rawcall.h"
#include "officernd/scopes.h"

namespace twinbook::officernd {

//! A sign-in of its own for one permission; the allowance is the account's.
struct RawWay::Permitted
{
    Permitted(const Account &account, const SignIn &signIn, const QString &permission)
        : tokens(signIn.secrets, account.clock, signIn.identity,
                 {account.settings.clientId,
                  officeRnDSecretKey(account.settings.organization),
                  {permission},
                  {}},
                 serviceName(Side::Left))
        , client(withTokens(signIn.api, tokens), account.client.baseUrl())
    { }

    static HttpParts withTokens(HttpParts parts, TokenSource &tokens)
    {
        parts.tokens = &tokens;
        return parts;
    }

    ClientCredentialsTokenSource tokens;
    HttpClient client;
};

RawWay::RawWay(Account &account, SignIn signIn)
    : m_account(account)
    , m_signIn(signIn)
{ }

RawWay::~RawWay() = default;

std::unique_ptr<RawReplyJob> RawWay::send(const RawRequest &request)
{
    return clientFor(request.permission).sendRaw(httpRequest(request));
}

HttpClient &RawWay::clientFor(const QString &permission)
{
    // What a person allowed in the browser cannot be added to from here.
    const bool isFixed = m_account.settings.signIn.has_value();
    if (isFixed || permission.isEmpty() || (readingScopes() + writingScopes()).contains(permission))
        return m_account.client;
    std::unique_ptr<Permitted> &permitted = m_permitted[permission];
    if (!permitted)
        permitted = std::make_unique<Permitted>(m_account, m_signIn, permission);
    // The account may have learned of another host since (officernd.md 1.4).
    permitted->client.setBaseUrl(m_account.client.baseUrl());
    return permitted->client;
}

} // namespace twinbook::officernd
