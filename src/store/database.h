// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QString>

#include <memory>

namespace twinbook {

class StatementObserver;

//! One connection to the program's database, for one thread.
//!
//! SQLite in WAL mode: one connection writes (the engine's thread), any number read beside it.
//! The file is made readable by its owner only. Destroying the object closes the connection.
class Database
{
public:
    enum class Mode : quint8 {
        ReadWrite, //!< creates the file and brings the schema up to date
        ReadOnly, //!< the file must be there, with the present schema
    };

    //! Errors are of kind Storage with a sentence: the folder cannot be written, the disk is
    //! full, the file is not a database, or it was written by a newer Twinbook.
    [[nodiscard]] static Result<Database> open(const QString &path, Mode mode);

    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    [[nodiscard]] QSqlDatabase connection() const;

    //! Lets `observer` see, and refuse, every statement before it runs; nullptr ends that. It must
    //! outlive the connection or be taken away before.
    void setStatementObserver(StatementObserver *observer);

private:
    friend class Statement;
    friend class Transaction;
    struct Connection;

    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

//! Commits on commit(), rolls back when destroyed before. May be nested: the changes of an inner
//! one last only if every one around it is committed too. Ends before its database does.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(const Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Result<> commit();

private:
    Transaction(const Database &database, int depth);
    const Database *m_database; //!< nullptr once committed or moved from
    int m_depth; //!< 0 is the outermost
};

} // namespace twinbook
