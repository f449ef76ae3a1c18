// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"

#include "store/connection.h"
#include "store/dialect.h"
#include "store/migrations.h"
#include "store/statement.h"
#include "store/storageerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>

#include <atomic>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString newConnectionName()
{
    static std::atomic<int> counter = 0;
    return "twinbook-"_L1 + QString::number(++counter);
}

//! Makes the folder for the owner only. One that is there already is left as it is: it may be
//! anybody's.
Result<> makeFolder(const QString &path)
{
    const QFileInfo folder(path);
    if (folder.isDir())
        return {};
    const bool made
        = QDir().mkpath(folder.absolutePath()) && QDir().mkdir(path, ownerOnly | QFile::ExeOwner);
    if (!made)
        return Failure(notWritableError(path, u"cannot create the folder"_s));
    return {};
}

//! Makes an empty file for the owner only, before SQLite would make one for everybody. SQLite
//! gives the files beside it (-wal, -shm) the same permissions.
Result<> makePrivateFile(const QString &path)
{
    if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, ownerOnly))
        return Failure(notWritableError(path, file.errorString()));
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
        const QString name = path + suffix;
        if (QFile::exists(name) && !QFile::setPermissions(name, ownerOnly))
            return Failure(notWritableError(name, u"cannot change permissions"_s));
    }
    return {};
}

Result<> prepareFile(const QString &path, Database::Mode mode)
{
    if (mode == Database::Mode::ReadWrite)
        return makePrivateFile(path);
    if (!QFileInfo(path).isFile())
        return Failure(noDatabaseError(path));
    return {};
}

} // namespace

Result<Database> Database::open(const QString &path, Mode mode)
{
    if (auto prepared = prepareFile(path, mode); !prepared)
        return Failure(prepared.error());

    auto connection = std::make_unique<Connection>();
    connection->name = newConnectionName();
    connection->mode = mode;
    Database database(std::move(connection));
    {
        QSqlDatabase driver
            = QSqlDatabase::addDatabase(dialect::driverName(), database.m_connection->name);
        driver.setConnectOptions(dialect::connectOptions(mode));
        driver.setDatabaseName(path);
        if (!driver.open())
            return Failure(storageError(driver.lastError(), "open "_L1 + path));
    }
    const QStringList settings = dialect::sessionSettings(mode);
    for (const QString &setting : settings) {
        if (auto done = Statement::runOnce(database, setting); !done)
            return Failure(done.error());
    }
    const auto ready
        = mode == Mode::ReadWrite ? migrate(database, path) : requireCurrentSchema(database);
    if (!ready)
        return Failure(ready.error());
    return database;
}

Database::Database(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{ }

Database::Database(Database &&other) noexcept = default;

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_connection, other.m_connection); // `other` closes what was ours
    return *this;
}

Database::~Database()
{
    if (!m_connection)
        return;
    Q_ASSERT(m_connection->transactionDepth == 0);
    m_connection->prepared.clear(); // Qt wants no query left when a connection goes
    QSqlDatabase::removeDatabase(m_connection->name);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection->name, false);
}

void Database::setStatementObserver(StatementObserver *observer)
{
    m_connection->observer = observer;
}

} // namespace twinbook
