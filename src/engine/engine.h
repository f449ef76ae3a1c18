// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/peopleservice.h"
#include "engine/schedule.h"
#include "engine/undo.h"
#include "engine/verifyreport.h"
#include "store/decisionstore.h"
#include "store/peopletable.h"
#include "store/runhistory.h"
#include "sync/pilot.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace twinbook {

//! A plan with everything needed to show and apply it. Immutable once published; shared between
//! the engine's thread and the window's.
struct PreparedPlan
{
    Projection projection;
    SideState left;
    SideState right;
    std::vector<Link> links;
    Judgements judgements;
    PerSide<ServiceSchema> schemas;
    Plan plan;
    QDateTime basedOn; //!< when both sides had been read
    //! What writing each person of the plan costs at each service; empty if it was not priced.
    PerSide<std::vector<Calls>> calls;
    PerSide<CallAllowance> allowances; //!< when the plan was made

    [[nodiscard]] PlanInput input() const { return {projection, left, right, links, judgements}; }
    [[nodiscard]] const SideState &side(Side which) const
    {
        return which == Side::Left ? left : right;
    }
};
using PreparedPlanPtr = std::shared_ptr<const PreparedPlan>;

//! What a person changed in the preview.
struct ApplyRequest
{
    //! Positions in Plan::people that take no part this time.
    QSet<int> leftOut {};
    //! Whom of the others the run is for. An undo is never a pilot.
    Pilot pilot {};
    RunTrigger trigger = RunTrigger::Person;
    //! A person has seen these stops and typed the number; only ManyErased can be lifted.
    enum class Erasing : quint8 { NotConfirmed, Confirmed } erasing = Erasing::NotConfirmed;
    //! What is to become of the differences that were there before Twinbook. LeftAsItIs writes to
    //! neither service: who is recognised is linked with all differences as they are, who is on one
    //! side only is left out, and only what happens from then on travels.
    enum class Past : quint8 { BroughtTogether, LeftAsItIs } past = Past::BroughtTogether;
};

enum class EnginePhase : quint8 {
    Idle,
    Recovering, //!< clearing up writes with an unknown outcome
    ReadingLeft,
    ReadingRight,
    Comparing,
    Applying,
    Pausing, //!< finishing the current person
    Paused,
    Stopping,
};

struct EngineProgress
{
    EnginePhase phase = EnginePhase::Idle;
    int done = 0;
    int total = 0; //!< 0 while unknown
    friend bool operator==(const EngineProgress &, const EngineProgress &) = default;
};

//! Reads both services, plans, applies, recovers, verifies. One thing at a time. Lives in one
//! thread with its database connection and its services; the front ends talk to it through
//! queued calls and signals.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    //! All references must outlive the engine. Picks up what an interrupted run left behind at
    //! the first check.
    Engine(PeopleService &left, PeopleService &right, const Database &database, const Clock &clock,
           QObject *parent = nullptr);
    ~Engine() override;

    [[nodiscard]] EnginePhase phase() const;
    //! The last plan made, or nullptr.
    [[nodiscard]] PreparedPlanPtr plan() const;
    [[nodiscard]] PreparedUndoPtr undo() const; //!< nullptr before the first
    [[nodiscard]] ScheduleState schedule() const;

public Q_SLOTS:
    //! Settles what is unsettled, reads both sides to the end, matches and plans. Ends with
    //! planReady() or failed(). Writes nothing to either service. While looking or applying:
    //! ignored; while planning again: done next.
    void checkForChanges();
    //! The same from the people last seen, to go on with a run that was stopped or cut off: reads
    //! no list, and starts with whoever was not written yet. If no run began within the last hour,
    //! this is checkForChanges().
    void resumeRun();
    //! Plans again from the people last seen, after an answer or a changed mapping. Reads the lists
    //! only if they were never read. While busy: the plan under way is made anew.
    void planAgain();
    //! Applies the last plan. Ends with runFinished(), also when stopped.
    void apply(const twinbook::ApplyRequest &request);
    //! Plans to take back what a run did: reads by id whom it concerns. Ends with undoReady() or
    //! failed(). Writes to neither service. Ignored while busy.
    void prepareUndo(const twinbook::UndoScope &scope);
    //! Carries out the last undo() through the same journal and with the same fresh read before
    //! each write as a sync. `leftOut` are positions in UndoPlan::people. A run like any other: it
    //! ends with runFinished() and can itself be undone.
    void applyUndo(const twinbook::ApplyRequest &request);
    //! Reads both sides in full, compares, and keeps the figures. Ends with verified() or failed().
    void verify();
    void pause(); //!< after the current person
    void resume();
    void stop(); //!< after the current person; what is done stays done

    // What people decide. All are kept at once and show in the next plan; none writes to a service.
    void answer(twinbook::DecisionId id, const twinbook::Answer &answer);
    void withdrawAnswer(twinbook::DecisionId id);
    void leaveOut(twinbook::Side side, const twinbook::RemoteId &id);
    void takeIn(twinbook::Side side, const twinbook::RemoteId &id);
    //! Saves a new version of the mapping and plans again.
    void setMapping(const twinbook::MappingProfile &mapping);
    void setSchedule(const twinbook::ScheduleSettings &schedule);

Q_SIGNALS:
    void phaseChanged(twinbook::EnginePhase phase);
    void progressed(const twinbook::EngineProgress &progress);
    void planReady(const twinbook::PreparedPlanPtr &plan);
    void undoReady(const twinbook::PreparedUndoPtr &undo);
    void personWritten(qint64 rowKey, twinbook::RowState state);
    void runFinished(const twinbook::Run &run);
    //! Questions were asked, answered or withdrawn; read them from DecisionStore.
    void decisionsChanged();
    void scheduleChanged(const twinbook::ScheduleState &state);
    void verified(const twinbook::VerifyReport &report);
    //! A check or a verification could not be done.
    void failed(const twinbook::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::PreparedPlanPtr)
Q_DECLARE_METATYPE(twinbook::ApplyRequest)
Q_DECLARE_METATYPE(twinbook::EnginePhase)
Q_DECLARE_METATYPE(twinbook::EngineProgress)
