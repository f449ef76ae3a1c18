// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/restorepoints.h"
#include "store/runhistory.h"

#include <QAbstractTableModel>

#include <optional>

namespace twinbook {

//! The restore points there are, newest first, and what going back to one would mean.
class RestorePointModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestorePointModel)

public:
    enum Column { Point, Made, Size, ColumnCount };

    //! The restore points of that database. Both must outlive the model.
    RestorePointModel(const Database &database, const Clock &clock, QObject *parent = nullptr);
    ~RestorePointModel() override;

    void reload();
    [[nodiscard]] std::optional<RestorePoint> point(int row) const;
    //! What comes back, what leaves, what stays and how to return, as sentences; empty for no row.
    [[nodiscard]] QString meaningOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] bool isInHistory(RunId run) const;

    const RestorePoints m_kept;
    RunHistory m_history;
    const Clock &m_clock;
    QList<RestorePoint> m_points;
    QList<Run> m_runs; //!< newest first
};

//! Said once Twinbook knows again what it knew before that run.
[[nodiscard]] QString wentBackText(RunId run);

} // namespace twinbook
