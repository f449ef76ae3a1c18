// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "store/database.h"

#include <QStringList>

namespace twinbook {

//! The schema this program knows: the number of the last file in resources/sql.
[[nodiscard]] int currentSchemaVersion();

//! Runs the files in resources/sql that the database has not seen, each in a transaction of its
//! own. Refuses a newer database and one that is not ours. `path` is for the sentence.
[[nodiscard]] Result<> migrate(const Database &database, const QString &path);

//! Refuses a database that has not exactly the present schema.
[[nodiscard]] Result<> requireCurrentSchema(const Database &database);

//! The statements of a migration file, without comments. See 001_initial.sql for the rules.
[[nodiscard]] QStringList statementsOf(const QString &sql);

} // namespace twinbook
