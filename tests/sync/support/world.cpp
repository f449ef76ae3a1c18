// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/world.h"

#include <algorithm>

namespace twinbook::testing {

namespace {

bool isWrittenTo(Side side, const FieldPlan &field)
{
    return field.outcome == FieldOutcome::ToBoth
        || field.outcome == (side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight);
}

const FieldPlan *planOf(const PersonPlan &person, std::size_t row)
{
    const auto it = std::find_if(person.fields.cbegin(), person.fields.cend(),
                                 [row](const FieldPlan &field) { return field.row == row; });
    return it == person.fields.cend() ? nullptr : &*it;
}

//! Whether the plan wrote this row and every service it was sent to took it.
bool isCarriedOut(const FieldPlan &field, const PerSide<bool> &taken)
{
    const bool toLeft = isWrittenTo(Side::Left, field);
    const bool toRight = isWrittenTo(Side::Right, field);
    return (toLeft || toRight) && (!toLeft || taken.left) && (!toRight || taken.right);
}

} // namespace

Look World::look() const
{
    return {services.left.observe(projection), services.right.observe(projection)};
}

PlanInput World::input(const Look &look) const
{
    return {projection, look.left, look.right, links, judgements};
}

Applied World::apply(const Look &look, const Plan &plan)
{
    Applied applied;
    for (const PersonPlan &person : plan.people) {
        if (person.state == PersonState::LeftOut || person.basis == MatchBasis::Score)
            continue;
        if (person.left != PersonPlan::nobody && person.right != PersonPlan::nobody)
            applyPair(look, person, applied);
        else if (person.state == PersonState::New)
            applyCreation(look, person, applied);
    }
    return applied;
}

void World::applyPair(const Look &look, const PersonPlan &person, Applied &applied)
{
    const PerSide<RemoteId> pair {look.left.people[static_cast<std::size_t>(person.left)].id,
                                  look.right.people[static_cast<std::size_t>(person.right)].id};
    const bool leftTook = send(Side::Left, pair, person, applied);
    const bool rightTook = send(Side::Right, pair, person, applied);
    remember(pair, person, {leftTook, rightTook});
}

void World::applyCreation(const Look &look, const PersonPlan &person, Applied &applied)
{
    const Side from = person.left != PersonPlan::nobody ? Side::Left : Side::Right;
    const Side to = opposite(from);
    const SideState &state = from == Side::Left ? look.left : look.right;
    const auto index = static_cast<std::size_t>(from == Side::Left ? person.left : person.right);
    PerSide<RemoteId> pair;
    pair[from] = state.people[index].id;
    const FieldWrites writes = writesTo(to, {}, person);
    applied.sent.push_back({to, {}, pair[from], writes});
    const std::optional<RemoteId> made = services[to].create(writes);
    if (!made) {
        ++applied.refused;
        return;
    }
    pair[to] = *made;
    // A typed answer goes to the record it was missing in as well.
    PerSide<bool> taken {true, true};
    taken[from] = send(from, pair, person, applied);
    remember(pair, person, taken);
}

bool World::send(Side to, const PerSide<RemoteId> &pair, const PersonPlan &person, Applied &applied)
{
    const FieldWrites writes = writesTo(to, pair[to], person);
    if (writes.isEmpty())
        return true;
    applied.sent.push_back({to, pair[to], pair[opposite(to)], writes});
    const bool taken = services[to].update(pair[to], writes);
    applied.refused += taken ? 0 : 1;
    return taken;
}

FieldWrites World::writesTo(Side to, const RemoteId &id, const PersonPlan &person) const
{
    FieldWrites writes;
    const FieldMap current = services[to].fields(id);
    for (const FieldPlan &field : person.fields) {
        if (isWrittenTo(to, field))
            writes.append(projection.writesFor(to, field.row, field.value, current));
    }
    return writes;
}

void World::remember(const PerSide<RemoteId> &pair, const PersonPlan &person,
                     const PerSide<bool> &taken)
{
    Link &link = linkOf(pair.left, pair.right, person.link);
    const CanonicalValues leftNow = projection.project(Side::Left, services.left.fields(pair.left));
    const CanonicalValues rightNow
        = projection.project(Side::Right, services.right.fields(pair.right));
    link.base.resize(projection.size());
    for (std::size_t row = 0; row < projection.size(); ++row) {
        const FieldPlan *field = planOf(person, row);
        const bool settled = field ? isCarriedOut(*field, taken)
                                   : projection.equivalent(row, leftNow[row], rightNow[row]);
        if (settled)
            link.base[row] = {AgreedPair::Known::Yes, leftNow[row], rightNow[row]};
    }
}

Link &World::linkOf(const RemoteId &left, const RemoteId &right, LinkId known)
{
    const auto it = std::find_if(links.begin(), links.end(), [&](const Link &link) {
        return known.isNull() ? link.left == left && link.right == right : link.id == known;
    });
    if (it != links.end()) {
        // What was agreed on with a record that is gone says nothing about the new one.
        if (it->left != left || it->right != right)
            it->base.clear();
        it->left = left;
        it->right = right;
        return *it;
    }
    Link made;
    made.id = LinkId(links.empty() ? 1 : links.back().id.number() + 1);
    made.left = left;
    made.right = right;
    links.push_back(std::move(made));
    return links.back();
}

void World::answer(const Question &question, Choice choice, const FieldValue &value)
{
    judgements.answers.insert(question.key,
                              Answer {.choice = choice,
                                      .value = value,
                                      .seenLeft = question.left,
                                      .seenRight = question.right});
}

} // namespace twinbook::testing
