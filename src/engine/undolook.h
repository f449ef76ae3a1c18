// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/preparation.h"
#include "engine/recovery.h"
#include "engine/undo.h"

namespace twinbook {

//! From a scope to a plan of taking back: clears up unknown outcomes, reads by id everybody whom
//! the scope concerns, and plans. No list is read: it would cost more, and HighLevel's does not
//! show the last minute, which is the very minute after which people want to undo. Writes to
//! neither service.
class UndoLook final : public TypedJob<PreparedUndoPtr>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoLook)

public:
    UndoLook(UndoScope scope, PerSide<PeopleService *> services, const Database &database,
             const Clock &clock);

Q_SIGNALS:
    void progress(int done, int total);

protected:
    void run() override;
    void abort() override;

private:
    [[nodiscard]] Result<> takeHistory();
    void recover();
    void read(Side side);
    void makePlan();
    [[nodiscard]] QList<RemoteId> concerned(Side side) const;

    const UndoScope m_scope;
    const PerSide<PeopleService *> m_services;
    const Database &m_database;
    const Clock &m_clock;
    std::shared_ptr<PreparedUndo> m_undo;
    PerSide<SideLook> m_sides;
    std::vector<Link> m_links;
    Job *m_running = nullptr;
};

} // namespace twinbook
