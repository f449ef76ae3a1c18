// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/testrequestmodel.h"

#include <algorithm>

namespace twinbook {

namespace {

//! "members.list": the service has an icon of its own.
QString shortName(const Operation &operation)
{
    return operation.name.mid(serviceKey(operation.service).size() + 1);
}

} // namespace

TestRequestModel::TestRequestModel(Catalogue catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(std::move(catalogue))
    , m_rows(m_catalogue.operations())
{ }

TestRequestModel::~TestRequestModel() = default;

void TestRequestModel::setFilter(const OperationFilter &filter)
{
    beginResetModel();
    m_rows = m_catalogue.filter(filter);
    endResetModel();
}

const Operation *TestRequestModel::operation(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

QString TestRequestModel::countText() const
{
    const auto events = std::count_if(m_rows.begin(), m_rows.end(), [](const Operation &row) {
        return row.kind == OperationKind::Event;
    });
    return tr("%1 operations and %2 events").arg(m_rows.size() - events).arg(events);
}

int TestRequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TestRequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TestRequestModel::data(const QModelIndex &index, int role) const
{
    const Operation *row = operation(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Name ? shortName(*row) : row->what;
    case Qt::AccessibleTextRole:
        return index.column() == Name ? tr("%1: %2").arg(serviceName(row->service), shortName(*row))
                                      : row->what;
    case SideRole:
        return static_cast<int>(row->service);
    case NeverRole:
        return row->use == OperationUse::Never;
    default:
        return {};
    }
}

QVariant TestRequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Operation") : tr("What it does");
}

} // namespace twinbook
