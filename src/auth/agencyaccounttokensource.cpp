// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/agencyaccounttokensource.h"

#include "auth/tokenpair.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

AgencyAccountTokenSource::AgencyAccountTokenSource(const SignInNetwork &network,
                                                   TokenSource &agency, AgencyAccount account)
    : SharedTokenSource(network.clock)
    , m_account(std::move(account))
    , m_faults(m_account.service, OAuthFaults::Grant::Exchange)
    , m_client(network.parts(m_faults, m_account.service, &agency), m_account.apiUrl,
               {{"Version"_ba, "2021-07-28"_ba}})
{ }

AgencyAccountTokenSource::~AgencyAccountTokenSource() = default;

void AgencyAccountTokenSource::fetch()
{
    // Nothing is spent by asking, so it may be asked again.
    HttpRequest request = formRequest(
        m_account.path,
        {{u"companyId"_s, m_account.agencyId}, {u"locationId"_s, m_account.accountId}});
    request.permission = u"oauth.write"_s;
    request.expected = {{u"access_token"_s, QJsonValue::String}};
    runJob(this, m_client.send(request), [this](const Result<QJsonObject> &reply) {
        if (!reply) {
            settle(Failure(reply.error()));
            return;
        }
        const std::optional<TokenPair> pair = tokenPairOfReply(*reply, {.now = clock().now()});
        // A token for another account than the one a person chose must never be used.
        const bool ours
            = pair && (pair->accountId.isEmpty() || pair->accountId == m_account.accountId);
        if (ours) {
            settle(IssuedToken {pair->access, pair->expiresAt});
            return;
        }
        settle(Failure(Error {
            .kind = ErrorKind::BadReply,
            .message = QCoreApplication::translate(
                           "auth", "%1 answered the sign-in with something unexpected. Try again.")
                           .arg(m_account.service),
            .detail = pair ? u"the token is for another account"_s : u"no bearer token"_s}));
    });
}

} // namespace twinbook
