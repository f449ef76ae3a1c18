// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "mapping/projection.h"
#include "store/journal.h"

#include <QList>

#include <optional>

namespace twinbook {

//! A record that a write with an unknown outcome had changed or made, as it is now.
struct Adoption
{
    Side side = Side::Left;
    RemoteRecord record;
};

//! Clears up, before anything is planned, every write that an interrupted or failed run left
//! without a known outcome (sync-engines.md 4.2). The record is read by id, or, for a creation,
//! its twin is looked for in the service. What the write did becomes the base of the pair, so that
//! our own work is never taken for somebody's edit and nobody is created twice. Each intent is
//! settled in one transaction with what it brought.
//!
//! An intent that cannot be cleared up stays unsettled and its error ends the job; and for two
//! minutes a creation whose twin is not found stays so, because it may still be on its way.
//! PersonWriter creates nobody for whom an intent is unsettled.
class Recovery final : public TypedJob<QList<Adoption>>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Recovery)

public:
    Recovery(PerSide<PeopleService *> services, Projection projection, const Database &database,
             const Clock &clock);

protected:
    void run() override;
    void abort() override;

private:
    void settleNext();
    void readAgain(const Intent &intent);
    void lookForTwin(const Intent &intent);
    void takeCandidates(const Intent &intent, const QList<RemoteRecord> &candidates);
    void settle(const Intent &intent, const std::optional<RemoteRecord> &found);
    [[nodiscard]] Result<> keep(const Intent &intent, const std::optional<RemoteRecord> &found);
    [[nodiscard]] Result<> log(const Intent &intent, const RemoteRecord &found);
    [[nodiscard]] Result<> logLink(const Intent &intent, const Link &link);
    [[nodiscard]] Result<> link(const Intent &intent, const RemoteRecord &found);

    const PerSide<PeopleService *> m_services;
    const Projection m_projection;
    const Database &m_database;
    const Clock &m_clock;
    Journal m_journal;
    QList<Intent> m_open;
    QList<Adoption> m_adopted;
    Job *m_running = nullptr;
};

} // namespace twinbook
