// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"
#include "engine/engineprivate.h"
#include "engine/forecast.h"
#include "engine/fromnowon.h"
#include "store/failedpeople.h"

#include <algorithm>
#include <chrono>

namespace twinbook {

namespace {

//! What was seen longer ago is no ground to create anybody: somebody may have done so by hand.
constexpr std::chrono::hours freshEnough(1);

} // namespace

void Engine::resumeRun()
{
    if (d->phase != EnginePhase::Idle)
        return;
    d->purpose = LookPurpose::Check;
    d->failures.clear();
    if (!d->keep(d->beginHistory()))
        return;
    const Result<QList<Run>> newest = RunHistory(d->database, d->clock).newest(1);
    if (!newest) {
        d->giveUp(newest.error());
        return;
    }
    const bool canGoOn = std::any_of(newest->cbegin(), newest->cend(), [&](const Run &run) {
        return run.startedAt.secsTo(d->clock.now()) <= std::chrono::seconds(freshEnough).count();
    });
    d->setPhase(EnginePhase::Comparing);
    d->check(canGoOn ? CheckPhase::Source::LastSeenSettled : CheckPhase::Source::Services);
}

//! The request without those whom its pilot keeps out, and the run with what that means for it.
ApplyRequest Engine::Private::narrowed(const ApplyRequest &request, Run &run) const
{
    const Outsiders outsiders
        = outsidersOf(request.pilot, plan->input(), plan->plan, request.leftOut);
    const Forecast forecast = forecastOf(*plan, request);
    run.outside = outsiders.waiting;
    run.foreseen = {forecast.calls.left.total(), forecast.calls.right.total()};
    ApplyRequest narrow = request;
    narrow.leftOut.unite(outsiders.positions);
    return narrow;
}

//! A run of its own, so that the history tells of it; it asks nothing of either service.
void Engine::Private::settleThePast(const ApplyRequest &request, Run run)
{
    const Result<int> linked = leaveThePast(*plan, request.leftOut, run.id, database, clock);
    run.ending = linked ? RunEnding::Completed : RunEnding::Failed;
    run.linked = linked.value_or(0);
    if (!linked) {
        run.error = linked.error().message;
        run.errorDetail = linked.error().detail;
    }
    run.endedAt = clock.now();
    applied(run);
}

//! Who failed is shown until the next look, and kept until somebody tries again.
void Engine::Private::personEnded(const PreparedPlanPtr &what, int person, RowState state,
                                  RunId run, const QString &note)
{
    const PersonIds ids = personIds(*what, person);
    if (state == RowState::Failed)
        failures.insert(ids, note);
    FailedPeople failed(database);
    Result<> kept;
    if (state == RowState::Failed)
        kept = failed.add({.ids = {ids.first, ids.second}, .run = run, .why = note});
    else if (state == RowState::InSync)
        kept = failed.remove({ids.first, ids.second});
    if (!kept)
        qCWarning(logEngine) << "failure not kept:" << kept.error().detail;
}

PerSide<qint64> Engine::Private::sentSoFar() const
{
    return {services.left->allowance().sent.total(), services.right->allowance().sent.total()};
}

//! The figures by which a forecast is judged, and whom a whole run leaves to be tried again.
void Engine::Private::closeFigures(Run &run) const
{
    const PerSide<qint64> now = sentSoFar();
    for (const Side side : bothSides)
        run.sent[side] = now[side] - sentBefore[side];
    if (breadth == Breadth::Some || run.ending != RunEnding::Completed)
        return;
    if (const Result<> kept = FailedPeople(database).keepOnlyOf(run.id); !kept)
        qCWarning(logEngine) << "failures not forgotten:" << kept.error().detail;
}

} // namespace twinbook
