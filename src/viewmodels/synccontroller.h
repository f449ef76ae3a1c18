// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "viewmodels/health.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace twinbook {

//! What the window knows of the engine. Lives in the window's thread; the engine lives in its own
//! and is only reached through queued calls. Keeps the last of everything the engine told, so
//! that a page opened later starts with the present state. Owns a read-only database connection
//! for the models.
class SyncController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncController)

public:
    //! `engine` may die first. `database` is the read-only connection of this thread.
    SyncController(Engine *engine, Database database, const Clock &clock,
                   QObject *parent = nullptr);
    ~SyncController() override;

    [[nodiscard]] const Database &database() const;
    [[nodiscard]] const Clock &clock() const;
    [[nodiscard]] EnginePhase phase() const;
    [[nodiscard]] EngineProgress progress() const;
    [[nodiscard]] PreparedPlanPtr plan() const; //!< nullptr before the first
    //! What would be taken back: the answer to the last prepareUndo(), until it is carried out.
    [[nodiscard]] PreparedUndoPtr undo() const;
    [[nodiscard]] ScheduleState schedule() const;
    [[nodiscard]] int waitingPeople() const; //!< for a decision
    //! The one sentence about the state of things, always up to date.
    [[nodiscard]] Health health() const;
    [[nodiscard]] std::optional<VerifyReport> lastVerification() const;

public Q_SLOTS:
    void checkForChanges();
    void apply(const twinbook::ApplyRequest &request);
    //! Ends with undoReady() or undoFailed(), also when the engine is busy with something else.
    void prepareUndo(const twinbook::UndoScope &scope);
    //! Carries out the last undo(). Ends with runFinished().
    void applyUndo(const twinbook::ApplyRequest &request);
    void verify();
    void pause();
    void resume();
    void stop();
    void answer(twinbook::DecisionId id, const twinbook::Answer &answer);
    void withdrawAnswer(twinbook::DecisionId id);
    void leaveOut(twinbook::Side side, const twinbook::RemoteId &id);
    void takeIn(twinbook::Side side, const twinbook::RemoteId &id);
    void setMapping(const twinbook::MappingProfile &mapping);
    void setSchedule(const twinbook::ScheduleSettings &schedule);

Q_SIGNALS:
    void phaseChanged(twinbook::EnginePhase phase);
    void progressed(const twinbook::EngineProgress &progress);
    void planReady(const twinbook::PreparedPlanPtr &plan);
    void undoReady(const twinbook::PreparedUndoPtr &undo);
    void undoFailed(const twinbook::Error &error);
    void personWritten(qint64 rowKey, twinbook::RowState state);
    void runFinished(const twinbook::Run &run);
    void decisionsChanged();
    void scheduleChanged(const twinbook::ScheduleState &state);
    void verified(const twinbook::VerifyReport &report);
    void failed(const twinbook::Error &error);
    void healthChanged(const twinbook::Health &health);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twinbook
