// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/guards.h"

#include <QHash>

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

//! Whether a side shows somebody else under the id of a linked person: another name and, of what
//! both knew, another e-mail address or phone number, while the other side stays as it was.
bool isSomebodyElse(Side side, const Projection &projection, const Link &link,
                    const Observation &seen, const Observation &opposite)
{
    const auto edited = [&](Side which, const Observation &person, FieldRole role) {
        const int row = projection.rowWithRole(role);
        if (row < 0 || static_cast<std::size_t>(row) >= link.base.size())
            return false;
        const auto index = static_cast<std::size_t>(row);
        const AgreedPair &base = link.base[index];
        const FieldValue &before = which == Side::Left ? base.left : base.right;
        return base.known == AgreedPair::Known::Yes && !before.isEmpty()
            && !person.values[index].isEmpty()
            && !projection.equivalent(index, person.values[index], before);
    };
    return edited(side, seen, FieldRole::Name)
        && (edited(side, seen, FieldRole::Email) || edited(side, seen, FieldRole::Phone))
        && !edited(twinbook::opposite(side), opposite, FieldRole::Name);
}

int peopleReplacedOn(Side side, const PlanInput &input, const Plan &plan)
{
    QHash<LinkId, const Link *> links;
    for (const Link &link : input.links)
        links.insert(link.id, &link);
    int people = 0;
    for (const PersonPlan &person : plan.people) {
        const Link *link = links.value(person.link);
        if (!link || person.left == PersonPlan::nobody || person.right == PersonPlan::nobody)
            continue;
        const Observation &left = input.left.people[static_cast<std::size_t>(person.left)];
        const Observation &right = input.right.people[static_cast<std::size_t>(person.right)];
        const bool isLeft = side == Side::Left;
        people += isSomebodyElse(side, input.projection, *link, isLeft ? left : right,
                                 isLeft ? right : left);
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

        // Only where something would be written: most plans have nothing to look through.
        const int replaced
            = plan.counts.writes() > fewEnoughToErase ? peopleReplacedOn(side, input, plan) : 0;
        if (replaced > fewEnoughToErase && static_cast<std::size_t>(replaced) * 10 > linked)
            stops.push_back(
                {GuardStop::Kind::ManyBecameOthers, side, static_cast<int>(linked), replaced});
    }
    return stops;
}

} // namespace twinbook
