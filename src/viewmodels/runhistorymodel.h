// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/runhistory.h"

#include <QAbstractTableModel>

#include <optional>

namespace twinbook {

//! The runs, newest first. A run that could not begin is a row too.
class RunHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunHistoryModel)

public:
    enum Column { Number, When, StartedBy, New, Updated, NeedYou, Failed, Ending, ColumnCount };
    //! How a run ended, for an icon. A run that left something undone is Partial, never Good.
    enum class Outcome : quint8 { Good, Partial, Bad, Running };
    enum Role {
        OutcomeRole = Qt::UserRole, //!< int, an Outcome
    };

    //! Both must outlive the model.
    RunHistoryModel(const Database &database, const Clock &clock, QObject *parent = nullptr);
    ~RunHistoryModel() override;

    void reload();
    [[nodiscard]] std::optional<Run> run(int row) const;
    //! Row of that run, or -1.
    [[nodiscard]] int rowOf(RunId run) const;
    //! "Sync #3" or "Undo of sync #3".
    [[nodiscard]] QString titleOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString undoneName(const Run &undo) const;

    RunHistory m_history;
    const Clock &m_clock;
    QList<Run> m_runs;
};

[[nodiscard]] RunHistoryModel::Outcome outcomeOf(const Run &run);

//! What people call a run inside a sentence: "sync #3", "undo #4".
[[nodiscard]] QString runName(RunId run, RunPurpose purpose);

//! The same for a run that is only known by its number; asks the history what it was.
[[nodiscard]] QString runName(RunId run, const RunHistory &history);

//! "done in 8 s", or how else it ended: "stopped: 31 done, 18 not started".
[[nodiscard]] QString endingText(const Run &run);

//! What a run did, in a sentence or two for the head of its details.
[[nodiscard]] QString runSentence(const Run &run);

} // namespace twinbook
