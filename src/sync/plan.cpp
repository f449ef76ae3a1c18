// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/plan.h"

#include "sync/accounting.h"
#include "sync/fieldmerge.h"
#include "sync/guards.h"
#include "sync/planner.h"

#include <QHash>

#include <algorithm>

namespace twinbook {

namespace {

bool isComplete(const PlanInput &input, int right)
{
    return input.right.people[static_cast<std::size_t>(right)].fidelity == Fidelity::Complete;
}

//! A row agrees although OfficeRnD's value is no longer the agreed one: both were edited alike, or
//! the index still shows what HighLevel had before our own last write.
bool seemEditedAlike(const PlanInput &input, const PersonPlan &person, const Link &link)
{
    if (person.left == PersonPlan::nobody)
        return false;
    const CanonicalValues &left = input.left.people[static_cast<std::size_t>(person.left)].values;
    for (std::size_t row = 0; row < std::min(left.size(), link.base.size()); ++row) {
        const AgreedPair &base = link.base[row];
        const bool isPlanned
            = std::any_of(person.fields.cbegin(), person.fields.cend(),
                          [row](const FieldPlan &field) { return field.row == row; });
        if (!isPlanned && base.known == AgreedPair::Known::Yes
            && !input.projection.equivalent(row, left[row], base.left))
            return true;
    }
    return false;
}

} // namespace

bool writesTo(Side side, const FieldPlan &field)
{
    return field.outcome == FieldOutcome::ToBoth
        || field.outcome == (side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight);
}

bool hasWrites(const PersonPlan &person)
{
    return std::any_of(person.fields.cbegin(), person.fields.cend(), [](const FieldPlan &field) {
        return writesTo(Side::Left, field) || writesTo(Side::Right, field);
    });
}

bool isWritten(const PersonPlan &person)
{
    const auto creates = [&](Side side) {
        const int index = side == Side::Left ? person.left : person.right;
        return index == PersonPlan::nobody
            && std::any_of(person.fields.cbegin(), person.fields.cend(),
                           [&](const FieldPlan &field) { return writesTo(side, field); });
    };
    return hasWrites(person)
        && (person.state == PersonState::New || !(creates(Side::Left) || creates(Side::Right)));
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
    QHash<LinkId, const Link *> links;
    links.reserve(static_cast<qsizetype>(input.links.size()));
    for (const Link &link : input.links)
        links.insert(link.id, &link);
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
        const Link *link = links.value(person.link);
        if (textIsUsed || person.state == PersonState::NeedsYou
            || (link && seemEditedAlike(input, person, *link)))
            people.push_back(person.right);
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

} // namespace twinbook
