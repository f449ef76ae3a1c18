// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "sync/undoplan.h"

#include <QMetaType>
#include <QSet>

#include <memory>

namespace twinbook {

struct PreparedPlan;

//! An undo with everything needed to show it and to carry it out. Immutable once published.
struct PreparedUndo
{
    UndoScope scope;
    QList<ChangeEntry> entries; //!< that UndoPlan's fields point at
    QList<LinkEntry> linkEntries;
    UndoPlan plan;
    //! What is carried out: only people of whom something is put back, see ExecutableUndo.
    std::shared_ptr<const PreparedPlan> executable;
    std::vector<int> undone;
};
using PreparedUndoPtr = std::shared_ptr<const PreparedUndo>;

//! The newest run that changed this person, or this field of them, made into a scope.
//! InvalidInput with a sentence if nothing is remembered.
[[nodiscard]] Result<UndoScope> newestChangeOf(const RemoteId &person, const FieldId &field,
                                               const Database &database, const Clock &clock);

//! Dissolves, or makes again, the pairs as the undo says: all of them in one transaction. Records
//! that are unlinked are left out from now on, so that the next sync does not join them again.
//! `leftOut` are positions in UndoPlan::people that take no part.
[[nodiscard]] Result<> carryOutPairings(const PreparedUndo &undo, const QSet<int> &leftOut,
                                        RunId run, const Database &database, const Clock &clock);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::PreparedUndoPtr)
