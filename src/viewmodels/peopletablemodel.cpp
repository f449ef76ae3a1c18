// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/peopletablemodel.h"

#include "core/logging.h"
#include "viewmodels/peoplewords.h"

namespace twinbook {

namespace {

QString cellText(const PeopleRow &row, int column)
{
    const auto side = PeopleTableModel::sideOf(column);
    if (!side)
        return changeText(row);
    const RowHalf &half = row.halves[*side];
    const int field = *side == Side::Left ? column : column - PeopleTableModel::RightName;
    if (half.id.isEmpty())
        return field == PeopleTableModel::LeftName ? missingText(*side, row.state) : QString();
    switch (field) {
    case PeopleTableModel::LeftName:
        return half.name;
    case PeopleTableModel::LeftEmail:
        return half.email;
    case PeopleTableModel::LeftPhone:
        return half.phone;
    default:
        return half.company;
    }
}

//! The first cell and the middle one speak for the whole row; the others for themselves, since a
//! screen reader says the column's title by itself.
QString spokenText(const PeopleRow &row, int column)
{
    if (column == PeopleTableModel::LeftName || column == PeopleTableModel::Change)
        return rowSentence(row);
    const QString text = cellText(row, column);
    return text.isEmpty() ? PeopleTableModel::tr("empty") : text;
}

bool samePerson(const PeopleRow &a, const PeopleRow &b)
{
    return a.halves.left.id == b.halves.left.id && a.halves.right.id == b.halves.right.id;
}

} // namespace

PeopleTableModel::PeopleTableModel(const Database &database, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(database)
{
    reload();
}

PeopleTableModel::~PeopleTableModel() = default;

void PeopleTableModel::setQuery(const PeopleQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    reload();
}

void PeopleTableModel::reload()
{
    beginResetModel();
    m_pages.clear();
    const auto count = m_table.count(m_query);
    m_rowCount = count.value_or(0);
    const auto counts = m_table.countsByState();
    m_counts = counts.value_or(Counts {});
    endResetModel();
    Q_EMIT countsChanged();
    if (!count)
        Q_EMIT readFailed(count.error());
}

void PeopleTableModel::markWritten(qint64 key, RowState state)
{
    const QList<int> numbers = m_pages.keys();
    for (const int number : numbers) {
        QList<PeopleRow> &rows = *m_pages.object(number);
        for (qsizetype at = 0; at < rows.size(); ++at) {
            if (rows[at].key != key)
                continue;
            --m_counts.at(static_cast<std::size_t>(rows[at].state));
            ++m_counts.at(static_cast<std::size_t>(state));
            rows[at].state = state;
            const int row = number * pageSize + static_cast<int>(at);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            Q_EMIT countsChanged();
            return;
        }
    }
}

const QList<PeopleRow> *PeopleTableModel::page(int number) const
{
    if (const QList<PeopleRow> *kept = m_pages.object(number))
        return kept;
    auto rows = m_table.page(m_query, number * pageSize, pageSize);
    if (!rows) {
        qCWarning(logGui) << "reading people:" << errorKindName(rows.error().kind);
        return nullptr;
    }
    m_pages.insert(number, new QList<PeopleRow>(std::move(*rows)));
    return m_pages.object(number);
}

std::optional<PeopleRow> PeopleTableModel::person(int row) const
{
    if (row < 0 || row >= m_rowCount)
        return std::nullopt;
    const QList<PeopleRow> *rows = page(row / pageSize);
    const qsizetype at = row % pageSize;
    // During a run rows may leave the query, so a page can be shorter than it was.
    if (rows == nullptr || at >= rows->size())
        return std::nullopt;
    return rows->at(at);
}

int PeopleTableModel::rowOf(const PeopleRow &person, int near) const
{
    if (m_rowCount == 0)
        return -1;
    const int number = qBound(0, near, m_rowCount - 1) / pageSize;
    const QList<PeopleRow> *rows = page(number);
    if (rows == nullptr)
        return -1;
    for (qsizetype at = 0; at < rows->size(); ++at) {
        if (samePerson(rows->at(at), person))
            return number * pageSize + static_cast<int>(at);
    }
    return -1;
}

std::optional<Side> PeopleTableModel::sideOf(int column)
{
    if (column == Change)
        return std::nullopt;
    return column < Change ? Side::Left : Side::Right;
}

int PeopleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int PeopleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleTableModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != StateRole
        && role != MissingRole)
        return {};
    const auto row = person(index.row());
    if (!index.isValid() || !row)
        return {};
    if (role == Qt::DisplayRole)
        return cellText(*row, index.column());
    if (role == Qt::AccessibleTextRole)
        return spokenText(*row, index.column());
    if (role == StateRole)
        return static_cast<int>(row->state);
    const auto side = sideOf(index.column());
    return side && row->halves[*side].id.isEmpty();
}

QVariant PeopleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isSpoken = role == Qt::AccessibleTextRole;
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && !isSpoken))
        return {};
    if (section == Change)
        return tr("Change");
    const auto side = sideOf(section);
    const std::array titles {tr("Name"), tr("E-mail"), tr("Phone"), tr("Company")};
    const int field = *side == Side::Left ? section : section - RightName;
    if (field < 0 || field >= static_cast<int>(titles.size()))
        return {};
    const QString title = titles.at(static_cast<std::size_t>(field));
    return isSpoken ? tr("%1 in %2").arg(title, serviceName(*side)) : title;
}

} // namespace twinbook
