// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/statement.h"

#include "store/connection.h"
#include "store/statementobserver.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace twinbook {

StatementObserver::~StatementObserver() = default;

QDateTime Row::moment(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

FieldValue Row::value(int column) const
{
    return valueFromText(text(column));
}

Statement::Statement(const Database &database, const QString &sql)
    : m_connection(*database.m_connection)
    , m_sql(sql)
    , m_query(database.connection())
{
    if (auto known = m_connection.prepared.extract(sql)) {
        m_query = std::move(known.mapped());
        return;
    }
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Statement::~Statement()
{
    // An unfinished read would hold on to its snapshot and stop the write-ahead log from shrinking.
    m_query.finish();
    if (m_prepared)
        m_connection.prepared.emplace(m_sql, std::move(m_query));
}

Result<> Statement::runOnce(const Database &database, const QString &sql)
{
    Database::Connection &connection = *database.m_connection;
    if (connection.observer) {
        if (const auto refused = connection.observer->aboutToRun(sql))
            return Failure(*refused);
    }
    QSqlQuery query(database.connection());
    if (!query.exec(sql))
        return Failure(storageError(query.lastError(), sql));
    return {};
}

Statement &Statement::bind(const QString &name, const QString &text)
{
    m_query.bindValue(name, text.isNull() ? u""_s : text);
    return *this;
}

Statement &Statement::bind(const QString &name, qint64 number)
{
    m_query.bindValue(name, number);
    return *this;
}

Statement &Statement::bind(const QString &name, int number)
{
    m_query.bindValue(name, number);
    return *this;
}

Statement &Statement::bind(const QString &name, double number)
{
    m_query.bindValue(name, number);
    return *this;
}

Statement &Statement::bind(const QString &name, const QDateTime &moment)
{
    return moment.isValid() ? bind(name, moment.toMSecsSinceEpoch()) : bindNull(name);
}

Statement &Statement::bind(const QString &name, const RemoteId &id)
{
    return bind(name, id.text());
}

Statement &Statement::bind(const QString &name, const FieldValue &value)
{
    return bind(name, valueToText(value));
}

Statement &Statement::bind(const QString &name, const QByteArray &bytes)
{
    m_query.bindValue(name, bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Statement &Statement::bindNull(const QString &name)
{
    m_query.bindValue(name, QVariant());
    return *this;
}

Result<int> Statement::run()
{
    if (auto begun = begin(); !begun)
        return Failure(begun.error());
    const int changed = m_query.numRowsAffected();
    if (auto ended = end(); !ended)
        return Failure(ended.error());
    return changed;
}

Result<qint64> Statement::number()
{
    auto found = first([](const Row &row) { return row.number(0); });
    if (!found)
        return Failure(found.error());
    return found->value_or(0);
}

Result<> Statement::begin()
{
    if (m_connection.observer) {
        if (const auto refused = m_connection.observer->aboutToRun(m_sql))
            return Failure(*refused);
    }
    if (!m_prepared || !m_query.exec())
        return Failure(lastError());
    return {};
}

Result<> Statement::end()
{
    // Only the step after the last row commits an INSERT ... RETURNING and tells whether it could.
    while (m_query.next()) { }
    if (m_query.lastError().isValid())
        return Failure(lastError());
    m_query.finish();
    return {};
}

Error Statement::lastError() const
{
    return storageError(m_query.lastError(), m_sql);
}

} // namespace twinbook
