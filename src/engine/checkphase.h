// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/preparation.h"
#include "engine/recovery.h"

namespace twinbook {

//! From nothing to a plan: reads both services to the end, clears up what an interrupted run left
//! behind, plans, and reads by id whoever the list did not tell enough of. Writes to neither
//! service. The result is not shown to anybody yet.
class CheckPhase final : public TypedJob<std::shared_ptr<PreparedPlan>>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckPhase)

public:
    enum class Source : quint8 {
        Services,
        LastSeen, //!< plan again from the people last seen; no list is read
        LastSeenSettled, //!< the same after clearing up what a run left unsettled
    };
    CheckPhase(Source source, PerSide<PeopleService *> services, const Database &database,
               const Clock &clock);

Q_SIGNALS:
    void phaseChanged(twinbook::EnginePhase phase);
    void progress(int done, int total);

protected:
    void run() override;
    void abort() override;

private:
    void takeLastSeen();
    void look(Side side);
    void recover();
    void adopt(const QList<Adoption> &adoptions);
    void makePlan();
    void readInFull(const QList<RemoteId> &people);
    [[nodiscard]] Result<> takeInFull(const QList<RemoteId> &asked,
                                      const QList<RemoteRecord> &read);

    const Source m_source;
    const PerSide<PeopleService *> m_services;
    const Database &m_database;
    const Clock &m_clock;
    PerSide<SideLook> m_sides;
    int m_roundsOfReading = 0;
    Job *m_running = nullptr;
};

} // namespace twinbook
