// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memorytable.h"

#include "measure.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

MemoryTable::MemoryTable()
    : m_name(u"reference"_s)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(u":memory:"_s);
    if (!database.open())
        giveUp(database.lastError().text());
}

MemoryTable::~MemoryTable()
{
    QSqlDatabase::removeDatabase(m_name);
}

void MemoryTable::run(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(sql))
        giveUp(query.lastError().text() + u' ' + sql);
}

QSqlQuery MemoryTable::prepare(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.prepare(sql))
        giveUp(query.lastError().text() + u' ' + sql);
    return query;
}

int MemoryTable::number(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name));
    if (!query.exec(sql) || !query.next())
        giveUp(query.lastError().text() + u' ' + sql);
    return query.value(0).toInt();
}

void insert(QSqlQuery &statement, const QStringList &values)
{
    for (int i = 0; i < values.size(); ++i)
        statement.bindValue(i, values.at(i));
    if (!statement.exec())
        giveUp(statement.lastError().text());
}

} // namespace twinbook::bench
