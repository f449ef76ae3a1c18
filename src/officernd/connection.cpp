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
    return std::make_shared<OfficeRnDConnection>(std::move(settings), secrets, clock, transport,
                                                 retries, log);
}

OfficeRnDConnection::OfficeRnDConnection(OfficeRnDSettings settings, SecretStore &secrets,
                                         const Clock &clock, Transport &transport,
                                         RetryTable retries, RequestLog *log)
    : m_settings(std::move(settings))
    , m_identityLimiter(clock, identityLimits)
    , m_identity({clock, transport, m_identityLimiter, m_identityFaults, nullptr, log,
                  serviceName(Side::Left)},
                 m_settings.identityUrl, {}, RetryPolicy(retries))
    , m_tokens(m_settings, secrets, m_identity, {clock, transport, m_identityLimiter, log})
    , m_limiter(clock, apiLimits)
    , m_faults(m_settings.organization)
    , m_client(
          {clock, transport, m_limiter, m_faults, &m_tokens.source(), log, serviceName(Side::Left)},
          organizationUrl(m_settings.apiUrl, m_settings.organization), {}, RetryPolicy(retries))
    , m_background {m_client, clock, m_tokens, m_settings, m_learned, Lane::Background}
    , m_person {m_client, clock, m_tokens, m_settings, m_learned, Lane::Person}
    , m_raw(m_person,
            {secrets,
             m_identity,
             {clock, transport, m_limiter, m_faults, nullptr, log, serviceName(Side::Left)}})
{ }

OfficeRnDConnection::~OfficeRnDConnection() = default;

} // namespace twinbook
