// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

namespace twinbook::bench {

//! An SQLite database in memory, in which the references do the same job the plain way.
class MemoryTable
{
public:
    MemoryTable();
    ~MemoryTable();
    MemoryTable(const MemoryTable &) = delete;
    MemoryTable &operator=(const MemoryTable &) = delete;

    void run(const QString &sql);
    [[nodiscard]] QSqlQuery prepare(const QString &sql);
    //! The number in the only row.
    [[nodiscard]] int number(const QString &sql);

private:
    QString m_name;
};

//! Runs a prepared statement with these values, or ends the process.
void insert(QSqlQuery &statement, const QStringList &values);

} // namespace twinbook::bench
