// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/accounttokens.h"

#include "core/side.h"
#include "officernd/officerndsignin.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

AccountTokens::AccountTokens(const OfficeRnDSettings &settings, SecretStore &secrets,
                             HttpClient &identity, const SignInNetwork &network)
{
    const QList<ScopeGroup> groups = scopeGroupsOf(settings);
    if (!settings.signIn) {
        m_own = std::make_unique<ClientCredentialsTokenSource>(
            secrets, network.clock, identity,
            ClientCredentials {
                settings.clientId, officeRnDSecretKey(settings.organization), {}, {}, groups},
            serviceName(Side::Left));
        return;
    }
    m_exchange = std::make_unique<TokenExchange>(
        network, secrets,
        officeRnDPartnerClient(settings.identityUrl, settings.clientId, scopesOf(groups)));
    m_signedIn = std::make_unique<RefreshingTokenSource>(network.clock, secrets, *m_exchange,
                                                         officeRnDPairKey(settings.organization),
                                                         settings.signIn->lockFile);
}

AccountTokens::~AccountTokens() = default;

TokenSource &AccountTokens::source() const
{
    if (m_own)
        return *m_own;
    return *m_signedIn;
}

QStringList AccountTokens::grantedScopes() const
{
    if (m_own)
        return m_own->grantedScopes();
    return m_signedIn->pair() ? m_signedIn->pair()->scopes : QStringList();
}

QList<ScopeGroup> scopeGroupsOf(const OfficeRnDSettings &settings)
{
    QList<ScopeGroup> groups = officeRnDScopeGroups({u"people-changes"_s});
    QStringList further = settings.furtherPermissions;
    const QStringList asked = scopesOf(groups);
    further.removeIf([&asked](const QString &scope) { return asked.contains(scope); });
    further.removeDuplicates();
    if (!further.isEmpty())
        groups.append({u"further"_s, further});
    return groups;
}

} // namespace twinbook::officernd
