// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/service.h"

#include "officernd/account.h"
#include "officernd/endpoints.h"
#include "officernd/faults.h"
#include "officernd/fetchpeople.h"
#include "officernd/findtwins.h"
#include "officernd/organization.h"
#include "officernd/rawrequest.h"
#include "officernd/readaccount.h"
#include "officernd/writeperson.h"

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

} // namespace

QStringList officeRnDHosts()
{
    return {u"officernd.com"_s, u".officernd.com"_s};
}

QString officeRnDSecretKey(const QString &organization)
{
    return "officernd/"_L1 + organization + "/client-secret"_L1;
}

QUrl officernd::organizationUrl(const QUrl &apiUrl, const QString &organization)
{
    QUrl url = apiUrl;
    url.setPath(apiUrl.path() + "/organizations/"_L1 + organization);
    return url;
}

//! Everything between the port and the transport, in the order in which it depends on each other.
struct OfficeRnDService::Chain
{
    Chain(const OfficeRnDSettings &settings, SecretStore &secrets, const Clock &clock,
          Transport &transport, RetryTable retries)
        : identityLimiter(clock, identityLimits)
        , identity({clock, transport, identityLimiter, identityFaults}, settings.identityUrl, {},
                   RetryPolicy(retries))
        , tokens(secrets, clock, identity,
                 {settings.clientId, officeRnDSecretKey(settings.organization),
                  readingScopes() + writingScopes(), readingScopes()},
                 serviceName(Side::Left))
        , limiter(clock, apiLimits)
        , faults(settings.organization)
        , client({clock, transport, limiter, faults, &tokens},
                 organizationUrl(settings.apiUrl, settings.organization), {}, RetryPolicy(retries))
        , account {client, clock, tokens, settings}
        , raw(account, {secrets, identity, {clock, transport, limiter, faults}})
    { }

    RateLimiter identityLimiter;
    IdentityFaults identityFaults;
    HttpClient identity;
    ClientCredentialsTokenSource tokens;
    RateLimiter limiter;
    ApiFaults faults;
    HttpClient client;
    Account account;
    RawWay raw;
};

OfficeRnDService::OfficeRnDService(const OfficeRnDSettings &settings, SecretStore &secrets,
                                   const Clock &clock, Transport &transport, RetryTable retries)
    : m_chain(std::make_unique<Chain>(settings, secrets, clock, transport, retries))
{ }

OfficeRnDService::~OfficeRnDService() = default;

Side OfficeRnDService::side() const
{
    return Side::Left;
}

std::unique_ptr<ConnectionJob> OfficeRnDService::checkConnection()
{
    return checkConnectionJob(m_chain->account);
}

std::unique_ptr<SchemaJob> OfficeRnDService::readSchema()
{
    return readSchemaJob(m_chain->account);
}

std::unique_ptr<FetchPeopleJob> OfficeRnDService::fetchPeople()
{
    return fetchPeopleJob(m_chain->account);
}

std::unique_ptr<PersonJob> OfficeRnDService::fetchPerson(const RemoteId &id)
{
    return fetchPersonJob(m_chain->account, id);
}

std::unique_ptr<PersonJob> OfficeRnDService::createPerson(const FieldWrites &writes)
{
    return createPersonJob(m_chain->account, writes);
}

std::unique_ptr<PersonJob> OfficeRnDService::updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes)
{
    return updatePersonJob(m_chain->account, id, writes);
}

std::unique_ptr<PeopleJob> OfficeRnDService::findTwins(const TwinQuery &query)
{
    return findTwinsJob(m_chain->account, query);
}

QString OfficeRnDService::accountId() const
{
    return m_chain->account.settings.organization;
}

std::unique_ptr<RawReplyJob> OfficeRnDService::sendRaw(const RawRequest &request)
{
    return m_chain->raw.send(request);
}

Result<std::unique_ptr<OfficeRnDService>> createOfficeRnDService(OfficeRnDSettings settings,
                                                                 SecretStore &secrets,
                                                                 const Clock &clock,
                                                                 Transport &transport,
                                                                 RetryTable retries)
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
    if (settings.clientId.isEmpty()) {
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message = QCoreApplication::translate(
                       "officernd",
                       "Enter the Client ID. It stands beside the client secret in OfficeRnD under "
                       "Settings, Developer Tools, Applications."),
                   .detail = {}});
    }
    settings.apiUrl = *apiUrl;
    settings.identityUrl = *identityUrl;
    settings.organization = *organization;
    return std::make_unique<OfficeRnDService>(settings, secrets, clock, transport, retries);
}

} // namespace twinbook
