// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/checkphase.h"

#include "engine/forecast.h"
#include "engine/fullreads.h"
#include "engine/lookphase.h"
#include "store/observationstore.h"

#include <QHash>

#include <algorithm>

namespace twinbook {

namespace {

//! Reading people by id may show that more must be read; it settles at once in practice.
constexpr int mostRoundsOfReading = 3;

} // namespace

CheckPhase::CheckPhase(Source source, PerSide<PeopleService *> services, const Database &database,
                       const Clock &clock)
    : m_source(source)
    , m_services(services)
    , m_database(database)
    , m_clock(clock)
{ }

void CheckPhase::run()
{
    if (m_source == Source::Services)
        look(Side::Left);
    else
        takeLastSeen();
}

void CheckPhase::takeLastSeen()
{
    Result<std::optional<PerSide<SideLook>>> seen = lastLook(m_database, m_clock);
    if (!seen) {
        finish(Failure(seen.error()));
        return;
    }
    if (!*seen) {
        look(Side::Left);
        return;
    }
    m_sides = **std::move(seen);
    if (m_source == Source::LastSeenSettled)
        recover();
    else
        makePlan();
}

void CheckPhase::look(Side side)
{
    Q_EMIT phaseChanged(side == Side::Left ? EnginePhase::ReadingLeft : EnginePhase::ReadingRight);
    auto reading = std::make_unique<LookPhase>(*m_services[side], m_database, m_clock);
    connect(reading.get(), &LookPhase::progress, this, &CheckPhase::progress);
    m_running = runJob(this, std::move(reading), [this, side](const Result<SideLook> &seen) {
        m_running = nullptr;
        if (!seen) {
            finish(Failure(seen.error()));
            return;
        }
        m_sides[side] = *seen;
        if (side == Side::Left)
            look(Side::Right);
        else
            recover();
    });
}

void CheckPhase::recover()
{
    Q_EMIT phaseChanged(EnginePhase::Recovering);
    Result<Projection> projection = projectionInForce(m_sides, m_database, m_clock);
    if (!projection) {
        finish(Failure(projection.error()));
        return;
    }
    m_running = runJob(
        this, std::make_unique<Recovery>(m_services, *std::move(projection), m_database, m_clock),
        [this](const Result<QList<Adoption>> &adoptions) {
            m_running = nullptr;
            if (adoptions)
                adopt(*adoptions);
            else
                finish(Failure(adoptions.error()));
        });
}

//! What the lists show of these may be older.
void CheckPhase::adopt(const QList<Adoption> &adoptions)
{
    for (const Adoption &adoption : adoptions) {
        QList<RemoteRecord> &people = m_sides[adoption.side].people;
        const auto seen
            = std::find_if(people.begin(), people.end(), [&](const RemoteRecord &record) {
                  return record.id == adoption.record.id;
              });
        if (seen == people.end())
            people.append(adoption.record);
        else
            *seen = adoption.record;
    }
    makePlan();
}

void CheckPhase::makePlan()
{
    Q_EMIT phaseChanged(EnginePhase::Comparing);
    Q_EMIT progress(0, 0);
    Result<std::shared_ptr<PreparedPlan>> prepared = prepare(m_sides, m_database, m_clock);
    if (!prepared) {
        finish(Failure(prepared.error()));
        return;
    }
    const std::vector<int> unread = needFullRead((*prepared)->input(), (*prepared)->plan);
    if (unread.empty() || m_roundsOfReading >= mostRoundsOfReading) {
        price(**prepared, m_services);
        finish(*std::move(prepared));
        return;
    }
    ++m_roundsOfReading;
    QList<RemoteId> ids;
    for (const int index : unread)
        ids.append((*prepared)->right.people[static_cast<std::size_t>(index)].id);
    readInFull(ids);
}

void CheckPhase::readInFull(const QList<RemoteId> &people)
{
    Q_EMIT phaseChanged(EnginePhase::ReadingRight);
    auto reads = std::make_unique<FullReads>(*m_services.right, people, m_database);
    connect(reads.get(), &FullReads::progress, this, &CheckPhase::progress);
    m_running
        = runJob(this, std::move(reads), [this, people](const Result<QList<RemoteRecord>> &read) {
              m_running = nullptr;
              if (!read)
                  finish(Failure(read.error()));
              else if (const Result<> kept = takeInFull(people, *read); !kept)
                  finish(Failure(kept.error()));
              else
                  makePlan();
          });
}

//! Whom the index still shows and nobody can read is gone: what the index says of them is old, and
//! must not be taken for somebody's edit.
Result<> CheckPhase::takeInFull(const QList<RemoteId> &asked, const QList<RemoteRecord> &read)
{
    QHash<RemoteId, const RemoteRecord *> complete;
    for (const RemoteRecord &record : read)
        complete.insert(record.id, &record);
    for (RemoteRecord &record : m_sides.right.people) {
        if (const RemoteRecord *better = complete.value(record.id))
            record = *better;
    }
    for (const RemoteId &id : asked) {
        if (complete.contains(id))
            continue;
        m_sides.right.people.removeIf([&](const RemoteRecord &record) { return record.id == id; });
        if (Result<> forgotten = ObservationStore(m_database).remove(Side::Right, id); !forgotten)
            return forgotten;
    }
    return {};
}

void CheckPhase::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
