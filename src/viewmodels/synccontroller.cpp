// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/synccontroller.h"

#include "core/logging.h"
#include "viewmodels/healthfacts.h"

#include <QTimer>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace twinbook {

namespace {

HealthFacts::Activity activityOf(EnginePhase phase)
{
    switch (phase) {
    case EnginePhase::Idle:
        break;
    case EnginePhase::Recovering:
    case EnginePhase::ReadingLeft:
    case EnginePhase::ReadingRight:
    case EnginePhase::Comparing:
        return HealthFacts::Activity::Checking;
    case EnginePhase::Applying:
    case EnginePhase::Pausing:
    case EnginePhase::Stopping:
        return HealthFacts::Activity::Applying;
    case EnginePhase::Paused:
        return HealthFacts::Activity::Paused;
    }
    return HealthFacts::Activity::Idle;
}

} // namespace

class SyncController::Private
{
public:
    Private(SyncController &controller, Engine *syncEngine, Database connection,
            const Clock &wallClock)
        : q(controller)
        , engine(syncEngine)
        , database(std::move(connection))
        , clock(wallClock)
    { }

    //! Calls `call` in the engine's thread, later. Does nothing when the engine is gone.
    template<class Call>
    void later(Call call) const
    {
        if (engine != nullptr)
            QMetaObject::invokeMethod(
                engine, [target = engine.data(), call] { call(*target); }, Qt::QueuedConnection);
    }

    void listen();
    void tellFailure(const Error &error);
    void readFacts();
    void updateHealth();

    SyncController &q;
    QPointer<Engine> engine;
    Database database;
    const Clock &clock;

    EngineProgress progress;
    EnginePhase phase = EnginePhase::Idle;
    PreparedPlanPtr plan;
    PreparedUndoPtr undo;
    //! An answer to prepareUndo() is awaited: the next failure belongs to it.
    enum class Undo : quint8 { NotAsked, Asked } undoState = Undo::NotAsked;
    std::optional<VerifyReport> verification;
    HealthFacts facts;
    Health health;
    QTimer minute;
};

//! What the engine told stays; the rest is read again.
void SyncController::Private::readFacts()
{
    Result<HealthFacts> read = healthFacts(database, clock);
    if (!read) {
        qCWarning(logGui) << "reading the state of things:" << errorKindName(read.error().kind);
        return;
    }
    read->schedule = facts.schedule;
    read->lastError = facts.lastError;
    facts = *std::move(read);
}

void SyncController::Private::updateHealth()
{
    facts.activity = activityOf(phase);
    Health now = healthOf(facts, clock.now());
    if (now == health)
        return;
    health = std::move(now);
    Q_EMIT q.healthChanged(health);
}

void SyncController::Private::listen()
{
    connect(engine, &Engine::phaseChanged, &q, [this](EnginePhase now) {
        phase = now;
        Q_EMIT q.phaseChanged(now);
        updateHealth();
    });
    connect(engine, &Engine::progressed, &q, [this](const EngineProgress &now) {
        progress = now;
        Q_EMIT q.progressed(now);
    });
    connect(engine, &Engine::planReady, &q, [this](const PreparedPlanPtr &made) {
        plan = made;
        facts.lastError.reset();
        readFacts();
        Q_EMIT q.planReady(made);
        updateHealth();
    });
    connect(engine, &Engine::undoReady, &q, [this](const PreparedUndoPtr &made) {
        undoState = Undo::NotAsked;
        undo = made;
        Q_EMIT q.undoReady(made);
    });
    connect(engine, &Engine::personWritten, &q, &SyncController::personWritten);
    connect(engine, &Engine::runFinished, &q, [this](const Run &run) {
        facts.lastError.reset();
        if (run.purpose == RunPurpose::Undo)
            undo.reset();
        readFacts();
        Q_EMIT q.runFinished(run);
        updateHealth();
    });
    connect(engine, &Engine::decisionsChanged, &q, [this] {
        readFacts();
        Q_EMIT q.decisionsChanged();
        updateHealth();
    });
    connect(engine, &Engine::scheduleChanged, &q, [this](const ScheduleState &state) {
        facts.schedule = state;
        Q_EMIT q.scheduleChanged(state);
        updateHealth();
    });
    connect(engine, &Engine::verified, &q, [this](const VerifyReport &report) {
        verification = report;
        facts.lastError.reset();
        Q_EMIT q.verified(report);
        updateHealth();
    });
    connect(engine, &Engine::failed, &q, [this](const Error &error) { tellFailure(error); });
}

