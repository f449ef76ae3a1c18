// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/persondetailsmodel.h"

#include "engine/peoplerows.h"
#include "viewmodels/reasontext.h"

#include <algorithm>
#include <array>

namespace twinbook {

namespace {

QString becomesText(const FieldPlan &field)
{
    switch (field.outcome) {
    case FieldOutcome::Agrees:
        return {};
    case FieldOutcome::Ask:
        return PersonDetailsModel::tr("waits for your decision");
    case FieldOutcome::HeldBack:
        return PersonDetailsModel::tr("stays as it is");
    case FieldOutcome::ToLeft:
    case FieldOutcome::ToRight:
    case FieldOutcome::ToBoth:
        break;
    }
    return field.value.isEmpty() ? PersonDetailsModel::tr("(empty)") : field.value.toDisplay();
}

//! What a screen reader says instead of the badge.
QString spokenBecomes(FieldOutcome outcome, const QString &becomes)
{
    switch (outcome) {
    case FieldOutcome::ToLeft:
        return PersonDetailsModel::tr("OfficeRnD will get %1").arg(becomes);
    case FieldOutcome::ToRight:
        return PersonDetailsModel::tr("HighLevel will get %1").arg(becomes);
    case FieldOutcome::ToBoth:
        return PersonDetailsModel::tr("both will get %1").arg(becomes);
    case FieldOutcome::Agrees:
    case FieldOutcome::Ask:
    case FieldOutcome::HeldBack:
        break;
    }
    return becomes.isEmpty() ? PersonDetailsModel::tr("no change") : becomes;
}

} // namespace

PersonDetailsModel::PersonDetailsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

PersonDetailsModel::~PersonDetailsModel() = default;

QList<PersonDetailsModel::Row> PersonDetailsModel::rowsOf(const PreparedPlan &plan,
                                                          const PersonPlan &person)
{
    QList<Row> rows;
    for (const FieldPlan &field : explain(plan.input(), person)) {
        Row row;
        row.id = plan.projection.row(field.row).id;
        row.title = plan.projection.row(field.row).title;
        row.outcome = field.outcome;
        row.becomes = becomesText(field);
        row.why = reasonText(field.reason);
        for (const Side side : bothSides) {
            row.values[side] = shownValue(plan, person, side, field.row);
        }
        rows.append(std::move(row));
    }
    // What changes comes first: it is what a person looks for.
    std::stable_partition(rows.begin(), rows.end(),
                          [](const Row &row) { return row.outcome != FieldOutcome::Agrees; });
    return rows;
}

void PersonDetailsModel::setPerson(const PreparedPlanPtr &plan, qint64 position)
{
    beginResetModel();
    m_rows.clear();
    if (plan != nullptr && position >= 0
        && static_cast<std::size_t>(position) < plan->plan.people.size())
        m_rows = rowsOf(*plan, plan->plan.people[static_cast<std::size_t>(position)]);
    endResetModel();
}

int PersonDetailsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PersonDetailsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PersonDetailsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == OutcomeRole)
        return static_cast<int>(row.outcome);
    if (role == FieldIdRole)
        return row.id;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const std::array cells {row.title, row.values.left, row.values.right, row.becomes, row.why};
    const QString text = cells.at(static_cast<std::size_t>(index.column()));
    if (role == Qt::AccessibleTextRole && index.column() == Becomes)
        return spokenBecomes(row.outcome, text);
    return role == Qt::AccessibleTextRole && text.isEmpty() ? tr("empty") : text;
}

QVariant PersonDetailsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Field:
        return tr("Field");
    case OfficeRnD:
        return serviceName(Side::Left);
    case HighLevel:
        return serviceName(Side::Right);
    case Becomes:
        return tr("Will become");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace twinbook
