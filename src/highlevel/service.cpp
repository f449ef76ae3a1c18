// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/service.h"

#include "highlevel/account.h"
#include "highlevel/accounttokens.h"
#include "highlevel/faults.h"
#include "highlevel/fetchpeople.h"
#include "highlevel/findtwins.h"
#include "highlevel/readaccount.h"
#include "highlevel/versionedtransport.h"
#include "highlevel/writeperson.h"
#include "net/rawcall.h"

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace highlevel;

namespace {

//! Before the service has told its own (highlevel.md 3). Reading and writing share one allowance.
constexpr RateLimits apiLimits {.reads = {20, std::chrono::seconds(10)},
                                .writes = {20, std::chrono::seconds(10)},
                                .sharing = RateLimits::Sharing::Shared,
                                .maxInFlight = 4};

} // namespace

QStringList highLevelHosts()
{
    return {u"services.leadconnectorhq.com"_s};
}

//! Everything between the port and the transport, in the order in which it depends on each other.
struct HighLevelService::Chain
{
    Chain(const HighLevelSettings &settings, SecretStore &secrets, const Clock &clock,
          Transport &network, RetryTable retries, RequestLog *log)
        : transport(network, settings)
        , tokens(settings, secrets, clock, network)
        , limiter(clock, apiLimits)
        , faults(settings.locationId)
        , client(
              {clock, transport, limiter, faults, &tokens.source(), log, serviceName(Side::Right)},
              settings.apiUrl, {}, RetryPolicy(retries))
        , account {client, settings}
        , operations(account)
    { }

    VersionedTransport transport;
    AccountTokens tokens;
    RateLimiter limiter;
    ApiFaults faults;
    HttpClient client;
    Account account;
    HighLevelClient operations;
};

HighLevelService::HighLevelService(const HighLevelSettings &settings, SecretStore &secrets,
                                   const Clock &clock, Transport &transport, RetryTable retries,
                                   RequestLog *log)
    : m_chain(std::make_unique<Chain>(settings, secrets, clock, transport, retries, log))
{ }

HighLevelService::~HighLevelService() = default;

Side HighLevelService::side() const
{
    return Side::Right;
}

std::unique_ptr<ConnectionJob> HighLevelService::checkConnection()
{
    return checkConnectionJob(m_chain->account);
}

std::unique_ptr<SchemaJob> HighLevelService::readSchema()
{
    return readSchemaJob(m_chain->account);
}

std::unique_ptr<FetchPeopleJob> HighLevelService::fetchPeople()
{
    return fetchPeopleJob(m_chain->account);
}

std::unique_ptr<PersonJob> HighLevelService::fetchPerson(const RemoteId &id)
{
    return fetchPersonJob(m_chain->account, id);
}

std::unique_ptr<PersonJob> HighLevelService::createPerson(const FieldWrites &writes)
{
    return createPersonJob(m_chain->account, writes);
}

std::unique_ptr<PersonJob> HighLevelService::updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes)
{
    return updatePersonJob(m_chain->account, id, writes);
}

std::unique_ptr<PeopleJob> HighLevelService::findTwins(const TwinQuery &query)
{
    return findTwinsJob(m_chain->account, query);
}

QString HighLevelService::accountId() const
{
    return m_chain->account.settings.locationId;
}

std::unique_ptr<RawReplyJob> HighLevelService::sendRaw(const RawRequest &request)
{
    return m_chain->client.sendRaw(httpRequest(request));
}

HighLevelClient &HighLevelService::client()
{
    return m_chain->operations;
}

Result<std::unique_ptr<HighLevelService>> createHighLevelService(
    HighLevelSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
    RetryTable retries, RequestLog *log)
{
    const Result<QUrl> apiUrl = checkedBaseUrl(settings.apiUrl, highLevelHosts(), settings.hosts);
    if (!apiUrl)
        return Failure(apiUrl.error());
    const Result<QString> location = locationId(settings.locationId);
    if (!location)
        return Failure(location.error());
    settings.apiUrl = *apiUrl;
    settings.locationId = *location;
    return std::make_unique<HighLevelService>(settings, secrets, clock, transport, retries, log);
}

} // namespace twinbook
