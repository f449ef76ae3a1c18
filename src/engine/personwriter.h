// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "engine/engine.h"
#include "store/journal.h"

namespace twinbook {

//! How the writes of one person ended.
struct PersonOutcome
{
    enum class Ending : quint8 {
        Done,
        ChangedMeanwhile, //!< the record is no longer what the preview showed; nothing was written
        Failed, //!< error tells; may have happened if leavesWriteUnknown()
    } ending = Ending::Done;
    Error error;
    PerSide<int> created;
    PerSide<int> updated;
};

//! Carries out the plan of one person: for each side that gets something, reads the record again,
//! makes sure it is what the preview showed, records the intent, sends just the planned fields,
//! and keeps outcome, observation, base and history in one transaction.
class PersonWriter final : public TypedJob<PersonOutcome>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonWriter)

public:
    PersonWriter(PreparedPlanPtr prepared, int person, RunId run, PerSide<PeopleService *> services,
                 const Database &database, const Clock &clock);

protected:
    void run() override;
    void abort() override;

private:
    [[nodiscard]] const PersonPlan &plan() const;
    [[nodiscard]] bool isAsPreviewed(Side side, const CanonicalValues &now) const;
    [[nodiscard]] QString personName() const;

    void writeNextSide();
    [[nodiscard]] Result<> mayCreate(Side side) const;
    void create(Side side);
    void readThenUpdate(Side side);
    void update(Side side, const RemoteRecord &present);
    void send(Side side, Intent intent);
    void succeeded(Side side, const Intent &intent, const RemoteRecord &stored);
    void failedToWrite(const Intent &intent, const Error &error);
    [[nodiscard]] Result<> commit(Side side, const Intent &intent, const RemoteRecord &stored);
    void takeOver(Side side, const Intent &intent, CanonicalValues now);
    void noteNotTaken(Side side, const CanonicalValues &now);
    [[nodiscard]] Result<> commitLink();
    [[nodiscard]] QList<ChangeEntry> plannedHistory(Side side) const;
    [[nodiscard]] QList<ChangeEntry> history(const Intent &intent, const RemoteId &record,
                                             const CanonicalValues &now) const;
    [[nodiscard]] FieldWrites writesOf(Side side, const FieldPlan &field) const;
    [[nodiscard]] bool isNotTaken(quint16 row) const;
    void end(PersonOutcome::Ending ending, const Error &error = {});

    const PreparedPlanPtr m_prepared;
    const int m_person;
    const RunId m_run;
    const PerSide<PeopleService *> m_services;
    const Database &m_database;
    const Clock &m_clock;
    Journal m_journal;
    LinkId m_link; //!< of the two records written; null until they are linked
    std::vector<quint16> m_notTaken; //!< rows that a service accepted and did not change
    Error m_notTakenError;
    PersonOutcome m_outcome;
    QList<Side> m_sides; //!< still to be written
    PerSide<RemoteId> m_ids;
    FieldMap m_present; //!< the record to be updated, as read just before
    PerSide<CanonicalValues> m_values; //!< as the plan saw them, and as written since
};

} // namespace twinbook
