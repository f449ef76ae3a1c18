// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/service.h"

#include "officernd/connection.h"
#include "officernd/fetchpeople.h"
#include "officernd/findtwins.h"
#include "officernd/readaccount.h"
#include "officernd/writeperson.h"

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace officernd;

QStringList officeRnDHosts()
{
    return {u"officernd.com"_s, u".officernd.com"_s};
}

QString officeRnDSecretKey(const QString &organization)
{
    return "officernd/"_L1 + organization + "/client-secret"_L1;
}

OfficeRnDService::OfficeRnDService(std::shared_ptr<OfficeRnDConnection> connection)
    : m_connection(std::move(connection))
{ }

OfficeRnDService::~OfficeRnDService() = default;

Side OfficeRnDService::side() const
{
    return Side::Left;
}

std::unique_ptr<ConnectionJob> OfficeRnDService::checkConnection()
{
    return checkConnectionJob(m_connection->account(Lane::Person));
}

std::unique_ptr<SchemaJob> OfficeRnDService::readSchema()
{
    return readSchemaJob(m_connection->account(Lane::Background));
}

std::unique_ptr<FetchPeopleJob> OfficeRnDService::fetchPeople()
{
    return fetchPeopleJob(m_connection->account(Lane::Background));
}

std::unique_ptr<PersonJob> OfficeRnDService::fetchPerson(const RemoteId &id)
{
    return fetchPersonJob(m_connection->account(Lane::Background), id);
}

std::unique_ptr<PersonJob> OfficeRnDService::createPerson(const FieldWrites &writes)
{
    return createPersonJob(m_connection->account(Lane::Background), writes);
}

std::unique_ptr<PersonJob> OfficeRnDService::updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes)
{
    return updatePersonJob(m_connection->account(Lane::Background), id, writes);
}

std::unique_ptr<PeopleJob> OfficeRnDService::findTwins(const TwinQuery &query)
{
    return findTwinsJob(m_connection->account(Lane::Background), query);
}

Calls OfficeRnDService::callsToCreate(const FieldWrites &writes) const
{
    return officernd::callsToCreate(writes, m_connection->account(Lane::Background).learned);
}

Calls OfficeRnDService::callsToUpdate(const FieldWrites &writes, const FieldMap & /*present*/) const
{
    return officernd::callsToUpdate(writes,
                                    m_connection->account(Lane::Background).settings.quirks);
}

CallAllowance OfficeRnDService::allowance() const
{
    return m_connection->allowance();
}

QString OfficeRnDService::accountId() const
{
    return m_connection->account(Lane::Background).settings.organization;
}

std::unique_ptr<RawReplyJob> OfficeRnDService::sendRaw(const RawRequest &request)
{
    return m_connection->raw().send(request);
}

Result<std::unique_ptr<OfficeRnDService>> createOfficeRnDService(
    OfficeRnDSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
    RetryTable retries, RequestLog *log)
{
    auto connection
        = OfficeRnDConnection::open(std::move(settings), secrets, clock, transport, retries, log);
    if (!connection)
        return Failure(connection.error());
    return std::make_unique<OfficeRnDService>(*connection);
}

} // namespace twinbook
