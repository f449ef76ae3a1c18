// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/accounttokens.h"

#include "auth/agencyaccounttokensource.h"
#include "auth/fixedtoken.h"
#include "auth/refreshingtokensource.h"
#include "core/side.h"
#include "highlevel/highlevelsignin.h"

namespace twinbook::highlevel {

namespace {

//! Renewals are rare; this only keeps a fault of ours from becoming a flood.
constexpr RateLimits signInLimits {.reads = {20, std::chrono::seconds(10)},
                                   .writes = {20, std::chrono::seconds(10)},
                                   .sharing = RateLimits::Sharing::Shared,
                                   .maxInFlight = 1};

} // namespace

AccountTokens::AccountTokens(const HighLevelSettings &settings, SecretStore &secrets,
                             const Clock &clock, Transport &transport, RequestLog *log)
    : m_limiter(clock, signInLimits)
{
    if (settings.signIn)
        open(settings, secrets, {clock, transport, m_limiter, log});
    else
        m_account = std::make_unique<FixedTokenSource>(
            secrets, highLevelSecretKey(settings.locationId), serviceName(Side::Right));
}

AccountTokens::~AccountTokens() = default;

void AccountTokens::open(const HighLevelSettings &settings, SecretStore &secrets,
                         const SignInNetwork &network)
{
    const HighLevelSignIn &signIn = *settings.signIn;
    m_exchange = std::make_unique<TokenExchange>(network, secrets,
                                                 highLevelClient(settings.apiUrl, signIn.clientId));
    auto renewed = std::make_unique<RefreshingTokenSource>(
        network.clock, secrets, *m_exchange, highLevelPairKey(settings.locationId, signIn),
        signIn.lockFile);
    if (signIn.agencyId.isEmpty()) {
        m_account = std::move(renewed);
        return;
    }
    m_agency = std::move(renewed);
    m_account = std::make_unique<AgencyAccountTokenSource>(
        network, *m_agency,
        AgencyAccount {.service = serviceName(Side::Right),
                       .apiUrl = settings.apiUrl,
                       .agencyId = signIn.agencyId,
                       .accountId = settings.locationId});
}

} // namespace twinbook::highlevel
