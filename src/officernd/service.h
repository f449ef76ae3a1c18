// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "core/rawrequest.h"
#include "core/secretstore.h"
#include "net/requestlog.h"
#include "net/retrypolicy.h"
#include "net/transport.h"
#include "officernd/settings.h"

#include <memory>

namespace twinbook {

class OfficeRnDConnection;

//! The hosts that requests with OfficeRnD credentials may go to, as checkedBaseUrl() wants them.
[[nodiscard]] QStringList officeRnDHosts();

//! The people of one OfficeRnD organisation (its "members").
class OfficeRnDService final : public PeopleService, public RawRequests
{
public:
    explicit OfficeRnDService(std::shared_ptr<OfficeRnDConnection> connection);
    ~OfficeRnDService() override;

    [[nodiscard]] Side side() const override;
    [[nodiscard]] std::unique_ptr<ConnectionJob> checkConnection() override;
    [[nodiscard]] std::unique_ptr<SchemaJob> readSchema() override;
    [[nodiscard]] std::unique_ptr<FetchPeopleJob> fetchPeople() override;
    [[nodiscard]] std::unique_ptr<PersonJob> fetchPerson(const RemoteId &id) override;
    [[nodiscard]] std::unique_ptr<PersonJob> createPerson(const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PersonJob> updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PeopleJob> findTwins(const TwinQuery &query) override;
    [[nodiscard]] Calls callsToCreate(const FieldWrites &writes) const override;
    [[nodiscard]] Calls callsToUpdate(const FieldWrites &writes,
                                      const FieldMap &present) const override;
    [[nodiscard]] CallAllowance allowance() const override;
    [[nodiscard]] QString accountId() const override;
    [[nodiscard]] std::unique_ptr<RawReplyJob> sendRaw(const RawRequest &request) override;

private:
    std::shared_ptr<OfficeRnDConnection> m_connection;
};

//! The service over a connection of its own. Every request is written into `log`, if there is one;
//! it must outlive the service. Errors are those of OfficeRnDConnection::open().
[[nodiscard]] Result<std::unique_ptr<OfficeRnDService>> createOfficeRnDService(
    OfficeRnDSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
    RetryTable retries = {}, RequestLog *log = nullptr);

} // namespace twinbook
