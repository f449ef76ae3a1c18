// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/connection.h"

#include "core/side.h"
#include "officernd/organization.h"
#include "officernd/region.h"
#include "officernd/service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace officernd;

namespace {

//! Before the service has told its own (officernd.md 3).
constexpr RateLimits apiLimits {.reads = {200, std::chrono::minutes(1)},
                                .writes = {30, std::chrono::minutes(1)},
                                .sharing = RateLimits::Sharing::Separate,
                                .maxInFlight = 4};
//! Five in a minute, told by two independent clients (officernd.md 1.2).
constexpr RateLimits identityLimits {.reads = {5, std::chrono::minutes(1)},
                                     .writes = {5, std::chrono::minutes(1)},
                                     .sharing = RateLimits::Sharing::Shared,
                                     .maxInFlight = 1};

Error clientIdMissing()
{
    return {.kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "officernd",
                "Enter the Client ID. It stands beside the client secret in OfficeRnD under "
                "Settings, Developer Tools, Applications."),
            .detail = {}};
}

} // namespace

Result<std::shared_ptr<OfficeRnDConnection>> OfficeRnDConnection::open(
    OfficeRnDSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
    RetryTable retries, RequestLog *log)
{
    const Result<QUrl> apiUrl = checkedBaseUrl(settings.apiUrl, officeRnDHosts(), settings.hosts);
    if (!apiUrl)
        return Failure(apiUrl.error());
    const Result<QUrl> identityUrl
        = checkedBaseUrl(settings.identityUrl, officeRnDHosts(), settings.hosts);
    if (!identityUrl)
        return Failure(identityUrl.error());
    const Result<QString> organization = organizationSlug(settings.organization);
    if (!organization)
        return Failure(organization.error());
    settings.clientId = settings.clientId.trimmed();
    if (settings.clientId.isEmpty())
        return Failure(clientIdMissing());
    settings.apiUrl = *apiUrl;
    settings.identityUrl = *identityUrl;
    settings.organization = *organization;
    return std::make_shared<OfficeRnDConnection>(settings, secrets, clock, transport, retries, log);
}

OfficeRnDConnection::OfficeRnDConnection(const OfficeRnDSettings &settings, SecretStore &secrets,
                                         const Clock &clock, Transport &transport,
                                         RetryTable retries, RequestLog *log)
    : m_identityLimiter(clock, identityLimits)
    , m_identity({clock, transport, m_identityLimiter, m_identityFaults, nullptr, log,
                  serviceName(Side::Left)},
                 settings.identityUrl, {}, RetryPolicy(retries))
    , m_tokens(settings, secrets, m_identity, {clock, transport, m_identityLimiter})
    , m_limiter(clock, apiLimits)
    , m_faults(settings.organization)
    , m_client(
          {clock, transport, m_limiter, m_faults, &m_tokens.source(), log, serviceName(Side::Left)},
          organizationUrl(settings.apiUrl, settings.organization), {}, RetryPolicy(retries))
    , m_account {m_client, clock, m_tokens, settings}
    , m_raw(m_account,
            {secrets,
             m_identity,
             {clock, transport, m_limiter, m_faults, nullptr, log, serviceName(Side::Left)}})
{ }

OfficeRnDConnection::~OfficeRnDConnection() = default;

} // namespace twinbook
