// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QSqlError>
#include <QString>

namespace twinbook {

//! The error for a statement or a connection that failed: kind Storage with a sentence, or kind Bug
//! if the database refused what we gave it. `doing` is the SQL, without values, for the details.
[[nodiscard]] Error storageError(const QSqlError &error, const QString &doing);

//! Folder or file at `path` cannot be made or written.
[[nodiscard]] Error notWritableError(const QString &path, const QString &detail);
//! There is no database at `path`, which was to be read only.
[[nodiscard]] Error noDatabaseError(const QString &path);
//! The file at `path` is some other program's database.
[[nodiscard]] Error foreignDatabaseError(const QString &path);
[[nodiscard]] Error newerDatabaseError(int version, int known);
//! The file has an older schema and was opened for reading only.
[[nodiscard]] Error olderDatabaseError(int version, int known);
//! What was stored cannot be understood.
[[nodiscard]] Error damagedContentError(const QString &detail);
//! Row number `id` of `table` is not there although our own code asked for it.
[[nodiscard]] Error missingRowError(const QString &table, qint64 id);

} // namespace twinbook
