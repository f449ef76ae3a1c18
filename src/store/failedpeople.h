// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/side.h"
#include "store/database.h"

#include <QList>
#include <QSet>
#include <QString>

namespace twinbook {

//! One person whom a run could not write.
struct FailedPerson
{
    PerSide<RemoteId> ids; //!< either may be empty
    RunId run; //!< in which it failed last
    QString why; //!< sentence

    friend bool operator==(const FailedPerson &, const FailedPerson &) = default;
};

//! Whom a run could not write and no later one has written: those who are tried again on request.
//! The journal does not know them all, because a person whose fresh read fails leaves no intent.
class FailedPeople
{
public:
    explicit FailedPeople(const Database &database);

    //! A person who failed before is kept once, with the newest run and sentence.
    [[nodiscard]] Result<> add(const FailedPerson &person);
    //! Was written after all; forgets every entry with one of these records.
    [[nodiscard]] Result<> remove(const PerSide<RemoteId> &ids);
    //! A run for everybody has ended: who did not fail in it has nothing left to be tried again.
    [[nodiscard]] Result<> keepOnlyOf(RunId run);
    [[nodiscard]] Result<QList<FailedPerson>> all() const;
    //! The records of all of them.
    [[nodiscard]] Result<QSet<RemoteId>> records() const;

private:
    const Database &m_database;
};

} // namespace twinbook
