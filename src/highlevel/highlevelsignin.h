// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/browsersignin.h"
#include "highlevel/settings.h"
#include "net/httpclient.h"

namespace twinbook {

//! How HighLevel signs people in (highlevel.md 1.2 to 1.5), for an application that the customer
//! registered at HighLevel's marketplace with target "Sub-account" and these scopes.

//! What synchronizing people needs.
[[nodiscard]] QStringList highLevelScopes();
//! What it needs besides if an agency's admin signed in.
[[nodiscard]] QStringList highLevelAgencyScopes();

//! What people call a permission, such as "View contacts"; the permission itself if it has no name.
[[nodiscard]] QString highLevelScopeTitle(const QString &scope);

//! Where the pair of a sign-in is kept, "highlevel/<id>/sign-in", by the id of whom it was given
//! to: the account or the agency.
[[nodiscard]] QString highLevelPairKey(const TokenPair &pair);
//! The same for an account that was connected.
[[nodiscard]] QString highLevelPairKey(const QString &locationId, const HighLevelSignIn &signIn);
//! Where the application's client secret is kept: "highlevel/<client id>/client-secret".
[[nodiscard]] QString highLevelClientSecretKey(const QString &clientId);

//! `apiUrl` comes from checkedBaseUrl().
[[nodiscard]] OAuthClient highLevelClient(const QUrl &apiUrl, const QString &clientId);
//! Where the browser comes back to if it does so by itself; registered with the application as
//! "http://127.0.0.1:28417/signed-in", because HighLevel compares redirects letter by letter
//! (highlevel.md 1.2).
[[nodiscard]] LoopbackAddress highLevelLoopback();
//! The hosts of HighLevel's page, as checkedBaseUrl() wants them.
[[nodiscard]] QStringList highLevelPageHosts();
//! Goes to the page where a person picks the sub-account. `hostedRedirect` as in
//! BrowserSignInSettings.
[[nodiscard]] BrowserSignInSettings highLevelSignInSettings(const QString &clientId,
                                                            const QUrl &hostedRedirect);

//! The sub-accounts that a sign-in opens. Names are a courtesy: where HighLevel does not tell
//! them, the ids of the sign-in stand alone.
class HighLevelAccounts final : public AccountReader
{
public:
    HighLevelAccounts(const SignInNetwork &network, QUrl apiUrl, QString clientId);
    ~HighLevelAccounts() override;

    [[nodiscard]] std::unique_ptr<AccountChoicesJob> read(const TokenPair &tokens,
                                                          const QString &organization) override;

private:
    const SignInNetwork m_network;
    const QUrl m_apiUrl;
    const QString m_clientId;
    OAuthFaults m_faults;
};

} // namespace twinbook
