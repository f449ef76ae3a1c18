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

const Observation *observation(const PreparedPlan &prepared, const PersonPlan &person, Side side)
{
    const int index = side == Side::Left ? person.left : person.right;
    return index == PersonPlan::nobody
        ? nullptr
        : &prepared.side(side).people[static_cast<std::size_t>(index)];
}

RowHalf half(const PreparedPlan &prepared, const PersonPlan &person, Side side,
             const ShownRows &rows)
{
    const Observation *seen = observation(prepared, person, side);
    if (!seen)
        return {};
    const auto shown = [&](int row) {
        return row < 0 ? QString()
                       : shownValue(prepared, person, side, static_cast<std::size_t>(row));
    };
    return {seen->id, shown(rows.name), shown(rows.email), shown(rows.phone), shown(rows.company)};
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

QString shownValue(const PreparedPlan &prepared, const PersonPlan &person, Side side,
                   std::size_t row)
{
    const Observation *seen = observation(prepared, person, side);
    if (!seen)
        return {};
    const Observation *other = observation(prepared, person, opposite(side));
    const FieldValue &value = seen->values[row];
    const bool spelledBetter = other && seen->fidelity == Fidelity::SearchHit
        && other->fidelity == Fidelity::Complete
        && prepared.projection.equivalent(row, value, other->values[row]);
    return (spelledBetter ? other->values[row] : value).toDisplay();
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
        for (const Side side : bothSides)
            row.halves[side] = half(prepared, person, side, shownRows);
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
