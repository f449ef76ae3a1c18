// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/runchangesmodel.h"

#include "core/logging.h"
#include "sync/reasonnames.h"
#include "viewmodels/fieldtitles.h"
#include "viewmodels/reasontext.h"

namespace twinbook {

namespace {

QString shownValue(const FieldValue &value)
{
    return value.isEmpty() ? RunChangesModel::tr("(empty)") : value.toDisplay();
}

} // namespace

RunChangesModel::RunChangesModel(const Database &database, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_database(database)
    , m_clock(clock)
    , m_history(database, clock)
{ }

RunChangesModel::~RunChangesModel() = default;

void RunChangesModel::setRun(RunId run)
{
    beginResetModel();
    m_changes.clear();
    m_links = 0;
    if (!run.isNull()) {
        m_titles = fieldTitles(m_database, m_clock);
        if (auto changes = m_history.changes(run))
            m_changes = std::move(*changes);
        else
            qCWarning(logGui) << "reading a run:" << errorKindName(changes.error().kind);
        if (const auto links = m_history.linkChanges(run))
            m_links = static_cast<int>(links->size());
    }
    endResetModel();
}

std::optional<ChangeEntry> RunChangesModel::change(int row) const
{
    return row >= 0 && row < m_changes.size() ? std::optional(m_changes.at(row)) : std::nullopt;
}

int RunChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int RunChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_changes.size())
        return {};
    const ChangeEntry &change = m_changes.at(index.row());
    if (role == SideRole)
        return static_cast<int>(change.side);
    if (role == EmptyRole)
        return (index.column() == Before && change.before.isEmpty())
            || (index.column() == After && change.after.isEmpty());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Person:
        return change.person;
    case System:
        return serviceName(change.side);
    case Field:
        return m_titles.value(change.field, change.field);
    case Before:
        return shownValue(change.before);
    case After:
        return shownValue(change.after);
    case Why:
        return reasonNameText(change.reason);
    default:
        return {};
    }
}

QVariant RunChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Person:
        return tr("Person");
    case System:
        return tr("Changed in");
    case Field:
        return tr("Field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace twinbook
