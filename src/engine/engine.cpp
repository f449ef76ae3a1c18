// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"

#include "core/logging.h"
#include "engine/engineprivate.h"
#include "engine/preparation.h"
#include "engine/verification.h"
#include "store/restorepoints.h"
#include "store/retention.h"
#include "store/settingsstore.h"

#include <utility>

namespace twinbook {

Engine::Engine(PeopleService &left, PeopleService &right, const Database &database,
               const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, left, right, database, clock))
{
    connect(&d->scheduler, &Scheduler::stateChanged, this, &Engine::scheduleChanged);
    connect(&d->scheduler, &Scheduler::due, this,
            [this] { d->beginLook(LookPurpose::AutomaticSync); });
}

Engine::~Engine() = default;

EnginePhase Engine::phase() const
{
    return d->phase;
}

PreparedPlanPtr Engine::plan() const
{
    return d->plan;
}

ScheduleState Engine::schedule() const
{
    return d->scheduler.state();
}

void Engine::checkForChanges()
{
    d->beginLook(LookPurpose::Check);
}

void Engine::verify()
{
    d->beginLook(LookPurpose::Verify);
}

void Engine::Private::setPhase(EnginePhase next)
{
    if (phase == next)
        return;
    phase = next;
    Q_EMIT q->phaseChanged(phase);
}

void Engine::Private::setProgress(EnginePhase of, int done, int total)
{
    Q_EMIT q->progressed({of, done, total});
}

bool Engine::Private::keep(const Result<> &stored)
{
    if (stored)
        return true;
    giveUp(stored.error());
    return false;
}

//! For what concerns nothing that is under way.
void Engine::Private::report(const Result<> &stored)
{
    if (!stored)
        Q_EMIT q->failed(stored.error());
}

void Engine::Private::beginLook(LookPurpose why)
{
    if (phase != EnginePhase::Idle) {
        if (running && source == CheckPhase::Source::LastSeen)
            nextLook = why;
        return;
    }
    purpose = why;
    failures.clear();
    if (!keep(beginHistory()))
        return;
    // At once: the job begins in a later turn, and what is asked until then must find us busy.
    setPhase(EnginePhase::Recovering);
    check(CheckPhase::Source::Services);
}

//! Nothing runs, so no run can be under way, and what is too old can be forgotten.
Result<> Engine::Private::beginHistory()
{
    if (!cutOffRunsClosed) {
        const Result<std::optional<Run>> cutOff = RunHistory(database, clock).closeCutOff();
        if (!cutOff)
            return Failure(cutOff.error());
        cutOffRunsClosed = true;
    }
    return Retention(database, clock).prune();
}

void Engine::Private::check(CheckPhase::Source from)
{
    source = from;
    planIsOutdated = false;
    auto checking = std::make_unique<CheckPhase>(from, services, database, clock);
    QObject::connect(checking.get(), &CheckPhase::phaseChanged, q,
                     [this](EnginePhase next) { setPhase(next); });
    QObject::connect(checking.get(), &CheckPhase::progress, q,
                     [this](int done, int total) { setProgress(phase, done, total); });
    running = runJob(q, std::move(checking),
                     [this](const Result<std::shared_ptr<PreparedPlan>> &prepared) {
                         running = nullptr;
                         if (prepared)
                             planned(*prepared);
                         else
                             giveUp(prepared.error());
                     });
}

void Engine::Private::planned(const PreparedPlanPtr &prepared)
{
    if (planIsOutdated) {
        setPhase(EnginePhase::Comparing);
        check(CheckPhase::Source::LastSeen);
        return;
    }
    if (!keep(publish(*prepared, failures, database, clock)))
        return;
    plan = prepared;
    setPhase(EnginePhase::Idle);
    Q_EMIT q->decisionsChanged();
    Q_EMIT q->planReady(plan);
    announceRun();
    if (purpose == LookPurpose::Verify)
        reportVerification();
    else if (purpose == LookPurpose::AutomaticSync)
        q->apply({.trigger = RunTrigger::Schedule});
    beginNextLook();
}

void Engine::Private::reportVerification()
{
    const Result<int> version = SettingsStore(database, clock).mappingVersion();
    if (!version) {
        report(Failure(version.error()));
        return;
    }
    const VerifyReport found = verificationOf(*plan, *version);
    const auto kept = Verifications(database, clock).add(found.figures());
    if (kept)
        Q_EMIT q->verified(found);
    else
        report(Failure(kept.error()));
}

