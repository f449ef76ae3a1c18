// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/dialect.h"

using namespace Qt::StringLiterals;

namespace twinbook::dialect {

QString driverName()
{
    return u"QSQLITE"_s;
}

QString connectOptions(Database::Mode mode)
{
    // A writer may hold the lock while it replaces 100,000 rows.
    const QString patience = u"QSQLITE_BUSY_TIMEOUT=10000"_s;
    return mode == Database::Mode::ReadOnly ? patience + ";QSQLITE_OPEN_READONLY"_L1 : patience;
}

QStringList sessionSettings(Database::Mode mode)
{
    QStringList settings {
        u"PRAGMA foreign_keys = ON"_s,
        u"PRAGMA trusted_schema = OFF"_s,
        u"PRAGMA temp_store = MEMORY"_s,
    };
    if (mode == Database::Mode::ReadOnly)
        return settings << u"PRAGMA query_only = ON"_s << u"PRAGMA cache_size = -8000"_s;
    return settings << u"PRAGMA journal_mode = WAL"_s
                    // In WAL mode NORMAL may lose the last commits in a power cut. The journal of
                    // writes must not.
                    << u"PRAGMA synchronous = FULL"_s << u"PRAGMA journal_size_limit = 16000000"_s
                    << u"PRAGMA cache_size = -32000"_s;
}

QString beginWriting()
{
    return u"BEGIN IMMEDIATE"_s;
}

QString beginReading()
{
    return u"BEGIN"_s;
}

QString readSchemaVersion()
{
    return u"PRAGMA user_version"_s;
}

QString writeSchemaVersion(int version)
{
    // A pragma takes no bound values.
    return "PRAGMA user_version = "_L1 + QString::number(version);
}

QString countTables()
{
    return u"SELECT count(*) FROM sqlite_schema"_s;
}

QString clearSearchIndex()
{
    return u"INSERT INTO person_search (person_search) VALUES ('delete-all')"_s;
}

QString copyInto(const QString &path)
{
    return "VACUUM INTO '"_L1 + QString(path).replace(u'\'', u"''"_s) + u'\'';
}

QString searchSource()
{
    return u"(SELECT rowid AS position FROM person_search WHERE person_search MATCH :words)"_s;
}

Fault faultOf(const QSqlError &error)
{
    // Result codes of sqlite.org/rescode.html; the low byte is the primary one.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 3: // PERM
    case 8: // READONLY
    case 14: // CANTOPEN
        return Fault::NotWritable;
    case 5: // BUSY
    case 6: // LOCKED
        return Fault::Busy;
    case 10: // IOERR
        return Fault::DiskError;
    case 11: // CORRUPT
        return Fault::Damaged;
    case 13: // FULL
        return Fault::DiskFull;
    case 19: // CONSTRAINT
        return Fault::BrokenRule;
    case 26: // NOTADB
        return Fault::NotADatabase;
    default:
        return Fault::Other;
    }
}

} // namespace twinbook::dialect
