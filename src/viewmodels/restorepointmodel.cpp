// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/restorepointmodel.h"

#include "core/logging.h"
#include "viewmodels/health.h"
#include "viewmodels/runhistorymodel.h"
#include "viewmodels/timetext.h"

#include <QLocale>

#include <algorithm>

namespace twinbook {

namespace {

//! More than are ever listed; only the number of those since a restore point is told.
constexpr int runsAsked = 10'000;

} // namespace

RestorePointModel::RestorePointModel(const Database &database, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kept(database)
    , m_history(database, clock)
    , m_clock(clock)
{
    reload();
}

RestorePointModel::~RestorePointModel() = default;

void RestorePointModel::reload()
{
    beginResetModel();
    m_points = m_kept.list();
    // By time, not by number: going back makes numbers that were used before.
    std::stable_sort(
        m_points.begin(), m_points.end(),
        [](const RestorePoint &a, const RestorePoint &b) { return a.madeAt > b.madeAt; });
    m_runs.clear();
    if (auto runs = m_history.newest(runsAsked))
        m_runs = std::move(*runs);
    else
        qCWarning(logGui) << "reading the runs:" << errorKindName(runs.error().kind);
    endResetModel();
}

std::optional<RestorePoint> RestorePointModel::point(int row) const
{
    return row >= 0 && row < m_points.size() ? std::optional(m_points.at(row)) : std::nullopt;
}

bool RestorePointModel::isInHistory(RunId run) const
{
    return std::any_of(m_runs.cbegin(), m_runs.cend(),
                       [run](const Run &one) { return one.id == run; });
}

QString RestorePointModel::meaningOf(int row) const
{
    const auto chosen = point(row);
    if (!chosen)
        return {};
    QStringList sentences {
        tr("Twinbook then knows again what it knew on %1: who is linked with whom, what both sides "
           "agreed on, your decisions, the fields and the history.")
            .arg(shortDateTime(chosen->madeAt))};
    const bool isListed = isInHistory(chosen->run);
    const auto since
        = static_cast<int>(std::count_if(m_runs.cbegin(), m_runs.cend(), [&](const Run &run) {
              return run.startedAt >= chosen->madeAt || (isListed && run.id >= chosen->run);
          }));
    if (since == 1)
        sentences
            += tr("1 sync or undo since then leaves the history and cannot be undone any more.");
    else if (since > 1)
        sentences
            += tr("%Ln syncs and undos since then leave the history and cannot be undone any more.",
                  nullptr, since);
    sentences += tr("Nothing is changed in OfficeRnD or HighLevel: the check that follows shows "
                    "how they differ from that.");
    sentences += tr("What Twinbook knows now is kept as a restore point too.");
    return sentences.join(u' ');
}

int RestorePointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int RestorePointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RestorePointModel::data(const QModelIndex &index, int role) const
{
    const auto shown = point(index.row());
    if (!shown || role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Point:
        // Somebody went back, or the run is too old to be listed.
        return isInHistory(shown->run)
            ? tr("Before %1", "sync #3").arg(runName(shown->run, m_history))
            : tr("Before #%1 (no longer in the history)").arg(shown->run.number());
    case Made:
        return momentText(shown->madeAt, m_clock.now());
    case Size:
        return QLocale().formattedDataSize(shown->bytes);
    default:
        return {};
    }
}

QVariant RestorePointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Point:
        return tr("Restore point");
    case Made:
        return tr("Made");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

QString wentBackText(RunId run)
{
    return RestorePointModel::
        tr("Twinbook knows again what it knew before sync #%1. Nothing was changed in OfficeRnD "
           "or HighLevel; check the preview for how they differ from that. What Twinbook knew a "
           "moment ago is kept as a restore point too.")
            .arg(run.number());
}

} // namespace twinbook
