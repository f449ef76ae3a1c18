// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/disk.h"

#include "store/storageerror.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace twinbook::simulation {

namespace {

QString folderInMemory()
{
    const QString memory = u"/dev/shm"_s;
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + "/twinbook-simulation-XXXXXX"_L1;
}

void execute(const QSqlDatabase &connection, const QString &sql)
{
    QSqlQuery query(connection);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
}

} // namespace

Disk::Disk()
    : m_folder(folderInMemory())
{
    open();
    QSqlQuery query(m_database->connection());
    query.exec(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
               "AND name NOT LIKE 'person_search%'"_s);
    while (query.next())
        m_tables.append(query.value(0).toString());
}

void Disk::open()
{
    Result<Database> opened
        = Database::open(m_folder.filePath(u"twinbook.db"_s), Database::Mode::ReadWrite);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
    m_database.emplace(*std::move(opened));
    // A crash is played above SQLite; waiting for a disk would only take time.
    execute(m_database->connection(), u"PRAGMA synchronous = OFF"_s);
}

void Disk::reopen()
{
    m_database.reset();
    open();
}

void Disk::clear()
{
    calm();
    const QSqlDatabase connection = m_database->connection();
    execute(connection, u"BEGIN IMMEDIATE"_s);
    execute(connection, u"PRAGMA defer_foreign_keys = ON"_s);
    for (const QString &table : std::as_const(m_tables))
        execute(connection, "DELETE FROM "_L1 + table);
    execute(connection, u"INSERT INTO person_search (person_search) VALUES ('delete-all')"_s);
    execute(connection, u"DELETE FROM sqlite_sequence"_s);
    execute(connection, u"COMMIT"_s);
}

void Disk::beginRound(const Round &round, Wire &wire)
{
    m_wire = &wire;
    m_statements = 0;
    m_crashAt = round.crashAtStatement;
    m_failAt = round.failingStatement;
    m_database->setStatementObserver(this);
}

void Disk::calm()
{
    m_database->setStatementObserver(nullptr);
    m_crashAt = 0;
    m_failAt = 0;
}

QString Disk::content(const QStringList &tables) const
{
    QString content;
    for (const QString &table : tables) {
        QSqlQuery query(m_database->connection());
        query.exec("SELECT * FROM "_L1 + table + " ORDER BY 1, 2"_L1);
        while (query.next()) {
            content += table;
            for (int i = 0; i < query.record().count(); ++i)
                content += u'|' + query.value(i).toString();
            content += u'\n';
        }
    }
    return content;
}

std::optional<Error> Disk::aboutToRun(const QString &sql)
{
    ++m_statements;
    if (m_statements == m_crashAt)
        m_wire->die();
    // A dead program runs nothing; what it had not committed is rolled back.
    if (m_wire->isDead())
        return Error {.kind = ErrorKind::Storage, .message = u"dead"_s, .detail = {}};
    if (m_statements != m_failAt)
        return std::nullopt;
    m_wire->trace.add(u"statement %1 fails"_s.arg(m_statements));
    return storageError(QSqlError(u"driver"_s, u"told to fail"_s, QSqlError::StatementError,
                                  QString::number(m_resultCode)),
                        sql);
}

} // namespace twinbook::simulation
