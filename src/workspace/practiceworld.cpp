// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/practiceworld.h"

#include "core/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::PracticeWorld)
};

constexpr std::chrono::milliseconds keepingInterval(500);

Error unusable(const QString &file, const QString &detail)
{
    return {.kind = ErrorKind::Storage,
            .message = Tr::tr("The kept sample contacts in \"%1\" cannot be read. Delete this file "
                              "to begin with new "
                              "ones.")
                           .arg(file),
            .detail = detail};
}

} // namespace

PracticeWorld::PracticeWorld(const QString &directory, const sandbox::SandboxOptions &options)
    : m_file(QDir(directory).filePath(u"practice-world.json"_s))
    , m_sandbox(options)
{
    QObject::connect(&m_keeping, &QTimer::timeout, &m_keeping, [this] { keepWhatChanged(); });
}

PracticeWorld::~PracticeWorld()
{
    if (!m_started)
        return;
    if (const Result<> saved = save(); !saved)
        qCWarning(logSandbox) << "sample contacts not kept:" << saved.error().detail;
}

Result<> PracticeWorld::start()
{
    QFile file(m_file);
    if (file.exists()) {
        if (!file.open(QFile::ReadOnly))
            return Failure(unusable(m_file, file.errorString()));
        QJsonParseError parseError {};
        const QJsonDocument kept = QJsonDocument::fromJson(file.readAll(), &parseError);
        if (parseError.error != QJsonParseError::NoError)
            return Failure(unusable(m_file, parseError.errorString()));
        if (const Result<> loaded = m_sandbox.loadState(kept.object()); !loaded)
            return Failure(unusable(m_file, loaded.error().detail));
    }
    const Result<> started = m_sandbox.start();
    m_started = started.has_value();
    if (!m_started)
        return started;
    m_keeping.start(keepingInterval);
    return save();
}

void PracticeWorld::keepWhatChanged()
{
    const sandbox::RequestLog &log = m_sandbox.requestLog();
    const int writes = log.writes(Side::Left) + log.writes(Side::Right);
    if (writes == m_writesKept)
        return;
    m_writesKept = writes;
    if (const Result<> saved = save(); !saved)
        qCWarning(logSandbox) << "sample contacts not kept:" << saved.error().detail;
}

Result<> PracticeWorld::save() const
{
    QSaveFile file(m_file);
    const QByteArray state = QJsonDocument(m_sandbox.toJson()).toJson(QJsonDocument::Compact);
    if (file.open(QFile::WriteOnly) && file.write(state) == state.size() && file.commit())
        return {};
    return Failure(
        Error {.kind = ErrorKind::Storage,
               .message = Tr::tr("The sample contacts could not be kept in \"%1\".").arg(m_file),
               .detail = file.errorString()});
}

OfficeRnDSettings PracticeWorld::officeRnD() const
{
    OfficeRnDSettings account;
    account.apiUrl = QUrl(m_sandbox.officerndUrl().toString() + "/api/v2"_L1);
    account.identityUrl = m_sandbox.identityUrl();
    account.organization = m_sandbox.credentials().organization;
    account.clientId = m_sandbox.credentials().clientId;
    account.hosts = HostPolicy::AlsoLoopback;
    return account;
}

HighLevelSettings PracticeWorld::highLevel() const
{
    HighLevelSettings account;
    account.apiUrl = m_sandbox.highlevelUrl();
    account.locationId = m_sandbox.credentials().locationId;
    account.hosts = HostPolicy::AlsoLoopback;
    return account;
}

QString PracticeWorld::officeRnDSecret() const
{
    return m_sandbox.credentials().clientSecret;
}

QString PracticeWorld::highLevelSecret() const
{
    return m_sandbox.credentials().privateToken;
}

} // namespace twinbook
