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
    Chain(HighLevelSettings checked, SecretStore &secrets, const Clock &clock, Transport &network,
          RetryTable retries, RequestLog *log)
        : settings(std::move(checked))
        , transport(network, settings)
        , tokens(settings, secrets, clock, network, log)
        , limiter(clock, apiLimits)
        , faults(settings.locationId)
        , client(
              {clock, transport, limiter, faults, &tokens.source(), log, serviceName(Side::Right)},
              settings.apiUrl, {}, RetryPolicy(retries))
        , background {client, settings, learned, Lane::Background}
        , person {client, settings, learned, Lane::Person}
        , backgroundClient(background)
        , personClient(person)
    { }

    HighLevelSettings settings;
    VersionedTransport transport;
    AccountTokens tokens;
    RateLimiter limiter;
    ApiFaults faults;
    HttpClient client;
    Learned learned;
    Account background;
    Account person;
    HighLevelClient backgroundClient;
    HighLevelClient personClient;
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
    return checkConnectionJob(m_chain->person);
}

std::unique_ptr<SchemaJob> HighLevelService::readSchema()
{
    return readSchemaJob(m_chain->background);
}

std::unique_ptr<FetchPeopleJob> HighLevelService::fetchPeople()
{
    return fetchPeopleJob(m_chain->background);
}

std::unique_ptr<PersonJob> HighLevelService::fetchPerson(const RemoteId &id)
{
    return fetchPersonJob(m_chain->background, id);
}

std::unique_ptr<PersonJob> HighLevelService::createPerson(const FieldWrites &writes)
{
    return createPersonJob(m_chain->background, writes);
}

std::unique_ptr<PersonJob> HighLevelService::updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes)
{
    return updatePersonJob(m_chain->background, id, writes);
}

std::unique_ptr<PeopleJob> HighLevelService::findTwins(const TwinQuery &query)
{
    return findTwinsJob(m_chain->background, query);
}

Calls HighLevelService::callsToCreate(const FieldWrites &writes) const
{
    return highlevel::callsToCreate(writes);
}

Calls HighLevelService::callsToUpdate(const FieldWrites &writes, const FieldMap &present) const
{
    return highlevel::callsToUpdate(writes, present);
}

CallAllowance HighLevelService::allowance() const
{
    return m_chain->limiter.callAllowance();
}

QString HighLevelService::accountId() const
{
    return m_chain->settings.locationId;
}

std::unique_ptr<RawReplyJob> HighLevelService::sendRaw(const RawRequest &request)
{
    return m_chain->client.sendRaw(httpRequest(request));
}

HighLevelClient &HighLevelService::client(Lane lane)
{
    return lane == Lane::Person ? m_chain->personClient : m_chain->backgroundClient;
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
