// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/workspace.h"

#include "core/secretstore.h"
#include "highlevel/service.h"
#include "officernd/service.h"
#include "workspace/connecting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Workspace)
};

Error storageError(const QString &sentence, const QString &detail)
{
    return {.kind = ErrorKind::Storage, .message = sentence, .detail = detail};
}

Result<std::unique_ptr<QLockFile>> lockedDirectory(const QString &directory)
{
    if (!QDir().mkpath(directory)) {
        return Failure(storageError(
            Tr::tr("Twinbook cannot make its folder \"%1\". Check that you may write there, or "
                   "choose another folder. Nothing was changed.")
                .arg(directory),
            u"mkpath failed"_s));
    }
    QFile::setPermissions(directory,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    auto lock = std::make_unique<QLockFile>(QDir(directory).filePath(u"twinbook.lock"_s));
    // A crashed program leaves a lock behind; one whose process is gone is taken over at once.
    lock->setStaleLockTime(0);
    if (lock->tryLock(200))
        return lock;
    if (lock->error() == QLockFile::LockFailedError) {
        return Failure(storageError(
            Tr::tr("Another Twinbook is already using \"%1\". Close it first. Nothing was changed.")
                .arg(directory),
            u"lock is held"_s));
    }
    return Failure(storageError(
        Tr::tr("Twinbook cannot write to its folder \"%1\". Check that you may write there, or "
               "choose another folder. Nothing was changed.")
            .arg(directory),
        u"lock file cannot be written"_s));
}

} // namespace

Workspace::Workspace(std::unique_ptr<QLockFile> lock, Database database, HostPolicy hosts,
                     SecretStore &secrets, const Clock &clock)
    : m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_secrets(secrets)
    , m_clock(clock)
    , m_accounts(m_database, clock, hosts)
{ }

Workspace::~Workspace() = default;

QString Workspace::databasePath(const QString &directory)
{
    return QDir(directory).filePath(u"twinbook.db"_s);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &directory, HostPolicy hosts,
                                                   SecretStore &secrets, const Clock &clock)
{
    Result<std::unique_ptr<QLockFile>> lock = lockedDirectory(directory);
    if (!lock)
        return Failure(lock.error());
    Result<Database> database = Database::open(databasePath(directory), Database::Mode::ReadWrite);
    if (!database)
        return Failure(database.error());
    return std::unique_ptr<Workspace>(
        new Workspace(*std::move(lock), *std::move(database), hosts, secrets, clock));
}

std::unique_ptr<ConnectionJob> Workspace::connectOfficeRnD(const OfficeRnDSettings &account,
                                                           const QString &secret)
{
    Connecting::Attempt attempt;
    attempt.secretKey = officeRnDSecretKey(account.organization);
    attempt.secret = secret;
    attempt.makeService = [this, account](SecretStore &secrets) {
        return createOfficeRnDService(account, secrets, m_clock, m_transport);
    };
    attempt.keepAccount = [this, account](const ConnectionReport &report) {
        return m_accounts.setOfficeRnD(account, report.accountName);
    };
    return std::make_unique<Connecting>(std::move(attempt), m_secrets);
}

std::unique_ptr<ConnectionJob> Workspace::connectHighLevel(const HighLevelSettings &account,
                                                           const QString &secret)
{
    Connecting::Attempt attempt;
    attempt.secretKey = highLevelSecretKey(account.locationId);
    attempt.secret = secret;
    attempt.makeService = [this, account](SecretStore &secrets) {
        return createHighLevelService(account, secrets, m_clock, m_transport);
    };
    attempt.keepAccount = [this, account](const ConnectionReport &report) {
        return m_accounts.setHighLevel(account, report.accountName);
    };
    return std::make_unique<Connecting>(std::move(attempt), m_secrets);
}

Result<Engine *> Workspace::engine()
{
    if (m_engine)
        return m_engine.get();
    const Result<std::optional<OfficeRnDSettings>> officeRnD = m_accounts.officeRnD();
    if (!officeRnD)
        return Failure(officeRnD.error());
    const Result<std::optional<HighLevelSettings>> highLevel = m_accounts.highLevel();
    if (!highLevel)
        return Failure(highLevel.error());
    if (!*officeRnD || !*highLevel) {
        const Side missing = *officeRnD ? Side::Right : Side::Left;
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message
                   = Tr::tr("%1 is not connected yet. Connect it first.").arg(serviceName(missing)),
                   .detail = {}});
    }
    Result<std::unique_ptr<PeopleService>> left
        = createOfficeRnDService(**officeRnD, m_secrets, m_clock, m_transport);
    if (!left)
        return Failure(left.error());
    Result<std::unique_ptr<PeopleService>> right
        = createHighLevelService(**highLevel, m_secrets, m_clock, m_transport);
    if (!right)
        return Failure(right.error());
    m_services = {*std::move(left), *std::move(right)};
    m_engine = std::make_unique<Engine>(*m_services.left, *m_services.right, m_database, m_clock);
    return m_engine.get();
}

} // namespace twinbook
