// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/healthfacts.h"

#include "store/decisionstore.h"
#include "store/peopletable.h"

#include <QSet>

#include <utility>

namespace twinbook {

namespace {

//! Several questions about one person are one person who waits.
int peopleAskedAbout(const QList<Decision> &open)
{
    QSet<std::pair<RemoteId, RemoteId>> people;
    for (const Decision &decision : open)
        people.insert({decision.question.key.left, decision.question.key.right});
    return static_cast<int>(people.size());
}

} // namespace

Result<HealthFacts> healthFacts(const Database &database, const Clock &clock)
{
    const RunHistory history(database, clock);
    const Result<QList<Run>> newest = history.newest(1);
    if (!newest)
        return Failure(newest.error());
    const Result<std::optional<Run>> completed = history.lastCompleted();
    if (!completed)
        return Failure(completed.error());
    const Result<std::array<int, 7>> counts = PeopleTable(database).countsByState();
    if (!counts)
        return Failure(counts.error());
    const Result<QList<Decision>> open = DecisionStore(database, clock).open();
    if (!open)
        return Failure(open.error());

    const auto of = [&](RowState state) { return counts->at(static_cast<std::size_t>(state)); };
    HealthFacts facts;
    if (!newest->isEmpty())
        facts.lastRun = newest->constFirst();
    if (*completed)
        facts.lastSuccess = (*completed)->endedAt;
    facts.openDecisions = static_cast<int>(open->size());
    facts.waitingPeople = peopleAskedAbout(*open);
    facts.failedPeople = of(RowState::Failed);
    facts.pendingChanges = of(RowState::New) + of(RowState::Changed) + of(RowState::Link);
    return facts;
}

} // namespace twinbook
