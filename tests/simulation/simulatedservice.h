// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "simulation/oracle.h"
#include "simulation/wire.h"

#include <QMap>

namespace twinbook::simulation {

//! One service in the manner of its side, behind the port the engine knows. OfficeRnD's list shows
//! what is stored. HighLevel's is an index that lags by up to a minute and knows names in lower
//! case; it rewrites phones, e-mails and tags, and refuses a second e-mail or phone. Requests
//! travel over the wire and are carried out when they arrive, whoever is still there to hear.
class SimulatedService final : public PeopleService
{
public:
    SimulatedService(Side side, Wire &wire, Oracle &oracle, int poisoned);

    [[nodiscard]] Side side() const override { return m_side; }
    [[nodiscard]] std::unique_ptr<ConnectionJob> checkConnection() override;
    [[nodiscard]] std::unique_ptr<SchemaJob> readSchema() override;
    [[nodiscard]] std::unique_ptr<FetchPeopleJob> fetchPeople() override;
    [[nodiscard]] std::unique_ptr<PersonJob> fetchPerson(const RemoteId &id) override;
    [[nodiscard]] std::unique_ptr<PersonJob> createPerson(const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PersonJob> updatePerson(const RemoteId &id,
                                                          const FieldWrites &writes) override;
    [[nodiscard]] std::unique_ptr<PeopleJob> findTwins(const TwinQuery &query) override;
    [[nodiscard]] ServiceSchema schema() const;

    // What a person does in the service's own pages.
    RemoteId add(const FieldMap &fields);
    //! False if the service does not take it.
    bool edit(const RemoteId &id, const FieldWrites &writes);
    void remove(const RemoteId &id);
    [[nodiscard]] const QMap<RemoteId, RemoteRecord> &people() const { return m_people; }
    //! The first record of that person, or an empty id.
    [[nodiscard]] RemoteId recordOf(int person) const;

    //! Told about each write when its request leaves; the id is empty for a creation.
    std::function<void(Side, const RemoteId &, const FieldWrites &)> writeLeaves;
    //! A list that says it is whole hides only whom the program knows: of somebody it never saw
    //! and nobody shows it, no program can know.
    std::function<bool(const RemoteId &)> isLinked;
    int writes = 0; //!< that left
    int probes = 0; //!< reads by id and searches for twins

private:
    template<class Base, class T>
    friend class Call;

    [[nodiscard]] PeopleSnapshot list(Fate fate) const;
    [[nodiscard]] Result<RemoteRecord> read(const RemoteId &id);
    [[nodiscard]] Result<RemoteRecord> create(const FieldWrites &writes);
    [[nodiscard]] Result<RemoteRecord> update(const RemoteId &id, const FieldWrites &writes,
                                              const FieldMap &asRead);
    [[nodiscard]] QList<RemoteRecord> twins(const TwinQuery &query) const;
    [[nodiscard]] FieldValue kept(const FieldWrite &write) const;
    [[nodiscard]] RemoteId owner(const FieldWrites &writes, const RemoteId &self) const;
    [[nodiscard]] RemoteRecord asIndexed(RemoteRecord record) const;
    void put(const RemoteRecord &record);
    void index(const RemoteId &id);
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

    const Side m_side;
    Wire &m_wire;
    Oracle &m_oracle;
    const int m_poisoned;
    SimulatedClock m_clock;
    sandbox::Dice m_dice;
    QMap<RemoteId, RemoteRecord> m_people;
    QMap<RemoteId, RemoteRecord> m_index;
    QMap<RemoteId, QDateTime> m_createdAt;
    QMap<RemoteId, FieldMap> m_asRead; //!< as the program last read them by id
    int m_lastId = 0;
};

} // namespace twinbook::simulation
