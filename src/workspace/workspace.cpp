// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/workspace.h"

#include "core/requestfile.h"
#include "core/secretstore.h"
#include "highlevel/service.h"
#include "officernd/service.h"
#include "probe/probereport.h"
#include "store/restorepoints.h"
#include "workspace/connecting.h"
#include "workspace/keptrequests.h"
#include "workspace/sendtestrequest.h"

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

Error notConnected(Side side)
{
    return {.kind = ErrorKind::InvalidInput,
            .message = Tr::tr("%1 is not connected yet. Connect it first.").arg(serviceName(side)),
            .detail = {}};
}

} // namespace

Workspace::Workspace(std::unique_ptr<QLockFile> lock, const QString &directory, Database database,
                     HostPolicy hosts, SecretStore &secrets, const Clock &clock)
    : m_lock(std::move(lock))
    , m_signInLock(QDir(directory).filePath(u"sign-in.lock"_s))
    , m_database(std::move(database))
    , m_secrets(secrets)
    , m_clock(clock)
    , m_accounts(m_database, clock, hosts, m_signInLock)
    , m_probes(m_database, clock)
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
    std::unique_ptr<Workspace> workspace(
        new Workspace(*std::move(lock), directory, *std::move(database), hosts, secrets, clock));
    if (Result<> kept = workspace->m_requests.keepIn(RequestFile::pathIn(directory)); !kept)
        return Failure(kept.error());
    return workspace;
}

Result<> Workspace::goBackTo(const QString &directory, RunId restorePoint)
{
    const Result<std::unique_ptr<QLockFile>> lock = lockedDirectory(directory);
    if (!lock)
        return Failure(lock.error());
    return RestorePoints(databasePath(directory)).goBackTo(restorePoint);
}

std::unique_ptr<ConnectionJob> Workspace::connectOfficeRnD(const OfficeRnDSettings &account,
                                                           const QString &secret)
{
    Connecting::Attempt attempt;
    attempt.secretKey = officeRnDSecretKey(account.organization);
    attempt.secret = secret;
    attempt.makeService = [this, account](SecretStore &secrets) {
        return createOfficeRnDService(account, secrets, m_clock, m_transport, {}, &m_requests);
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
        return createHighLevelService(account, secrets, m_clock, m_transport, {}, &m_requests);
    };
    attempt.keepAccount = [this, account](const ConnectionReport &report) {
        return m_accounts.setHighLevel(account, report.accountName);
    };
    return std::make_unique<Connecting>(std::move(attempt), m_secrets);
}

std::unique_ptr<SignInConnecting> Workspace::signingIn(std::unique_ptr<SignInTarget> target,
                                                       const SignInApp &app)
{
    return std::make_unique<SignInConnecting>(std::move(target), app.clientSecret, m_secrets,
                                              m_clock, m_transport, &m_requests);
}

Result<std::unique_ptr<SignInConnecting>> Workspace::signInToOfficeRnD(
    const OfficeRnDSettings &account, const SignInApp &app)
{
    return officeRnDTarget(account, app, m_signInLock,
                           {m_accounts, m_clock, m_transport, &m_requests})
        .map([&](std::unique_ptr<SignInTarget> target) {
            return signingIn(std::move(target), app);
        });
}

Result<std::unique_ptr<SignInConnecting>> Workspace::signInToHighLevel(
    const HighLevelSettings &account, const SignInApp &app)
{
    return highLevelTarget(account, app, m_signInLock,
                           {m_accounts, m_clock, m_transport, &m_requests})
        .map([&](std::unique_ptr<SignInTarget> target) {
            return signingIn(std::move(target), app);
        });
}

Result<> Workspace::connectService(Side side)
{
    if (m_services[side])
        return {};
    return side == Side::Left ? makeOfficeRnD() : makeHighLevel();
}

Result<> Workspace::makeOfficeRnD()
{
    Result<std::optional<OfficeRnDSettings>> account = m_accounts.officeRnD();
    if (!account)
        return Failure(account.error());
    if (!*account)
        return Failure(notConnected(Side::Left));
    (*account)->quirks = m_probes.quirksOf(Side::Left, (*account)->organization);
    Result<std::unique_ptr<OfficeRnDService>> service
        = createOfficeRnDService(**account, m_secrets, m_clock, m_transport, {}, &m_requests);
    if (!service)
        return Failure(service.error());
    m_raw.left = service->get();
    m_services.left = *std::move(service);
    return {};
}

Result<> Workspace::makeHighLevel()
{
    Result<std::optional<HighLevelSettings>> account = m_accounts.highLevel();
    if (!account)
        return Failure(account.error());
    if (!*account)
        return Failure(notConnected(Side::Right));
    (*account)->quirks = m_probes.quirksOf(Side::Right, (*account)->locationId);
    Result<std::unique_ptr<HighLevelService>> service
        = createHighLevelService(**account, m_secrets, m_clock, m_transport, {}, &m_requests);
    if (!service)
        return Failure(service.error());
    m_raw.right = service->get();
    m_highLevel = &(*service)->client();
    m_services.right = *std::move(service);
    return {};
}

Result<Engine *> Workspace::engine()
{
    if (m_engine)
        return m_engine.get();
    for (const Side side : bothSides) {
        if (const Result<> connected = connectService(side); !connected)
            return Failure(connected.error());
    }
    m_engine = std::make_unique<Engine>(*m_services.left, *m_services.right, m_database, m_clock);
    return m_engine.get();
}

Result<std::unique_ptr<KeepLinkIds>> Workspace::keepLinkIds(LinkIds wanted)
{
    for (const Side side : bothSides) {
        if (const Result<> connected = connectService(side); !connected)
            return Failure(connected.error());
    }
    return std::make_unique<KeepLinkIds>(
        wanted, PerSide<PeopleService *> {m_services.left.get(), m_services.right.get()},
        *m_highLevel, m_database, m_clock);
}

Result<QString> Workspace::accountId(Side side)
{
    return connectService(side).map([this, side] { return m_raw[side]->accountId(); });
}

Result<> Workspace::keepProbe(const QJsonObject &report)
{
    if (const Result<QuirkSet> quirks = quirksFromProbe(report); !quirks)
        return Failure(quirks.error());
    const bool isLeft = report.value("service"_L1).toString() == serviceKey(Side::Left);
    const Side side = isLeft ? Side::Left : Side::Right;
    const Result<QString> account = accountId(side);
    if (!account)
        return Failure(account.error());
    if (*account != report.value("account"_L1).toString()) {
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message = Tr::tr("This is the result of a probe of another account of %1 than "
                                     "the connected one. Nothing was changed.")
                                  .arg(serviceName(side)),
                   .detail = {}});
    }
    return m_probes.keep(report);
}

Result<std::unique_ptr<RawReplyJob>> Workspace::sendTestRequest(const TestRequest &request)
{
    if (const Result<> connected = connectService(request.service); !connected)
        return Failure(connected.error());
    return std::make_unique<SendTestRequest>(request, *m_raw[request.service], m_database, m_clock);
}

Result<std::unique_ptr<RawRequests>> Workspace::keptRequests(Side side, const QString &operation)
{
    if (const Result<> connected = connectService(side); !connected)
        return Failure(connected.error());
    return std::make_unique<KeptRequests>(side, operation, *m_raw[side], m_database, m_clock);
}

} // namespace twinbook
