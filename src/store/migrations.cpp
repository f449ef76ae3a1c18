// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include "core/logging.h"
#include "store/dialect.h"
#include "store/statement.h"
#include "store/storageerror.h"

#include <QDir>
#include <QFile>

// At global scope because the macro declares a function of the resource compiler. Without it the
// linker drops the resources of a static library.
static void initializeSqlResources()
{
    Q_INIT_RESOURCE(twinbook_sql);
}

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Names of all migrations; the first is number 1.
QStringList migrationFiles()
{
    initializeSqlResources();
    return QDir(u":/twinbook/sql"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

QString contentOf(const QString &fileName)
{
    QFile file(":/twinbook/sql/"_L1 + fileName);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return QString::fromUtf8(file.readAll());
}

Result<int> schemaVersion(const Database &database)
{
    return Statement(database, dialect::readSchemaVersion()).number().map([](qint64 version) {
        return static_cast<int>(version);
    });
}

//! Only an empty file may become ours.
Result<> requireOursOrEmpty(const Database &database, int version, const QString &path)
{
    if (version > 0)
        return {};
    const auto tables = Statement(database, dialect::countTables()).number();
    if (!tables)
        return Failure(tables.error());
    if (*tables > 0)
        return Failure(foreignDatabaseError(path));
    return {};
}

Result<> runMigration(const Database &database, const QStringList &files, int version)
{
    const QStringList statements = statementsOf(contentOf(files.at(version - 1)));
    for (const QString &sql : statements) {
        if (auto done = Statement::runOnce(database, sql); !done)
            return done;
    }
    return Statement::runOnce(database, dialect::writeSchemaVersion(version));
}

} // namespace

int currentSchemaVersion()
{
    return static_cast<int>(migrationFiles().size());
}

Result<> migrate(const Database &database, const QString &path)
{
    const QStringList files = migrationFiles();
    const int known = static_cast<int>(files.size());
    if (const auto version = schemaVersion(database); version && *version == known)
        return {};
    for (;;) {
        // The version is read inside: the window and the command line may start together.
        auto transaction = Transaction::begin(database);
        if (!transaction)
            return Failure(transaction.error());
        const auto version = schemaVersion(database);
        if (!version)
            return Failure(version.error());
        if (*version > known)
            return Failure(newerDatabaseError(*version, known));
        if (*version == known)
            return transaction->commit();
        if (auto ours = requireOursOrEmpty(database, *version, path); !ours)
            return ours;
        if (auto done = runMigration(database, files, *version + 1); !done)
            return done;
        if (auto committed = transaction->commit(); !committed)
            return committed;
        qCDebug(logStore) << "schema is now" << *version + 1;
    }
}

Result<> requireCurrentSchema(const Database &database)
{
    const auto version = schemaVersion(database);
    if (!version)
        return Failure(version.error());
    const int known = currentSchemaVersion();
    if (*version > known)
        return Failure(newerDatabaseError(*version, known));
    if (*version < known)
        return Failure(olderDatabaseError(*version, known));
    return {};
}

QStringList statementsOf(const QString &sql)
{
    QString code;
    code.reserve(sql.size());
    for (const auto line : QStringView(sql).split(u'\n')) {
        const qsizetype comment = line.indexOf(u"--");
        code += comment < 0 ? line : line.left(comment);
        code += u'\n';
    }
    QStringList statements;
    for (const auto part : QStringView(code).split(u';')) {
        if (const auto statement = part.trimmed(); !statement.isEmpty())
            statements.append(statement.toString());
    }
    return statements;
}

} // namespace twinbook
