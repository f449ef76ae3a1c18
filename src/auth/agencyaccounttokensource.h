// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/oauthclient.h"
#include "auth/oauthfaults.h"
#include "auth/sharedtokensource.h"
#include "net/httpclient.h"

namespace twinbook {

//! The account of an agency that is to be opened with the agency's sign-in.
struct AgencyAccount
{
    QString service; //!< the name people know
    QUrl apiUrl; //!< from checkedBaseUrl()
    QString agencyId; //!< HighLevel's `companyId`
    QString accountId; //!< HighLevel's `locationId`
    QStringList path {QStringLiteral("oauth"), QStringLiteral("locationToken")};
};

//! Tokens for one account, got with the token of the agency that looks after it
//! (`POST /oauth/locationToken`, highlevel.md 1.5). Nothing of it is stored: whatever program
//! needs one exchanges the agency's, which is the only one that rotates.
class AgencyAccountTokenSource final : public SharedTokenSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AgencyAccountTokenSource)

public:
    //! `agency` gives the agency's token. Everything referred to must outlive the source.
    AgencyAccountTokenSource(const SignInNetwork &network, TokenSource &agency,
                             AgencyAccount account);
    ~AgencyAccountTokenSource() override;

private:
    void fetch() override;

    const AgencyAccount m_account;
    OAuthFaults m_faults;
    HttpClient m_client;
};

} // namespace twinbook
