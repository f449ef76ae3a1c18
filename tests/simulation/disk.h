// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulation/wire.h"
#include "store/database.h"
#include "store/statementobserver.h"

#include <QTemporaryDir>

namespace twinbook::simulation {

//! The database's file in memory, with a hand on every statement. The real SQLite and the real
//! schema; one file for many histories, because emptying it is cheaper than making one.
class Disk final : public StatementObserver
{
public:
    Disk();

    [[nodiscard]] Database &database() { return *m_database; }
    //! As after the first start of the program.
    void clear();
    //! What was committed is there again in a new connection.
    void reopen();

    //! From then on statements are counted; `wire` dies at the round's crash point.
    void beginRound(const Round &round, Wire &wire);
    void calm();
    [[nodiscard]] int statements() const { return m_statements; }
    //! Which error the failing statement gives, as SQLite's primary result code.
    void setFailure(int resultCode) { m_resultCode = resultCode; }
    //! All rows of these tables, as text.
    [[nodiscard]] QString content(const QStringList &tables) const;

    [[nodiscard]] std::optional<Error> aboutToRun(const QString &sql) override;

private:
    void open();

    QTemporaryDir m_folder;
    std::optional<Database> m_database;
    QStringList m_tables;
    Wire *m_wire = nullptr;
    int m_statements = 0;
    int m_crashAt = 0;
    int m_failAt = 0;
    int m_resultCode = 13;
};

} // namespace twinbook::simulation
