// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/peoplerows.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct ShownRows
{
    int name;
    int email;
    int phone;
    int company;
};

RowState rowState(PersonState state)
{
    switch (state) {
    case PersonState::InSync:
        return RowState::InSync;
    case PersonState::Link:
        return RowState::Link;
    case PersonState::New:
        return RowState::New;
    case PersonState::Changed:
        return RowState::Changed;
    case PersonState::NeedsYou:
        return RowState::NeedsYou;
    case PersonState::LeftOut:
        return RowState::LeftOut;
    }
    Q_UNREACHABLE();
}

QString shown(const Observation &person, int row)
{
    return row < 0 ? QString() : person.values[static_cast<std::size_t>(row)].toDisplay();
}

RowHalf half(const Observation &person, const ShownRows &rows)
{
    return {person.id, shown(person, rows.name), shown(person, rows.email),
            shown(person, rows.phone), shown(person, rows.company)};
}

} // namespace

PersonIds personIds(const PreparedPlan &prepared, int person)
{
    const PersonPlan &plan = prepared.plan.people[static_cast<std::size_t>(person)];
    PersonIds ids;
    if (plan.left != PersonPlan::nobody)
        ids.first = prepared.left.people[static_cast<std::size_t>(plan.left)].id;
    if (plan.right != PersonPlan::nobody)
        ids.second = prepared.right.people[static_cast<std::size_t>(plan.right)].id;
    return ids;
}

QList<PeopleRow> peopleRows(const PreparedPlan &prepared, const Failures &failures)
{
    const ShownRows shownRows {prepared.projection.rowWithRole(FieldRole::Name),
                               prepared.projection.rowWithRole(FieldRole::Email),
                               prepared.projection.rowWithRole(FieldRole::Phone),
                               prepared.projection.rowWithRole(FieldRole::Company)};
    QList<PeopleRow> rows;
    rows.reserve(static_cast<qsizetype>(prepared.plan.people.size()));
    for (const PersonPlan &person : prepared.plan.people) {
        PeopleRow row;
        row.key = rows.size() + 1;
        row.state = rowState(person.state);
        for (const Side side : bothSides) {
            const int index = side == Side::Left ? person.left : person.right;
            if (index != PersonPlan::nobody)
                row.halves[side]
                    = half(prepared.side(side).people[static_cast<std::size_t>(index)], shownRows);
        }
        QStringList asked;
        for (const FieldPlan &field : person.fields) {
            const bool both = field.outcome == FieldOutcome::ToBoth;
            row.toLeft += both || field.outcome == FieldOutcome::ToLeft ? 1 : 0;
            row.toRight += both || field.outcome == FieldOutcome::ToRight ? 1 : 0;
            if (field.outcome == FieldOutcome::Ask)
                asked.append(prepared.projection.row(field.row).title);
        }
        row.note = asked.join(u", "_s);
        if (const auto failure = failures.constFind({row.halves.left.id, row.halves.right.id});
            failure != failures.cend()) {
            row.state = RowState::Failed;
            row.note = *failure;
        }
        rows.append(std::move(row));
    }
    return rows;
}

} // namespace twinbook
