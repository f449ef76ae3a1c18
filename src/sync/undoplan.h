// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/changeentry.h"
#include "sync/plan.h"

#include <QList>
#include <QMetaType>

#include <span>
#include <vector>

namespace twinbook {

//! What somebody wants taken back: the changes of one run, all of them or those of one person or
//! of one field of that person.
struct UndoScope
{
    RunId run {};
    RemoteId person {}; //!< id of either record; empty for everybody
    FieldId field {}; //!< empty for every field
};

//! What becomes of one remembered change.
enum class UndoVerdict : quint8 {
    PutBack, //!< the value is still what the run wrote; it gets its value of before
    AlreadyBack, //!< the value of before is there; nothing to do
    ChangedSince, //!< kept: somebody has changed it since
    PersonGone, //!< kept: the record is no longer there
    CannotBePutBack, //!< kept: the mapping or the service does not let it be written any more
    StaysCreated, //!< kept: nobody is deleted; see UndoPerson::pairing
};

struct UndoField
{
    int entry = 0; //!< index into UndoInput::entries
    UndoVerdict verdict = UndoVerdict::PutBack;
    FieldValue now; //!< absent if the record is gone

    friend bool operator==(const UndoField &, const UndoField &) = default;
};

//! Whether two records stay one person.
enum class UndoPairing : quint8 {
    Stays,
    Unlink, //!< the run had created one of them: both are kept, unlinked and left out from now on
    LinkAgain, //!< the run was an undo that had unlinked them
};

struct UndoPerson
{
    PerSide<RemoteId> ids; //!< one may be empty
    QString name;
    std::vector<UndoField> fields;
    UndoPairing pairing = UndoPairing::Stays;
};

struct UndoPlan
{
    std::vector<UndoPerson> people;

    [[nodiscard]] int count(UndoVerdict verdict) const;
    [[nodiscard]] int count(UndoPairing pairing) const;
    [[nodiscard]] bool isNothing() const
    {
        return count(UndoVerdict::PutBack) == 0 && count(UndoPairing::Unlink) == 0
            && count(UndoPairing::LinkAgain) == 0;
    }
};

struct UndoInput
{
    const Projection &projection;
    //! The people concerned as they are now, read by id.
    const SideState &left;
    const SideState &right;
    std::span<const Link> links;
    const QList<ChangeEntry> &entries; //!< of one run
    const QList<LinkEntry> &linkEntries; //!< of the same run

    [[nodiscard]] const SideState &side(Side which) const
    {
        return which == Side::Left ? left : right;
    }
};

//! Three-way, for each change of the run: what it wrote, what was there before, what is there now.
//! Only what is still as the run left it is put back; a later edit is never overwritten. A pure
//! function, like plan().
[[nodiscard]] UndoPlan planUndo(const UndoInput &input);

//! The same as a plan that is carried out like any other, with the observations it stands on: each
//! person of whom something is put back, in the order of `undo`, and of these no other row. The
//! part of the base that belongs to the other side is taken for its value, so that an edit made
//! there since still travels (ADR 7).
struct ExecutableUndo
{
    SideState left;
    SideState right;
    std::vector<PersonPlan> people;
    std::vector<int> undone; //!< for each of `people` its position in UndoPlan::people
};
[[nodiscard]] ExecutableUndo executable(const UndoInput &input, const UndoPlan &undo);

//! Stable name, such as "changed-since".
[[nodiscard]] QString undoVerdictName(UndoVerdict verdict);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::UndoScope)
