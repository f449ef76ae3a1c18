// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/applyphase.h"

#include "core/logging.h"
#include "engine/bases.h"
#include "store/linkstore.h"
#include "sync/reasonnames.h"

#include <QSet>

#include <algorithm>

namespace twinbook {

namespace {

constexpr int atOnce = 4;
//! So many requests without any answer in a row mean that nobody is there.
constexpr int mostLostInARow = 3;

bool meetsEverybody(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
    case ErrorKind::KeyringAbsent:
    case ErrorKind::KeyringLocked:
    case ErrorKind::Bug:
        return true;
    case ErrorKind::Timeout:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Rejected:
    case ErrorKind::BadReply:
    case ErrorKind::ServerFault:
    case ErrorKind::InvalidInput:
    case ErrorKind::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

ApplyPhase::ApplyPhase(PreparedPlanPtr prepared, ApplyRequest request, Run run,
                       PerSide<PeopleService *> services, const Database &database,
                       const Clock &clock)
    : m_prepared(std::move(prepared))
    , m_request(std::move(request))
    , m_services(services)
    , m_database(database)
    , m_clock(clock)
    , m_run(std::move(run))
{ }

std::vector<int> ApplyPhase::peopleToWrite() const
{
    std::vector<int> people;
    const std::vector<PersonPlan> &all = m_prepared->plan.people;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto index = static_cast<int>(i);
        if (!m_request.leftOut.contains(index) && isWritten(all[i]))
            people.push_back(index);
    }
    std::reverse(people.begin(), people.end());
    return people;
}

void ApplyPhase::run()
{
    if (Result<> linked = linkWithoutWriting(); !linked) {
        m_run.ending = RunEnding::Failed;
        m_run.error = linked.error().message;
        m_run.errorDetail = linked.error().detail;
        endWithRun();
        return;
    }
    m_queue = peopleToWrite();
    m_total = static_cast<int>(m_queue.size());
    Q_EMIT progress(0, m_total);
    writeMore();
}

//! People recognised now, and bases that both sides' equal edits have outdated.
Result<> ApplyPhase::linkWithoutWriting()
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    const QList<FieldId> rows = m_prepared->projection.rowIds();
    QHash<LinkId, const Link *> known;
    for (const Link &link : m_prepared->links)
        known.insert(link.id, &link);
    LinkStore links(m_database);
    for (std::size_t i = 0; i < m_prepared->plan.people.size(); ++i) {
        const PersonPlan &person = m_prepared->plan.people[i];
        const bool onBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
        if (!onBoth || person.state == PersonState::LeftOut
            || m_request.leftOut.contains(static_cast<int>(i)))
            continue;
        const Observation &left = m_prepared->left.people[static_cast<std::size_t>(person.left)];
        const Observation &right = m_prepared->right.people[static_cast<std::size_t>(person.right)];
        if (hasWrites(person))
            continue; // link and base come with the outcome of the writes
        const std::vector<AgreedPair> base
            = agreedBase(m_prepared->projection, person.fields, left.values, right.values);
        if (person.link.isNull()) {
            if (Result<LinkId> added = links.add({{}, left.id, right.id, base}, rows); !added)
                return Failure(added.error());
            if (Result<> logged = logLink(person, left, right); !logged)
                return logged;
            // As the preview counts them: who still has a question is counted there.
            m_run.linked += person.state == PersonState::Link ? 1 : 0;
        } else if (const Link *link = known.value(person.link);
                   link && baseIsStale(m_prepared->projection, link->base, base)) {
            if (Result<> updated = links.setBase(person.link, base, rows); !updated)
                return updated;
        }
    }
    return transaction->commit();
}

Result<> ApplyPhase::logLink(const PersonPlan &person, const Observation &left,
                             const Observation &right)
{
    const int row = m_prepared->projection.rowWithRole(FieldRole::Name);
    LinkEntry entry;
    entry.run = m_run.id;
    entry.left = left.id;
    entry.right = right.id;
    if (row >= 0)
        entry.person = left.values[static_cast<std::size_t>(row)].toDisplay();
    entry.reason = matchBasisName(person.basis);
    return RunHistory(m_database, m_clock).logLink(entry);
}

void ApplyPhase::writeMore()
{
    while (m_pace == Pace::Going && m_underWay < atOnce && !m_queue.empty()) {
        const int person = m_queue.back();
        m_queue.pop_back();
        ++m_underWay;
        runJob(this,
               std::make_unique<PersonWriter>(m_prepared, person, m_run.id, m_services, m_database,
                                              m_clock),
               [this, person](const Result<PersonOutcome> &outcome) { written(person, *outcome); });
    }
    if (m_underWay > 0)
        return;
    if (m_queue.empty() || m_pace == Pace::Stopping)
        endWithRun();
    else if (m_pace == Pace::Pausing)
        Q_EMIT paused();
}

void ApplyPhase::written(int person, const PersonOutcome &outcome)
{
    --m_underWay;
    count(outcome);
    const qint64 key = person + 1;
    switch (outcome.ending) {
    case PersonOutcome::Ending::Done:
        m_lostInARow = 0;
        Q_EMIT personWritten(key, RowState::InSync, {});
        break;
    case PersonOutcome::Ending::ChangedMeanwhile:
        m_lostInARow = 0;
        Q_EMIT personWritten(key, RowState::Changed,
                             tr("Changed meanwhile; will be planned again."));
        break;
    case PersonOutcome::Ending::Failed:
        m_lostInARow = outcome.error.kind == ErrorKind::Timeout ? m_lostInARow + 1 : 0;
        Q_EMIT personWritten(key, RowState::Failed, outcome.error.message);
        if (meetsEverybody(outcome.error) || m_lostInARow >= mostLostInARow) {
            m_pace = Pace::Stopping;
            m_run.ending = RunEnding::Failed;
            m_run.error = outcome.error.message;
            m_run.errorDetail = outcome.error.detail;
        }
        break;
    }
    Q_EMIT progress(m_total - static_cast<int>(m_queue.size()) - m_underWay, m_total);
    writeMore();
}

void ApplyPhase::count(const PersonOutcome &outcome)
{
    for (const Side side : bothSides) {
        m_run.created[side] += outcome.created[side];
        m_run.updated[side] += outcome.updated[side];
    }
    m_run.failed += outcome.ending == PersonOutcome::Ending::Failed ? 1 : 0;
    m_run.needsYou += outcome.ending == PersonOutcome::Ending::ChangedMeanwhile ? 1 : 0;
}

void ApplyPhase::pause()
{
    if (m_pace == Pace::Going)
        m_pace = Pace::Pausing;
}

void ApplyPhase::resume()
{
    if (m_pace != Pace::Pausing)
        return;
    m_pace = Pace::Going;
    writeMore();
}

void ApplyPhase::stop()
{
    if (m_pace == Pace::Stopping || !isRunning())
        return;
    m_pace = Pace::Stopping;
    if (m_run.ending == RunEnding::Running)
        m_run.ending = RunEnding::Stopped;
    if (m_underWay == 0)
        endWithRun();
}

void ApplyPhase::abort()
{
    stop();
}

void ApplyPhase::endWithRun()
{
    m_run.notStarted += static_cast<int>(m_queue.size());
    if (m_run.ending == RunEnding::Running)
        m_run.ending = RunEnding::Completed;
    m_run.endedAt = m_clock.now();
    finish(m_run);
}

} // namespace twinbook