//! Nothing is silent: an automatic sync that could not begin is a row in the run list.
void Engine::Private::recordMissedRun(const Error &error)
{
    RunHistory history(database, clock);
    const Result<RunId> id = history.begin(RunTrigger::Schedule);
    if (!id)
        return;
    Run run;
    run.id = *id;
    run.trigger = RunTrigger::Schedule;
    run.ending = RunEnding::Failed;
    run.startedAt = run.endedAt = clock.now();
    run.error = error.message;
    run.errorDetail = error.detail;
    if (const Result<> kept = history.update(run); !kept)
        qCWarning(logEngine) << "missed run not recorded:" << kept.error().detail;
    Q_EMIT q->runFinished(run);
}

void Engine::Private::giveUp(const Error &error)
{
    setPhase(EnginePhase::Idle);
    if (purpose == LookPurpose::AutomaticSync) {
        recordMissedRun(error);
        scheduler.runEnded();
        purpose = LookPurpose::Check;
    }
    announceRun();
    Q_EMIT q->failed(error);
    beginNextLook();
}

void Engine::Private::beginNextLook()
{
    if (nextLook)
        beginLook(*std::exchange(nextLook, std::nullopt));
}

void Engine::Private::announceRun()
{
    if (!endedRun)
        return;
    const Run run = *std::exchange(endedRun, std::nullopt);
    Q_EMIT q->runFinished(run);
}

void Engine::planAgain()
{
    if (d->phase != EnginePhase::Idle) {
        d->planIsOutdated = true;
        return;
    }
    d->purpose = LookPurpose::Check;
    d->setPhase(EnginePhase::Comparing);
    d->check(CheckPhase::Source::LastSeen);
}

Result<> Engine::Private::mayApply(const ApplyRequest &request) const
{
    const auto refused = [](const QString &sentence) {
        return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
    };
    if (!plan)
        return refused(tr("There is no preview yet. Check for changes first."));
    for (const GuardStop &stop : plan->plan.stops) {
        if (stop.kind != GuardStop::Kind::ManyErased) {
            return refused(tr("%1 suddenly shows %2 people instead of %3. Nothing was changed. "
                              "Look into %1 before you "
                              "sync again.")
                               .arg(serviceName(stop.side))
                               .arg(stop.now)
                               .arg(stop.before));
        }
        if (request.erasing == ApplyRequest::Erasing::NotConfirmed) {
            return refused(tr("This sync would erase values of %1 people in %2. Nothing was "
                              "changed. Open the preview "
                              "and confirm the number if you want this.")
                               .arg(stop.now)
                               .arg(serviceName(stop.side)));
        }
    }
    return {};
}

void Engine::apply(const ApplyRequest &request)
{
    if (d->phase != EnginePhase::Idle)
        return;
    if (const Result<> allowed = d->mayApply(request); !allowed) {
        d->purpose = request.trigger == RunTrigger::Schedule ? LookPurpose::AutomaticSync
                                                             : LookPurpose::Check;
        d->giveUp(allowed.error());
        return;
    }
    d->purpose
        = request.trigger == RunTrigger::Schedule ? LookPurpose::AutomaticSync : LookPurpose::Check;
    d->beginApplying(request);
}

//! Named after the run that is about to begin.
Result<> Engine::Private::makeRestorePoint() const
{
    const Result<QList<Run>> newest = RunHistory(database, clock).newest(1);
    if (!newest)
        return Failure(newest.error());
    const qint64 last = newest->isEmpty() ? 0 : newest->constFirst().id.number();
    return RestorePoints(database).make(database, RunId(last + 1));
}

