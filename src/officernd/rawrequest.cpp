// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/rawrequest.h"

#include "core/side.h"
#include "net/rawcall.h"
#include "officernd/officerndsignin.h"
#include "officernd/scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

//! The permission, and what its feature needs beside it if that is granted too: sign-ins are few
//! (officernd.md 1.2), and whoever asks for one permission of a feature soon asks for the next.
QList<ScopeGroup> permissionFirst(const QString &permission)
{
    QList<ScopeGroup> groups {{u"asked-for"_s, {permission}}};
    QList<ScopeGroup> features = officeRnDScopeGroups();
    // The program itself deletes nobody; a probe takes away what it made.
    features.append({u"removals"_s,
                     {u"flex.community.members.delete"_s, u"flex.community.companies.delete"_s,
                      u"flex.community.opportunities.delete"_s}});
    for (const ScopeGroup &feature : std::as_const(features)) {
        if (!feature.scopes.contains(permission) || feature.scopes.size() == 1)
            continue;
        groups.append(feature);
        groups.last().scopes.removeOne(permission);
    }
    return groups;
}

} // namespace

//! A sign-in of its own for one feature; the allowance is the account's.
struct RawWay::Permitted
{
    Permitted(const Account &account, const SignIn &signIn, const QString &wanted)
        : tokens(signIn.secrets, account.clock, signIn.identity,
                 {account.settings.clientId,
                  officeRnDSecretKey(account.settings.organization),
                  {},
                  {},
                  permissionFirst(wanted)},
                 serviceName(Side::Left))
        , client(signIn.api.with(tokens), account.client.baseUrl())
        , permission(wanted)
    { }

    ClientCredentialsTokenSource tokens;
    HttpClient client;
    const QString permission;
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
    const auto mayDoIt = [&permission](const std::unique_ptr<Permitted> &permitted) {
        return permitted->permission == permission
            || permitted->tokens.grantedScopes().contains(permission);
    };
    const auto found = std::find_if(m_permitted.cbegin(), m_permitted.cend(), mayDoIt);
    const auto &permitted = found != m_permitted.cend()
        ? *found
        : m_permitted.emplace_back(std::make_unique<Permitted>(m_account, m_signIn, permission));
    // The account may have learned of another host since (officernd.md 1.4).
    permitted->client.setBaseUrl(m_account.client.baseUrl());
    return permitted->client;
}

} // namespace twinbook::officernd
