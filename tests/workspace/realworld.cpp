// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include "net/joboutcome.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook::test {

namespace {

//! The product's own retries, without their patience.
RetryTable quickTable()
{
    RetryTable table;
    table.network.base = table.timeout.base = table.rateLimited.base = table.serverFault.base = 1ms;
    return table;
}

constexpr auto longestPhase = 30s;

//! In memory where the system has such a folder: thousands of waits for the disk test nothing here.
QString folderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
        + "/twinbook-test-XXXXXX"_L1;
}

sandbox::SandboxOptions withClock(sandbox::SandboxOptions options, const Clock &clock)
{
    options.clock = &clock;
    return options;
}

} // namespace

RealWorld::RealWorld(sandbox::SandboxOptions options)
    : m_sandbox(withClock(std::move(options), m_clock))
    , m_directory(folderTemplate())
    , m_transport(TransportLimits {.silence = 500ms})
    , m_database(*Database::open(m_directory.filePath(u"twinbook.db"_s), Database::Mode::ReadWrite))
{
    if (!m_sandbox.start())
        qFatal("the sandbox did not start");
    restart();
}

RealWorld::~RealWorld() = default;

void RealWorld::restart()
{
    m_engine.reset();
    const sandbox::SandboxCredentials credentials = m_sandbox.credentials();
    OfficeRnDSettings left;
    left.apiUrl = QUrl(m_sandbox.officerndUrl().toString() + "/api/v2"_L1);
    left.identityUrl = m_sandbox.identityUrl();
    left.organization = credentials.organization;
    left.clientId = credentials.clientId;
    left.hosts = HostPolicy::AlsoLoopback;
    left.quirks = m_expected;
    HighLevelSettings right;
    right.quirks = m_expected;
    right.apiUrl = m_sandbox.highlevelUrl();
    right.locationId = credentials.locationId;
    right.hosts = HostPolicy::AlsoLoopback;
    (void)outcome(m_secrets.write(officeRnDSecretKey(left.organization), credentials.clientSecret));
    (void)outcome(m_secrets.write(highLevelSecretKey(right.locationId), credentials.privateToken));
    auto officeRnD = std::move(
        createOfficeRnDService(left, m_secrets, m_clock, m_transport, quickTable()).value());
    auto highLevel = std::move(
        createHighLevelService(right, m_secrets, m_clock, m_transport, quickTable()).value());
    m_raw = {officeRnD.get(), highLevel.get()};
    m_services.left = std::move(officeRnD);
    m_highLevel = highLevel.get();
    m_services.right = std::move(highLevel);
    m_engine = std::make_unique<Engine>(*m_services.left, *m_services.right, m_database, m_clock);
}

void RealWorld::loseDatabase()
{
    m_engine.reset();
    m_database = *Database::open(m_directory.filePath(u"twinbook-%1.db"_s.arg(++m_databasesLost)),
                                 Database::Mode::ReadWrite);
    restart();
}

Result<PerSide<LinkIds>> RealWorld::keepLinkIds(LinkIds wanted)
{
    return outcome(std::make_unique<KeepLinkIds>(
        wanted, PerSide<PeopleService *> {m_services.left.get(), m_services.right.get()},
        m_highLevel->client(), m_database, m_clock));
}

PreparedPlanPtr RealWorld::check()
{
    return planMade([this] { m_engine->checkForChanges(); });
}

PreparedPlanPtr RealWorld::resume()
{
    return planMade([this] { m_engine->resumeRun(); });
}

template<class Begin>
PreparedPlanPtr RealWorld::planMade(const Begin &begin)
{
    m_error = {};
    PreparedPlanPtr made;
    QEventLoop waiting;
    QObject::connect(m_engine.get(), &Engine::planReady, &waiting,
                     [&](const PreparedPlanPtr &plan) {
                         made = plan;
                         waiting.quit();
                     });
    QObject::connect(m_engine.get(), &Engine::failed, &waiting, [&](const Error &error) {
        m_error = error;
        waiting.quit();
    });
    QTimer::singleShot(longestPhase, &waiting, [] { qFatal("the check did not end"); });
    QMetaObject::invokeMethod(m_engine.get(), begin, Qt::QueuedConnection);
    waiting.exec();
    return made;
}

template<class Begin>
std::optional<Run> RealWorld::runEnded(const Begin &begin)
{
    std::optional<Run> ended;
    QEventLoop waiting;
    QObject::connect(m_engine.get(), &Engine::runFinished, &waiting, [&](const Run &run) {
        ended = run;
        waiting.quit();
    });
    QObject::connect(m_engine.get(), &Engine::failed, &waiting, [&](const Error &error) {
        m_error = error;
        waiting.quit();
    });
    QTimer::singleShot(longestPhase, &waiting, [] { qFatal("the run did not end"); });
    QMetaObject::invokeMethod(m_engine.get(), begin, Qt::QueuedConnection);
    waiting.exec();
    return ended;
}

std::optional<Run> RealWorld::apply(const ApplyRequest &request)
{
    return runEnded([this, request] { m_engine->apply(request); });
}

std::optional<Run> RealWorld::sync()
{
    return check() ? apply() : std::nullopt;
}

PreparedUndoPtr RealWorld::prepareUndo(const UndoScope &scope)
{
    m_error = {};
    PreparedUndoPtr made;
    QEventLoop waiting;
    QObject::connect(m_engine.get(), &Engine::undoReady, &waiting,
                     [&](const PreparedUndoPtr &undo) {
                         made = undo;
                         waiting.quit();
                     });
    QObject::connect(m_engine.get(), &Engine::failed, &waiting, [&](const Error &error) {
        m_error = error;
        waiting.quit();
    });
    QTimer::singleShot(longestPhase, &waiting, [] { qFatal("the undo was not planned"); });
    QMetaObject::invokeMethod(
        m_engine.get(), [this, scope] { m_engine->prepareUndo(scope); }, Qt::QueuedConnection);
    waiting.exec();
    return made;
}

std::optional<Run> RealWorld::undo(const UndoScope &scope)
{
    if (!prepareUndo(scope))
        return std::nullopt;
    return runEnded([this] { m_engine->applyUndo({}); });
}

int RealWorld::writes() const
{
    return m_sandbox.requestLog().writes(Side::Left) + m_sandbox.requestLog().writes(Side::Right);
}

QStringList RealWorld::census(Side side) const
{
    QStringList lines;
    const QList<QJsonObject> people = m_sandbox.people(side);
    for (const QJsonObject &person : people) {
        const QString name = side == Side::Left
            ? person.value("name"_L1).toString()
            : QString(person.value("firstName"_L1).toString() + u' '
                      + person.value("lastName"_L1).toString());
        lines.append(name.simplified() + u'|' + person.value("email"_L1).toString() + u'|'
                     + person.value("phone"_L1).toString());
    }
    lines.sort();
    return lines;
}

} // namespace twinbook::test
