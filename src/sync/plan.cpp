// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/plan.h"

#include "sync/accounting.h"
#include "sync/fieldmerge.h"
#include "sync/guards.h"
#include "sync/planner.h"

#include <algorithm>

namespace twinbook {

namespace {

bool isComplete(const PlanInput &input, int right)
{
    return input.right.people[static_cast<std::size_t>(right)].fidelity == Fidelity::Complete;
}

} // namespace

bool writesTo(Side side, const FieldPlan &field)
{
    return field.outcome == FieldOutcome::ToBoth
        || field.outcome == (side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight);
}

Result<Plan> plan(const PlanInput &input)
{
    Plan plan = Planner(input).run();
    if (Result<> proof = everybodyAccountedFor(input, plan); !proof)
        return Failure(proof.error());
    plan.counts = countsOf(input, plan);
    plan.stops = guardStops(input, plan);
    return plan;
}

std::vector<FieldPlan> explain(const PlanInput &input, const PersonPlan &person)
{
    const auto link
        = std::find_if(input.links.begin(), input.links.end(),
                       [&](const Link &candidate) { return candidate.id == person.link; });
    const bool onBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
    std::vector<FieldPlan> fields;
    for (std::size_t row = 0; row < input.projection.size(); ++row) {
        const auto planned
            = std::find_if(person.fields.cbegin(), person.fields.cend(),
                           [row](const FieldPlan &field) { return field.row == row; });
        if (planned != person.fields.cend()) {
            fields.push_back(*planned);
        } else if (onBoth) {
            const bool hasBase = link != input.links.end() && row < link->base.size();
            fields.push_back(
                mergeField(input.projection, row,
                           input.left.people[static_cast<std::size_t>(person.left)].values[row],
                           input.right.people[static_cast<std::size_t>(person.right)].values[row],
                           hasBase ? link->base[row] : AgreedPair {}, {}));
        } else {
            fields.push_back(
                {static_cast<quint16>(row), FieldOutcome::Agrees, FieldReason::SameValue, {}});
        }
    }
    return fields;
}

std::vector<int> needFullRead(const PlanInput &input, const Plan &plan)
{
    std::vector<int> people;
    for (const PersonPlan &person : plan.people) {
        // The question about a twin shows the name of the one who is there already.
        if (person.left != PersonPlan::nobody && person.other != PersonPlan::nobody
            && !isComplete(input, person.other))
            people.push_back(person.other);
        if (person.right == PersonPlan::nobody || isComplete(input, person.right))
            continue;
        const bool textIsUsed
            = std::any_of(person.fields.cbegin(), person.fields.cend(), [](const FieldPlan &field) {
                  return field.outcome == FieldOutcome::ToLeft
                      || field.outcome == FieldOutcome::ToBoth
                      || field.outcome == FieldOutcome::Ask;
              });
        if (textIsUsed || person.state == PersonState::NeedsYou)
            people.push_back(person.right);
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

} // namespace twinbook
