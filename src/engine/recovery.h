// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "store/journal.h"

#include <QList>

namespace twinbook {

//! What was found for a creation whose outcome was unknown: the record it had made after all.
struct Adoption
{
    Side side = Side::Left;
    RemoteRecord record;
    RemoteId counterpart;
};

//! Clears up, before anything is planned, every write that an interrupted or failed run left
//! without a known outcome (sync-engines.md 4.2). An update needs nothing: it is absolute, and
//! the look that comes next shows what is there. For a creation the twin is looked for in the
//! service; if it is found it is adopted, so that nobody is created twice. An intent whose twin
//! cannot be looked for stays unsettled, and so does its error; and for two minutes a creation
//! with nothing but a name, because the service may not show it yet. PersonWriter creates nobody
//! for whom an intent is unsettled.
class Recovery final : public TypedJob<QList<Adoption>>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Recovery)

public:
    Recovery(PerSide<PeopleService *> services, const Database &database, const Clock &clock);

protected:
    void run() override;
    void abort() override;

private:
    void settleNext();
    void lookForTwin(const Intent &intent);
    void settle(const Intent &intent, const QList<RemoteRecord> &candidates);

    const PerSide<PeopleService *> m_services;
    const Clock &m_clock;
    Journal m_journal;
    QList<Intent> m_open;
    QList<Adoption> m_adopted;
    Job *m_running = nullptr;
};

} // namespace twinbook
