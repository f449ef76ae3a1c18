// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/guards.h"

#include <algorithm>

namespace twinbook {

namespace {

constexpr std::size_t fewEnoughToShrink = 10;
constexpr int fewEnoughToErase = 5;
constexpr int mostErased = 50;

int peopleErasedOn(Side side, const Plan &plan)
{
    int people = 0;
    for (const PersonPlan &person : plan.people) {
        const FieldOutcome outcome
            = side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight;
        for (const FieldPlan &field : person.fields) {
            if ((field.outcome == outcome || field.outcome == FieldOutcome::ToBoth)
                && field.value.isEmpty()) {
                ++people;
                break;
            }
        }
    }
    return people;
}

//! People that a side once had: links, but not those whose partner a person has given up.
std::size_t linkedPeople(const PlanInput &input)
{
    const auto isLive = [&](const Link &link) {
        const auto answer
            = input.judgements.answers.constFind({QuestionKind::Gone, link.left, link.right, {}});
        return answer == input.judgements.answers.cend() || answer->choice != Choice::Unlink;
    };
    return static_cast<std::size_t>(std::count_if(input.links.begin(), input.links.end(), isLive));
}

} // namespace

std::vector<GuardStop> guardStops(const PlanInput &input, const Plan &plan)
{
    std::vector<GuardStop> stops;
    const std::size_t linked = linkedPeople(input);
    for (const Side side : bothSides) {
        const SideState &state = side == Side::Left ? input.left : input.right;
        const std::size_t known = std::max(state.previousCount, linked);
        const auto before = static_cast<int>(known);
        const auto now = static_cast<int>(state.people.size());
        if (state.extent == PeopleSnapshot::Extent::Partial)
            stops.push_back({GuardStop::Kind::NotAllRead, side, before, now});
        else if (state.people.empty() && known > 0)
            stops.push_back({GuardStop::Kind::SideIsEmpty, side, before, 0});
        else if (known >= fewEnoughToShrink && state.people.size() * 5 < known * 4)
            stops.push_back({GuardStop::Kind::SideShrank, side, before, now});

        const int erased = peopleErasedOn(side, plan);
        const auto total = static_cast<int>(state.people.size());
        if (erased > mostErased || (erased > fewEnoughToErase && erased * 10 > total))
            stops.push_back({GuardStop::Kind::ManyErased, side, total, erased});
    }
    return stops;
}

} // namespace twinbook
