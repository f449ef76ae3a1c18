// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/browsersignin.h"
#include "net/httpclient.h"

namespace twinbook {

//! How HighLevel signs people in (highlevel.md 1.2 to 1.5), for an application that the customer
//! registered at HighLevel's marketplace with target "Sub-account" and these scopes.

//! What synchronizing people needs.
[[nodiscard]] QStringList highLevelScopes();
//! What it needs besides if an agency's admin signed in.
[[nodiscard]] QStringList highLevelAgencyScopes();

//! Where the pair of a sign-in is kept, "highlevel/<id>/sign-in", by the id of whom it was given
//! to: the account or the agency.
[[nodiscard]] QString highLevelPairKey(const TokenPair &pair);
//! Where the application's client secret is kept: "highlevel/<client id>/client-secret".
[[nodiscard]] QString highLevelClientSecretKey(const QString &clientId);

//! `apiUrl` comes from checkedBaseUrl().
[[nodiscard]] OAuthClient highLevelClient(const QUrl &apiUrl, const QString &clientId);
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
