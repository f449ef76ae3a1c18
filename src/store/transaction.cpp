// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/connection.h"
#include "store/database.h"
#include "store/dialect.h"
#include "store/statement.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString savepoint(int depth)
{
    return "inner_"_L1 + QString::number(depth);
}

} // namespace

Result<Transaction> Transaction::begin(const Database &database)
{
    Database::Connection &connection = *database.m_connection;
    const int depth = connection.transactionDepth;
    const QString outermost = connection.mode == Database::Mode::ReadWrite
        ? dialect::beginWriting()
        : dialect::beginReading();
    const QString sql = depth == 0 ? outermost : "SAVEPOINT "_L1 + savepoint(depth);
    if (auto begun = Statement::runOnce(database, sql); !begun)
        return Failure(begun.error());
    ++connection.transactionDepth;
    return Transaction(database, depth);
}

Transaction::Transaction(const Database &database, int depth)
    : m_database(&database)
    , m_depth(depth)
{ }

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_depth(other.m_depth)
{ }

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // After a full disk SQLite has rolled back by itself; then this fails, and nothing is lost.
    QSqlQuery query(m_database->connection());
    if (m_depth == 0) {
        query.exec(u"ROLLBACK"_s);
    } else {
        query.exec("ROLLBACK TO "_L1 + savepoint(m_depth));
        query.exec("RELEASE "_L1 + savepoint(m_depth));
    }
    --m_database->m_connection->transactionDepth;
}

Result<> Transaction::commit()
{
    Q_ASSERT(m_database && m_database->m_connection->transactionDepth == m_depth + 1);
    const QString sql = m_depth == 0 ? u"COMMIT"_s : "RELEASE "_L1 + savepoint(m_depth);
    if (auto done = Statement::runOnce(*m_database, sql); !done)
        return done; // still open: the destructor rolls back
    --m_database->m_connection->transactionDepth;
    m_database = nullptr;
    return {};
}

} // namespace twinbook
