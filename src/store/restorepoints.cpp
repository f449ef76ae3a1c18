// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/restorepoints.h"

#include "core/clock.h"
#include "store/dialect.h"
#include "store/runhistory.h"
#include "store/statement.h"
#include "store/storageerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::RestorePoints)
};

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

//! Says what it means for the run, before saying what is wrong.
Error notMadeError(const Error &cause)
{
    Error error = cause;
    error.message = Tr::tr("No restore point could be made, so nothing was begun and nothing was "
                           "changed. %1")
                        .arg(cause.message);
    return error;
}

//! Made empty and private before the database engine would make it for everybody.
Result<> makeEmptyFile(const QString &path)
{
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, ownerOnly))
        return Failure(notWritableError(path, file.errorString()));
    return {};
}

Result<> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Failure(notWritableError(from, source.errorString()));
    QSaveFile target(to); // replaces in one step, so that a power cut leaves one of the two
    if (!target.open(QIODevice::WriteOnly) || !target.setPermissions(ownerOnly))
        return Failure(notWritableError(to, target.errorString()));
    constexpr qint64 block = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray part = source.read(block);
        if (part.isEmpty() || target.write(part) != part.size())
            return Failure(notWritableError(to, target.errorString()));
    }
    if (!target.commit())
        return Failure(notWritableError(to, target.errorString()));
    return {};
}

} // namespace

RestorePoints::RestorePoints(const QString &databasePath)
    : m_database(databasePath)
    , m_folder(QFileInfo(databasePath).dir().filePath(u"restore"_s))
{ }

RestorePoints::RestorePoints(const Database &database)
    : RestorePoints(database.connection().databaseName())
{ }

QString RestorePoints::fileFor(RunId run) const
{
    return QDir(m_folder).filePath(u"before-run-%1.db"_s.arg(run.number()));
}

Result<> RestorePoints::make(const Database &database, RunId before) const
{
    const bool isFolder
        = QFileInfo(m_folder).isDir() || QDir().mkdir(m_folder, ownerOnly | QFile::ExeOwner);
    if (!isFolder)
        return Failure(notMadeError(notWritableError(m_folder, u"cannot create the folder"_s)));
    const QString unfinished = fileFor(before) + ".part"_L1;
    if (Result<> made = makeEmptyFile(unfinished); !made)
        return Failure(notMadeError(made.error()));
    if (const auto copied = Statement::runOnce(database, dialect::copyInto(unfinished)); !copied) {
        QFile::remove(unfinished);
        return Failure(notMadeError(copied.error()));
    }
    QFile::remove(fileFor(before));
    if (!QFile::rename(unfinished, fileFor(before)))
        return Failure(notMadeError(notWritableError(fileFor(before), u"cannot rename"_s)));
    const QList<RestorePoint> all = list();
    for (qsizetype i = mostKept; i < all.size(); ++i)
        QFile::remove(fileFor(all.at(i).run));
    return {};
}

QList<RestorePoint> RestorePoints::list() const
{
    static const QRegularExpression name(u"^before-run-([1-9][0-9]{0,17})\\.db$"_s);
    QList<RestorePoint> points;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        const QRegularExpressionMatch match = name.match(file.fileName());
        if (match.hasMatch())
            points.append(
                {RunId(match.captured(1).toLongLong()), file.lastModified().toUTC(), file.size()});
    }
    std::sort(points.begin(), points.end(),
              [](const RestorePoint &a, const RestorePoint &b) { return a.run > b.run; });
    return points;
}

//! So that going back can be taken back. Closing the last connection also folds the write-ahead
//! log into the file.
Result<> RestorePoints::keepPresent() const
{
    const Result<Database> database = Database::open(m_database, Database::Mode::ReadWrite);
    if (!database)
        return Failure(database.error());
    const SystemClock clock;
    const Result<QList<Run>> newest = RunHistory(*database, clock).newest(1);
    if (!newest)
        return Failure(newest.error());
    const qint64 last = newest->isEmpty() ? 0 : newest->constFirst().id.number();
    return make(*database, RunId(last + 1));
}

Result<> RestorePoints::goBackTo(RunId run) const
{
    if (!QFileInfo(fileFor(run)).isFile())
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message = Tr::tr("There is no restore point %1. Nothing was changed. "
                                     "\"twinbookctl restore list\" shows those there are.")
                                  .arg(run.number()),
                   .detail = {}});
    // Read before the present is kept: that may push the oldest copy out, which may be this one.
    const QString chosen = m_database + ".restore"_L1;
    if (Result<> copied = copyFile(fileFor(run), chosen); !copied)
        return copied;
    if (Result<> kept = keepPresent(); !kept) {
        QFile::remove(chosen);
        return kept;
    }
    if (QFileInfo::exists(m_database + "-wal"_L1)) {
        QFile::remove(chosen);
        return Failure(Error {.kind = ErrorKind::Storage,
                              .message = Tr::tr("The database is still in use. Close every "
                                                "Twinbook window and try again. Nothing was "
                                                "changed."),
                              .detail = u"write-ahead log is still there"_s});
    }
    const Result<> replaced = copyFile(chosen, m_database);
    QFile::remove(chosen);
    return replaced;
}

} // namespace twinbook
