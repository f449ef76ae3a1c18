// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "core/rawrequest.h"
#include "core/secretstore.h"
#include "highlevel/client.h"
#include "highlevel/settings.h"
#include "net/lane.h"
#include "net/requestlog.h"
#include "net/retrypolicy.h"
#include "net/transport.h"

#include <memory>

namespace twinbook {

//! The hosts that requests with HighLevel credentials may go to, as checkedBaseUrl() wants them.
[[nodiscard]] QStringList highLevelHosts();

//! The people of one HighLevel sub-account (its "contacts"). Reading and writing them waits behind
//! what a person has asked for by hand: checkConnection(), sendRaw() and client().
class HighLevelService final : public PeopleService, public RawRequests
{
public:
    //! Everything referred to must outlive the service. Use createHighLevelService(), which checks
    //! the settings.
    HighLevelService(const HighLevelSettings &settings, SecretStore &secrets, const Clock &clock,
                     Transport &transport, RetryTable retries, RequestLog *log);
    ~HighLevelService() override;

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

    //! Everything else the account can be asked, over the same connection and allowance. A person
    //! waits for it, unless it is part of a sweep that nobody watches.
    [[nodiscard]] HighLevelClient &client(Lane lane = Lane::Person);

private:
    struct Chain;
    std::unique_ptr<Chain> m_chain;
};

//! Checks the settings and builds the whole chain behind the port. ErrorKind::InvalidInput with a
//! sentence for an address or a Location ID that cannot be used. Every request is written into
//! `log`, if there is one; it must outlive the service.
[[nodiscard]] Result<std::unique_ptr<HighLevelService>> createHighLevelService(
    HighLevelSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
    RetryTable retries = {}, RequestLog *log = nullptr);

} // namespace twinbook
