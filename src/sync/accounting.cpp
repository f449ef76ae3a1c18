// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/accounting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

void countSide(Side side, const PlanInput &input, const PersonPlan &person, PlanCounts &counts)
{
    if (std::none_of(person.fields.cbegin(), person.fields.cend(),
                     [&](const FieldPlan &field) { return writesTo(side, field); }))
        return;
    const int index = side == Side::Left ? person.left : person.right;
    if (index == PersonPlan::nobody) {
        // Whoever still lacks an answer is not created.
        counts.created[side] += person.state == PersonState::New ? 1 : 0;
        return;
    }
    ++counts.updated[side];
    const SideState &state = side == Side::Left ? input.left : input.right;
    const CanonicalValues &present = state.people[static_cast<std::size_t>(index)].values;
    for (const FieldPlan &field : person.fields) {
        if (!writesTo(side, field))
            continue;
        if (field.value.isEmpty())
            ++counts.erased[side];
        else if (present[field.row].isEmpty())
            ++counts.filled[side];
        else
            ++counts.replaced[side];
    }
}

bool allOnce(const std::vector<int> &times)
{
    return std::all_of(times.cbegin(), times.cend(), [](int n) { return n == 1; });
}

} // namespace

PlanCounts countsOf(const PlanInput &input, const Plan &plan)
{
    PlanCounts counts;
    for (const PersonPlan &person : plan.people) {
        ++counts.people[static_cast<std::size_t>(person.state)];
        for (const FieldPlan &field : person.fields)
            counts.heldBack += field.outcome == FieldOutcome::HeldBack ? 1 : 0;
        for (const Side side : bothSides)
            countSide(side, input, person, counts);
    }
    counts.questions = static_cast<int>(plan.questions.size());
    return counts;
}

Result<> everybodyAccountedFor(const PlanInput &input, const Plan &plan)
{
    std::vector<int> left(input.left.people.size(), 0);
    std::vector<int> right(input.right.people.size(), 0);
    for (const PersonPlan &person : plan.people) {
        if (person.left != PersonPlan::nobody)
            ++left[static_cast<std::size_t>(person.left)];
        if (person.right != PersonPlan::nobody)
            ++right[static_cast<std::size_t>(person.right)];
    }
    if (allOnce(left) && allOnce(right))
        return {};
    return Failure(
        Error {.kind = ErrorKind::Bug,
               .message = QCoreApplication::translate(
                   "twinbook::Plan",
                   "Twinbook could not account for every person and made no plan. Nothing was "
                   "changed. Please report this."),
               .detail = u"plan: a record is in no row or in more than one"_s});
}

} // namespace twinbook
