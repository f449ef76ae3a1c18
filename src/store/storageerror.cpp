// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/storageerror.h"

#include "core/redact.h"
#include "store/dialect.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Storage", text);
}

Error storage(const QString &message, const QString &detail)
{
    return {.kind = ErrorKind::Storage, .message = message, .detail = redacted(detail)};
}

QString damagedSentence()
{
    return tr("The file in which Twinbook keeps its records is damaged. Your contacts in "
              "OfficeRnD and HighLevel are not affected. Put the file back from a backup, or "
              "move it away: Twinbook then starts with an empty one and finds the pairs again.");
}

QString bugSentence()
{
    return tr("Twinbook could not save because of a mistake in the program. Nothing was changed. "
              "Please report it with the text under Details.");
}

QString sentenceFor(dialect::Fault fault)
{
    switch (fault) {
    case dialect::Fault::DiskFull:
        return tr("The disk is full, so Twinbook could not save. Nothing was half saved. Make "
                  "some room and try again.");
    case dialect::Fault::Busy:
        return tr("Another program has been using Twinbook's records for too long. Close other "
                  "windows of Twinbook and try again.");
    case dialect::Fault::NotWritable:
        return tr("Twinbook cannot write its records. Check that you may write to its folder "
                  "and try again.");
    case dialect::Fault::DiskError:
        return tr("The disk reported an error while Twinbook was reading or saving its records. "
                  "Check the disk and try again.");
    case dialect::Fault::Damaged:
    case dialect::Fault::NotADatabase:
        return damagedSentence();
    case dialect::Fault::BrokenRule:
    case dialect::Fault::Other:
        return bugSentence();
    }
    Q_UNREACHABLE();
}

} // namespace

Error storageError(const QSqlError &error, const QString &doing)
{
    const dialect::Fault fault = dialect::faultOf(error);
    const bool ours = fault == dialect::Fault::BrokenRule || fault == dialect::Fault::Other;
    const QString detail
        = u"%1 (%2), %3"_s.arg(error.databaseText(), error.nativeErrorCode(), doing.simplified());
    return {.kind = ours ? ErrorKind::Bug : ErrorKind::Storage,
            .message = sentenceFor(fault),
            .detail = redacted(detail)};
}

Error notWritableError(const QString &path, const QString &detail)
{
    return storage(tr("Twinbook cannot write to %1. Check that the folder is there and that you "
                      "may write to it, then start Twinbook again.")
                       .arg(QDir::toNativeSeparators(path)),
                   detail);
}

Error noDatabaseError(const QString &path)
{
    return storage(tr("Twinbook has not been set up on this computer yet. Start Twinbook and "
                      "connect both services first."),
                   "no file at "_L1 + path);
}

Error foreignDatabaseError(const QString &path)
{
    return storage(tr("The file %1 belongs to another program. Move it away and start Twinbook "
                      "again.")
                       .arg(QDir::toNativeSeparators(path)),
                   u"tables without a schema version"_s);
}

Error newerDatabaseError(int version, int known)
{
    return storage(tr("Twinbook's records were written by a newer version of Twinbook. Install "
                      "the newest version to go on. Nothing was changed."),
                   u"schema %1, known up to %2"_s.arg(version).arg(known));
}

Error olderDatabaseError(int version, int known)
{
    return storage(tr("Twinbook's records were written by an older version of Twinbook. Start "
                      "Twinbook once to bring them up to date."),
                   u"schema %1, needs %2"_s.arg(version).arg(known));
}

Error damagedContentError(const QString &detail)
{
    return storage(damagedSentence(), detail);
}

Error missingRowError(const QString &table, qint64 id)
{
    return {.kind = ErrorKind::Bug,
            .message = bugSentence(),
            .detail = u"no row %1 in %2"_s.arg(id).arg(table)};
}

} // namespace twinbook
