// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/applyphase.h"
#include "engine/checkphase.h"
#include "engine/engine.h"
#include "engine/peoplerows.h"
#include "engine/scheduler.h"

#include <optional>

namespace twinbook {

//! What a look is for, once both sides are read and planned.
enum class LookPurpose : quint8 { Check, AutomaticSync, Verify };

class Engine::Private
{
public:
    Private(Engine *engine, PeopleService &left, PeopleService &right, const Database &db,
            const Clock &time)
        : q(engine)
        , services {&left, &right}
        , database(db)
        , clock(time)
        , scheduler(db, time)
    { }

    void setPhase(EnginePhase next);
    void setProgress(EnginePhase of, int done, int total);
    void beginLook(LookPurpose why);
    void check(CheckPhase::Source from);
    void beginNextLook();
    void planned(const PreparedPlanPtr &prepared);
    void reportVerification();
    void giveUp(const Error &error);
    void recordMissedRun(const Error &error);
    void beginApplying(const ApplyRequest &request);
    [[nodiscard]] ApplyRequest narrowed(const ApplyRequest &request, Run &run) const;
    void settleThePast(const ApplyRequest &request, Run run);
    void personEnded(const PreparedPlanPtr &what, int person, RowState state, RunId run,
                     const QString &note);
    void closeFigures(Run &run) const;
    [[nodiscard]] PerSide<qint64> sentSoFar() const;
    void beginUndo(const ApplyRequest &request);
    [[nodiscard]] Result<> makeRestorePoint() const;
    [[nodiscard]] Result<> beginHistory();
    void carryOut(const PreparedPlanPtr &what, const ApplyRequest &request, const Run &run);
    void undone(Run run);
    void applied(Run run);
    [[nodiscard]] Result<> mayApply(const ApplyRequest &request) const;
    void report(const Result<> &stored);
    void announceRun();
    [[nodiscard]] bool keep(const Result<> &stored);

    Engine *q;
    const PerSide<PeopleService *> services;
    const Database &database;
    const Clock &clock;
    Scheduler scheduler;
    EnginePhase phase = EnginePhase::Idle;
    LookPurpose purpose = LookPurpose::Check;
    CheckPhase::Source source = CheckPhase::Source::Services; //!< of the check under way
    //! Asked for while planning from what was last seen; begun as soon as that is done.
    std::optional<LookPurpose> nextLook;
    bool planIsOutdated = false; //!< mapping or people left out have changed since it was begun
    PreparedPlanPtr plan;
    PreparedUndoPtr undo;
    QSet<int> undoLeftOut; //!< positions in its people, while it is carried out
    bool cutOffRunsClosed = false;
    Failures failures; //!< of the last run, shown until the next look
    // Of the run under way.
    PerSide<qint64> sentBefore;
    enum class Breadth : quint8 { Some, Everybody } breadth = Breadth::Some;
    std::optional<Run> endedRun; //!< announced once its result is planned and shown
    Job *running = nullptr; //!< the phase under way; for stop()
    ApplyPhase *applying = nullptr;
};

} // namespace twinbook
