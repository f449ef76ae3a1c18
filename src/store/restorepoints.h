// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "store/database.h"

#include <QDateTime>
#include <QList>

namespace twinbook {

//! A copy of the whole database as it was just before a run.
struct RestorePoint
{
    RunId run {}; //!< number of the run before which it was made; its name for people
    QDateTime madeAt {}; //!< UTC
    qint64 bytes = 0;
};

//! Copies of the database in "restore" beside it, made before each run that writes. Going back to
//! one brings back links, bases, answers, mapping and history as they were; the services are not
//! touched, and the next check finds what differs. A copy holds personal data: its file is
//! readable by its owner only, and only the newest few are kept.
class RestorePoints
{
public:
    static constexpr int mostKept = 5;

    //! `databasePath` is the file of the database, which need not be open.
    explicit RestorePoints(const QString &databasePath);
    //! Those of a database that is open.
    explicit RestorePoints(const Database &database);

    //! Copies what is committed, consistently, also while others read; one made before for the
    //! same run is replaced. Removes the oldest beyond mostKept. Storage with a sentence if it
    //! cannot be written: the disk is full, the folder is not ours.
    [[nodiscard]] Result<> make(const Database &database, RunId before) const;
    [[nodiscard]] QList<RestorePoint> list() const; //!< newest first

    //! Puts the copy in the place of the database, which nobody may have open; the caller holds
    //! the lock of the data directory. What is there now becomes a restore point itself, under the
    //! number of the next run. InvalidInput if there is no such copy.
    [[nodiscard]] Result<> goBackTo(RunId run) const;

private:
    [[nodiscard]] QString fileFor(RunId run) const;
    [[nodiscard]] Result<> keepPresent() const;

    QString m_database;
    QString m_folder;
};

} // namespace twinbook
