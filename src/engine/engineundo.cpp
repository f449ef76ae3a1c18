// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engineprivate.h"
#include "engine/undolook.h"

namespace twinbook {

PreparedUndoPtr Engine::undo() const
{
    return d->undo;
}

void Engine::prepareUndo(const UndoScope &scope)
{
    if (d->phase != EnginePhase::Idle)
        return;
    d->purpose = LookPurpose::Check;
    d->undo.reset();
    if (!d->keep(d->beginHistory()))
        return;
    d->source = CheckPhase::Source::Services;
    d->planIsOutdated = false;
    d->setPhase(EnginePhase::Comparing);
    auto looking = std::make_unique<UndoLook>(scope, d->services, d->database, d->clock);
    connect(looking.get(), &UndoLook::progress, this,
            [this](int done, int total) { d->setProgress(d->phase, done, total); });
    d->running = runJob(this, std::move(looking), [this](const Result<PreparedUndoPtr> &prepared) {
        d->running = nullptr;
        if (!prepared) {
            d->giveUp(prepared.error());
            return;
        }
        d->undo = *prepared;
        d->setPhase(EnginePhase::Idle);
        Q_EMIT undoReady(d->undo);
        if (d->planIsOutdated)
            planAgain();
    });
}

void Engine::applyUndo(const ApplyRequest &request)
{
    if (d->phase != EnginePhase::Idle)
        return;
    d->purpose = LookPurpose::Check;
    if (d->undo && !d->undo->plan.isNothing()) {
        d->beginUndo(request);
        return;
    }
    d->giveUp({.kind = ErrorKind::InvalidInput,
               .message = tr("There is nothing to take back. Nothing was changed."),
               .detail = {}});
}

void Engine::Private::beginUndo(const ApplyRequest &request)
{
    if (!keep(makeRestorePoint()))
        return;
    const RunId of = undo->scope.run;
    const Result<RunId> id = RunHistory(database, clock).beginUndo(request.trigger, of);
    if (!id) {
        giveUp(id.error());
        return;
    }
    Run run;
    run.id = *id;
    run.trigger = request.trigger;
    run.startedAt = clock.now();
    run.purpose = RunPurpose::Undo;
    run.undoneRun = of;
    ApplyRequest mapped = request;
    mapped.leftOut.clear();
    for (std::size_t i = 0; i < undo->undone.size(); ++i) {
        if (request.leftOut.contains(undo->undone[i]))
            mapped.leftOut.insert(static_cast<int>(i));
    }
    undoLeftOut = request.leftOut;
    sentBefore = sentSoFar();
    breadth = Breadth::Some;
    carryOut(undo->executable, mapped, run);
}

//! After the values, because a base belongs to a link.
void Engine::Private::undone(Run run)
{
    if (run.ending == RunEnding::Completed) {
        const Result<> paired = carryOutPairings(*undo, undoLeftOut, run.id, database, clock);
        if (!paired) {
            run.ending = RunEnding::Failed;
            run.error = paired.error().message;
            run.errorDetail = paired.error().detail;
        }
    }
    undo.reset();
    applied(run);
}

} // namespace twinbook
