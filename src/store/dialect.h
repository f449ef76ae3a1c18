// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"

#include <QSqlError>
#include <QString>
#include <QStringList>

//! Everything in which SQLite differs from standard SQL, apart from the migrations. A second
//! database is a second set of these functions.
namespace twinbook::dialect {

[[nodiscard]] QString driverName();
[[nodiscard]] QString connectOptions(Database::Mode mode);
//! Statements for a fresh connection.
[[nodiscard]] QStringList sessionSettings(Database::Mode mode);

//! Begins a transaction that may write, and takes the right to write at once: taking it later can
//! fail in the middle.
[[nodiscard]] QString beginWriting();
[[nodiscard]] QString beginReading();

[[nodiscard]] QString readSchemaVersion();
[[nodiscard]] QString writeSchemaVersion(int version);
//! Counts the tables.
[[nodiscard]] QString countTables();

[[nodiscard]] QString clearSearchIndex();
//! Writes a consistent copy of the whole database into an empty file.
[[nodiscard]] QString copyInto(const QString &path);

//! Source of positions that match the expression bound to :words; `position` is their column.
[[nodiscard]] QString searchSource();

//! What a failed statement was about.
enum class Fault : quint8 {
    DiskFull,
    Busy, //!< another connection holds the lock for longer than we wait
    NotWritable, //!< folder or file cannot be opened or written
    Damaged,
    NotADatabase,
    DiskError,
    BrokenRule, //!< a CHECK, UNIQUE or foreign key refused
    Other,
};
[[nodiscard]] Fault faultOf(const QSqlError &error);

} // namespace twinbook::dialect
