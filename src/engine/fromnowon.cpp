// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fromnowon.h"

#include "store/decisionstore.h"
#include "store/linkstore.h"
#include "store/runhistory.h"
#include "sync/reasonnames.h"

namespace twinbook {

namespace {

Result<> linkAsTheyAre(const PreparedPlan &prepared, const PersonPlan &person, RunId run,
                       const Database &database, const Clock &clock)
{
    const Observation &left = prepared.left.people[static_cast<std::size_t>(person.left)];
    const Observation &right = prepared.right.people[static_cast<std::size_t>(person.right)];
    const std::vector<AgreedPair> base = asTheyAre(prepared.projection, left.values, right.values);
    const Result<LinkId> added
        = LinkStore(database).add({{}, left.id, right.id, base}, prepared.projection.rowIds());
    if (!added)
        return Failure(added.error());
    LinkEntry entry;
    entry.run = run;
    entry.left = left.id;
    entry.right = right.id;
    if (const int row = prepared.projection.rowWithRole(FieldRole::Name); row >= 0)
        entry.person = left.values[static_cast<std::size_t>(row)].toDisplay();
    entry.reason = matchBasisName(person.basis);
    return RunHistory(database, clock).logLink(entry);
}

Result<> leaveOut(const PreparedPlan &prepared, const PersonPlan &person, const Database &database,
                  const Clock &clock)
{
    const Side side = person.left != PersonPlan::nobody ? Side::Left : Side::Right;
    const int index = side == Side::Left ? person.left : person.right;
    const RemoteId &id = prepared.side(side).people[static_cast<std::size_t>(index)].id;
    return DecisionStore(database, clock).leaveOut(side, id);
}

} // namespace

std::vector<AgreedPair> asTheyAre(const Projection &projection, const CanonicalValues &left,
                                  const CanonicalValues &right)
{
    std::vector<AgreedPair> base(projection.size());
    for (std::size_t row = 0; row < base.size(); ++row) {
        base[row] = {.known = AgreedPair::Known::Yes, .left = left[row], .right = right[row]};
        if (!projection.equivalent(row, left[row], right[row]))
            base[row].standing = AgreedPair::Standing::LeftApart;
    }
    return base;
}

Result<int> leaveThePast(const PreparedPlan &prepared, const QSet<int> &leftOut, RunId run,
                         const Database &database, const Clock &clock)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    int linked = 0;
    for (std::size_t i = 0; i < prepared.plan.people.size(); ++i) {
        const PersonPlan &person = prepared.plan.people[i];
        if (!person.link.isNull() || person.state == PersonState::LeftOut
            || leftOut.contains(static_cast<int>(i)))
            continue;
        const bool onBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
        Result<> done;
        if (onBoth)
            done = linkAsTheyAre(prepared, person, run, database, clock);
        else if (person.state == PersonState::New)
            done = leaveOut(prepared, person, database, clock);
        if (!done)
            return Failure(done.error());
        linked += onBoth ? 1 : 0;
    }
    return transaction->commit().map([linked] { return linked; });
}

} // namespace twinbook