void Engine::Private::beginApplying(const ApplyRequest &request)
{
    const bool changesSomething
        = plan->plan.counts.writes() > 0 || plan->plan.counts.of(PersonState::Link) > 0;
    if (changesSomething && !keep(makeRestorePoint()))
        return;
    if (request.trigger == RunTrigger::Person && !keep(scheduler.giveConsent()))
        return;
    const Result<RunId> id = RunHistory(database, clock).begin(request.trigger);
    if (!id) {
        giveUp(id.error());
        return;
    }
    Run run;
    run.id = *id;
    run.trigger = request.trigger;
    run.startedAt = clock.now();
    run.needsYou = plan->plan.counts.questions;
    purpose = LookPurpose::Check;
    sentBefore = sentSoFar();
    breadth = request.pilot.isEverybody() && request.leftOut.isEmpty() ? Breadth::Everybody
                                                                       : Breadth::Some;
    if (request.past == ApplyRequest::Past::LeftAsItIs) {
        settleThePast(request, run);
        return;
    }
    const ApplyRequest narrow = narrowed(request, run);
    carryOut(plan, narrow, run);
    QObject::connect(applying, &ApplyPhase::personWritten, q,
                     [this](qint64 key, RowState state, const QString &note) {
                         const Result<> shown = PeopleTable(database).setState(key, state, note);
                         if (!shown)
                             qCWarning(logEngine) << "row not updated:" << shown.error().detail;
                         Q_EMIT q->personWritten(key, state);
                     });
}

void Engine::Private::carryOut(const PreparedPlanPtr &what, const ApplyRequest &request,
                               const Run &run)
{
    setPhase(EnginePhase::Applying);
    auto phaseJob = std::make_unique<ApplyPhase>(what, request, run, services, database, clock);
    applying = phaseJob.get();
    QObject::connect(applying, &ApplyPhase::progress, q,
                     [this](int done, int total) { setProgress(phase, done, total); });
    QObject::connect(applying, &ApplyPhase::paused, q, [this] { setPhase(EnginePhase::Paused); });
    QObject::connect(applying, &ApplyPhase::personWritten, q,
                     [this, what, id = run.id](qint64 key, RowState state, const QString &note) {
                         personEnded(what, static_cast<int>(key) - 1, state, id, note);
                     });
    runJob(q, std::move(phaseJob), [this](const Result<Run> &ended) {
        applying = nullptr;
        if (ended->purpose == RunPurpose::Undo)
            undone(*ended);
        else
            applied(*ended);
    });
}

void Engine::Private::applied(Run run)
{
    closeFigures(run);
    if (const Result<> kept = RunHistory(database, clock).update(run); !kept)
        qCWarning(logEngine) << "end of run not recorded:" << kept.error().detail;
    qCInfo(logEngine) << "run" << run.id.number()
                      << "ended:" << run.created.left + run.created.right << "created,"
                      << run.updated.left + run.updated.right << "updated," << run.failed
                      << "failed";
    scheduler.runEnded();
    endedRun = run;
    setPhase(EnginePhase::Idle);
    q->planAgain();
}

void Engine::pause()
{
    if (!d->applying || d->phase != EnginePhase::Applying)
        return;
    d->setPhase(EnginePhase::Pausing);
    d->applying->pause();
}

void Engine::resume()
{
    if (!d->applying || (d->phase != EnginePhase::Paused && d->phase != EnginePhase::Pausing))
        return;
    d->setPhase(EnginePhase::Applying);
    d->applying->resume();
}

void Engine::stop()
{
    d->nextLook.reset();
    if (d->applying) {
        d->setPhase(EnginePhase::Stopping);
        d->applying->stop();
    } else if (d->running) {
        d->setPhase(EnginePhase::Stopping);
        d->running->cancel();
    }
}

void Engine::answer(DecisionId id, const Answer &answer)
{
    d->report(DecisionStore(d->database, d->clock).answer(id, answer));
    Q_EMIT decisionsChanged();
}

void Engine::withdrawAnswer(DecisionId id)
{
    d->report(DecisionStore(d->database, d->clock).withdraw(id));
    Q_EMIT decisionsChanged();
}

void Engine::leaveOut(Side side, const RemoteId &id)
{
    d->report(DecisionStore(d->database, d->clock).leaveOut(side, id));
    planAgain();
}

void Engine::takeIn(Side side, const RemoteId &id)
{
    d->report(DecisionStore(d->database, d->clock).takeIn(side, id));
    planAgain();
}

void Engine::setMapping(const MappingProfile &mapping)
{
    d->report(SettingsStore(d->database, d->clock).setMapping(mapping));
    planAgain();
}

void Engine::setSchedule(const ScheduleSettings &schedule)
{
    d->report(d->scheduler.setSettings(schedule));
}

} // namespace twinbook
