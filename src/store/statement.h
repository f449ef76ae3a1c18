// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "core/ids.h"
#include "core/result.h"
#include "store/database.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace twinbook {

//! The present row of a statement. Columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    { }

    [[nodiscard]] bool isNull(int column) const { return m_query.value(column).isNull(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] int count(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    //! UTC; invalid for NULL.
    [[nodiscard]] QDateTime moment(int column) const;
    [[nodiscard]] RemoteId remoteId(int column) const { return RemoteId(text(column)); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    //! What bind(FieldValue) stored.
    [[nodiscard]] FieldValue value(int column) const;

private:
    const QSqlQuery &m_query;
};

//! One SQL statement with named values. Prepared once per connection: a statement that is
//! destroyed goes back to its connection and is found there the next time. Errors of preparing
//! are told by the first call that runs it.
class Statement
{
    Q_DISABLE_COPY_MOVE(Statement)

public:
    Statement(const Database &database, const QString &sql);
    ~Statement();

    //! For statements that are used once, such as those of migrations and transactions.
    [[nodiscard]] static Result<> runOnce(const Database &database, const QString &sql);

    // A null text is stored as an empty one, an invalid moment as NULL. Names begin with ":".
    Statement &bind(const QString &name, const QString &text);
    Statement &bind(const QString &name, qint64 number);
    Statement &bind(const QString &name, int number);
    Statement &bind(const QString &name, double number);
    Statement &bind(const QString &name, const QDateTime &moment);
    Statement &bind(const QString &name, const RemoteId &id);
    Statement &bind(const QString &name, const FieldValue &value);
    Statement &bind(const QString &name, const QByteArray &bytes);
    Statement &bindNull(const QString &name);

    //! Runs it to its end. Returns how many rows were changed.
    [[nodiscard]] Result<int> run();

    //! Runs it and shows each row to `visit`.
    template<class Visit>
    [[nodiscard]] Result<> forEach(const Visit &visit)
    {
        if (auto begun = begin(); !begun)
            return begun;
        while (m_query.next())
            visit(Row(m_query));
        return end();
    }

    //! Runs it to its end and reads the first row, or nothing if there is none.
    template<class Read>
    [[nodiscard]] auto first(const Read &read)
        -> Result<std::optional<std::invoke_result_t<Read, Row>>>
    {
        std::optional<std::invoke_result_t<Read, Row>> found;
        if (auto begun = begin(); !begun)
            return Failure(begun.error());
        if (m_query.next())
            found = read(Row(m_query));
        if (auto ended = end(); !ended)
            return Failure(ended.error());
        return found;
    }

    //! Runs it and reads the number in the first column of the only row.
    [[nodiscard]] Result<qint64> number();

private:
    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> end();
    [[nodiscard]] Error lastError() const;

    Database::Connection &m_connection;
    QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = true;
};

} // namespace twinbook