void SyncController::Private::tellFailure(const Error &error)
{
    const bool ofUndo = std::exchange(undoState, Undo::NotAsked) == Undo::Asked;
    // Somebody stopped the check on purpose, or asked for an undo of what nobody remembers:
    // nothing is wrong.
    if (error.kind != ErrorKind::Cancelled && !(ofUndo && error.kind == ErrorKind::InvalidInput))
        facts.lastError = error;
    if (ofUndo)
        Q_EMIT q.undoFailed(error);
    else
        Q_EMIT q.failed(error);
    updateHealth();
}

SyncController::SyncController(Engine *engine, Database database, const Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, engine, std::move(database), clock))
{
    qRegisterMetaType<PreparedPlanPtr>();
    qRegisterMetaType<ApplyRequest>();
    d->readFacts();
    d->updateHealth();
    if (engine != nullptr)
        d->listen();
    // What the engine told before anybody listened.
    d->later([](Engine &told) { Q_EMIT told.scheduleChanged(told.schedule()); });
    // "No sync for 3 days" and an ended pause come true without any event.
    connect(&d->minute, &QTimer::timeout, this, [this] { d->updateHealth(); });
    d->minute.start(1min);
}

SyncController::~SyncController() = default;

const Database &SyncController::database() const
{
    return d->database;
}

const Clock &SyncController::clock() const
{
    return d->clock;
}

EnginePhase SyncController::phase() const
{
    return d->phase;
}

EngineProgress SyncController::progress() const
{
    return d->progress;
}

PreparedPlanPtr SyncController::plan() const
{
    return d->plan;
}

int SyncController::waitingPeople() const
{
    return d->facts.waitingPeople;
}

PreparedUndoPtr SyncController::undo() const
{
    return d->undo;
}

ScheduleState SyncController::schedule() const
{
    return d->facts.schedule;
}

Health SyncController::health() const
{
    return d->health;
}

std::optional<VerifyReport> SyncController::lastVerification() const
{
    return d->verification;
}

void SyncController::checkForChanges()
{
    d->later([](Engine &engine) { engine.checkForChanges(); });
}

void SyncController::apply(const ApplyRequest &request)
{
    d->later([request](Engine &engine) { engine.apply(request); });
}

//! The engine ignores what it is asked while it is busy; a person gets an answer all the same.
void SyncController::prepareUndo(const UndoScope &scope)
{
    d->undo.reset();
    d->undoState = Private::Undo::Asked;
    const Error busy {.kind = ErrorKind::InvalidInput,
                      .message = tr("Twinbook is busy. Wait until it is done, then try again."),
                      .detail = {}};
    d->later([scope, busy](Engine &engine) {
        if (engine.phase() == EnginePhase::Idle)
            engine.prepareUndo(scope);
        else
            Q_EMIT engine.failed(busy);
    });
}

void SyncController::applyUndo(const ApplyRequest &request)
{
    d->later([request](Engine &engine) { engine.applyUndo(request); });
}

void SyncController::verify()
{
    d->later([](Engine &engine) { engine.verify(); });
}

void SyncController::pause()
{
    d->later([](Engine &engine) { engine.pause(); });
}

void SyncController::resume()
{
    d->later([](Engine &engine) { engine.resume(); });
}

void SyncController::stop()
{
    d->later([](Engine &engine) { engine.stop(); });
}

void SyncController::answer(DecisionId id, const Answer &answer)
{
    d->later([id, answer](Engine &engine) { engine.answer(id, answer); });
}

void SyncController::withdrawAnswer(DecisionId id)
{
    d->later([id](Engine &engine) { engine.withdrawAnswer(id); });
}

void SyncController::leaveOut(Side side, const RemoteId &id)
{
    d->later([side, id](Engine &engine) { engine.leaveOut(side, id); });
}

void SyncController::takeIn(Side side, const RemoteId &id)
{
    d->later([side, id](Engine &engine) { engine.takeIn(side, id); });
}

void SyncController::setMapping(const MappingProfile &mapping)
{
    d->later([mapping](Engine &engine) { engine.setMapping(mapping); });
}

void SyncController::setSchedule(const ScheduleSettings &schedule)
{
    d->later([schedule](Engine &engine) { engine.setSchedule(schedule); });
}

} // namespace twinbook
