// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "store/database.h"
#include "sync/changeentry.h"
#include "sync/link.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

#include <optional>

namespace twinbook {

enum class RunTrigger : quint8 { Person, Schedule, CommandLine };
enum class RunPurpose : quint8 {
    Sync,
    Undo, //!< earlier changes are taken back; see Run::undoneRun
};
enum class RunEnding : quint8 {
    Running, //!< not ended; at the next start: was cut off
    Completed,
    Stopped, //!< by a person
    Failed, //!< see error
    CutOff, //!< the program ended in the middle
};

//! One synchronization run as the run list shows it. A run that could not begin is a run too.
struct Run
{
    RunId id {};
    RunTrigger trigger = RunTrigger::Person;
    RunEnding ending = RunEnding::Running;
    QDateTime startedAt {};
    QDateTime endedAt {};
    PerSide<int> created {};
    PerSide<int> updated {};
    int linked = 0;
    int needsYou = 0;
    int failed = 0;
    int notStarted = 0; //!< planned writes that were not begun because it was stopped
    QString error {}; //!< sentence
    QString errorDetail {};
    RunPurpose purpose = RunPurpose::Sync;
    RunId undoneRun {}; //!< of an undo: whose changes were taken back, all or some
    int outside = 0; //!< people with changes for whom the run was not, see Pilot
    PerSide<qint64> foreseen {}; //!< requests that were forecast; an undo forecasts none
    PerSide<qint64> sent {}; //!< requests that left while it was under way
    friend bool operator==(const Run &, const Run &) = default;
};

class RunHistory
{
public:
    RunHistory(const Database &database, const Clock &clock);

    [[nodiscard]] Result<RunId> begin(RunTrigger trigger);
    [[nodiscard]] Result<RunId> beginUndo(RunTrigger trigger, RunId undone);
    [[nodiscard]] Result<> update(const Run &run); //!< counts while running; also the ending
    //! Marks every run that still says Running as CutOff; returns the newest of them.
    [[nodiscard]] Result<std::optional<Run>> closeCutOff();
    [[nodiscard]] Result<QList<Run>> newest(int limit) const;
    [[nodiscard]] Result<std::optional<Run>> lastCompleted() const;
    [[nodiscard]] Result<> log(const QList<ChangeEntry> &entries);
    [[nodiscard]] Result<QList<ChangeEntry>> changes(RunId run) const;
    //! Every change of a person that is remembered, oldest first, found by the id of either
    //! record.
    [[nodiscard]] Result<QList<ChangeEntry>> changesOf(const RemoteId &person) const;
    [[nodiscard]] Result<> logLink(const LinkEntry &entry);
    [[nodiscard]] Result<QList<LinkEntry>> linkChanges(RunId run) const;
    [[nodiscard]] Result<std::optional<Run>> find(RunId run) const;

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Run)
