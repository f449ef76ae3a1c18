// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/browsersignin.h"
#include "auth/scopenegotiation.h"
#include "net/httpclient.h"

namespace twinbook {

//! OfficeRnD's permissions by what they are for (officernd.md 1.6). The first group, "people", is
//! what the program cannot do without; each other one may be missing.
[[nodiscard]] QList<ScopeGroup> officeRnDScopeGroups();
//! Those of them with the given keys, in the table's order, "people" always among them.
[[nodiscard]] QList<ScopeGroup> officeRnDScopeGroups(const QStringList &keys);
//! The scopes of all these groups.
[[nodiscard]] QStringList scopesOf(const QList<ScopeGroup> &groups);
//! What people call a group, such as "Companies"; empty for an unknown key.
[[nodiscard]] QString officeRnDScopeGroupTitle(const QString &key);

//! The sign-in for listed partners (officernd.md 1.3). Customers without a listing use client
//! credentials. `identityUrl` comes from checkedBaseUrl().
[[nodiscard]] OAuthClient officeRnDPartnerClient(const QUrl &identityUrl, const QString &clientId,
                                                 const QStringList &scopes);
[[nodiscard]] BrowserSignInSettings officeRnDPartnerSignInSettings(const QUrl &identityUrl,
                                                                   const QStringList &scopes,
                                                                   const QUrl &hostedRedirect);
//! What people call the group that a scope belongs to; the scope itself if it is in none.
[[nodiscard]] QString officeRnDScopeTitle(const QString &scope);
//! "officernd/<client id>/client-secret": the partner's, which is one for all organisations.
[[nodiscard]] QString officeRnDPartnerSecretKey(const QString &clientId);
//! "officernd/<organisation>/sign-in".
[[nodiscard]] QString officeRnDPairKey(const QString &organization);

//! The organisation that came back with the redirect, by name if OfficeRnD tells it.
class OfficeRnDOrganization final : public AccountReader
{
public:
    //! `apiUrl` comes from checkedBaseUrl() and ends in the version, such as ".../api/v2".
    OfficeRnDOrganization(const SignInNetwork &network, QUrl apiUrl);
    ~OfficeRnDOrganization() override;

    [[nodiscard]] std::unique_ptr<AccountChoicesJob> read(const TokenPair &tokens,
                                                          const QString &organization) override;

private:
    const SignInNetwork m_network;
    const QUrl m_apiUrl;
    OAuthFaults m_faults;
};

} // namespace twinbook
