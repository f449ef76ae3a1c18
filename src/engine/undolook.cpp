// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/undolook.h"

#include "engine/fullreads.h"
#include "store/linkstore.h"
#include "store/runhistory.h"

#include <QSet>

#include <algorithm>

namespace twinbook {

namespace {

bool concerns(const UndoScope &scope, const ChangeEntry &entry)
{
    const bool isPerson = scope.person.isEmpty() || entry.record == scope.person
        || entry.counterpart == scope.person;
    return isPerson && (scope.field.isEmpty() || entry.field == scope.field);
}

bool concerns(const UndoScope &scope, const LinkEntry &entry)
{
    return scope.field.isEmpty()
        && (scope.person.isEmpty() || entry.left == scope.person || entry.right == scope.person);
}

SideState stateOf(const Projection &projection, Side side, const QList<RemoteRecord> &people)
{
    SideState state;
    state.extent = PeopleSnapshot::Extent::Whole;
    for (const RemoteRecord &record : people)
        state.people.push_back({record.id, record.modifiedAt, record.fidelity,
                                projection.project(side, record.fields)});
    return state;
}

} // namespace

UndoLook::UndoLook(UndoScope scope, PerSide<PeopleService *> services, const Database &database,
                   const Clock &clock)
    : m_scope(std::move(scope))
    , m_services(services)
    , m_database(database)
    , m_clock(clock)
    , m_undo(std::make_shared<PreparedUndo>())
{ }

void UndoLook::run()
{
    m_undo->scope = m_scope;
    Result<std::optional<PerSide<SideLook>>> seen = lastLook(m_database, m_clock);
    if (!seen) {
        finish(Failure(seen.error()));
        return;
    }
    if (!*seen) {
        finish(Failure(Error {.kind = ErrorKind::InvalidInput,
                              .message = tr("Nothing has been synchronized yet, so there is "
                                            "nothing to take back."),
                              .detail = {}}));
        return;
    }
    m_sides = **std::move(seen);
    recover();
}

//! First: what a lost answer hides belongs to the history that is to be taken back.
void UndoLook::recover()
{
    Result<Projection> projection = projectionInForce(m_sides, m_database, m_clock);
    if (!projection) {
        finish(Failure(projection.error()));
        return;
    }
    m_running = runJob(
        this, std::make_unique<Recovery>(m_services, *std::move(projection), m_database, m_clock),
        [this](const Result<QList<Adoption>> &adoptions) {
            m_running = nullptr;
            if (!isRunning())
                return;
            if (!adoptions) {
                finish(Failure(adoptions.error()));
            } else if (const Result<> taken = takeHistory(); !taken) {
                finish(Failure(taken.error()));
            } else {
                m_sides.left.people.clear();
                m_sides.right.people.clear();
                read(Side::Left);
            }
        });
}

Result<> UndoLook::takeHistory()
{
    const RunHistory history(m_database, m_clock);
    const Result<QList<ChangeEntry>> changes = history.changes(m_scope.run);
    if (!changes)
        return Failure(changes.error());
    const Result<QList<LinkEntry>> linkChanges = history.linkChanges(m_scope.run);
    if (!linkChanges)
        return Failure(linkChanges.error());
    std::copy_if(changes->cbegin(), changes->cend(), std::back_inserter(m_undo->entries),
                 [&](const ChangeEntry &entry) { return concerns(m_scope, entry); });
    std::copy_if(linkChanges->cbegin(), linkChanges->cend(),
                 std::back_inserter(m_undo->linkEntries),
                 [&](const LinkEntry &entry) { return concerns(m_scope, entry); });
    if (m_undo->entries.isEmpty() && m_undo->linkEntries.isEmpty())
        return Failure(Error {.kind = ErrorKind::InvalidInput,
                              .message = tr("Twinbook remembers no change of sync #%1 that could "
                                            "be taken back. It may have changed nothing, or its "
                                            "changes are older than the history.")
                                             .arg(m_scope.run.number()),
                              .detail = {}});
    return {};
}

//! The record that was written and the one it is linked with now, whose value becomes a part of
//! the base.
QList<RemoteId> UndoLook::concerned(Side side) const
{
    QSet<RemoteId> written;
    for (const ChangeEntry &entry : std::as_const(m_undo->entries))
        written.insert(entry.record);
    QSet<RemoteId> ids;
    for (const ChangeEntry &entry : std::as_const(m_undo->entries)) {
        if (entry.side == side)
            ids.insert(entry.record);
    }
    for (const LinkEntry &entry : std::as_const(m_undo->linkEntries)) {
        if (entry.act == LinkEntry::Act::Unlinked)
            ids.insert(side == Side::Left ? entry.left : entry.right);
    }
    for (const Link &link : m_links) {
        const RemoteId &here = side == Side::Left ? link.left : link.right;
        const RemoteId &there = side == Side::Left ? link.right : link.left;
        if (written.contains(there))
            ids.insert(here);
    }
    return ids.values();
}

void UndoLook::read(Side side)
{
    if (m_links.empty()) {
        const Result<Projection> projection = projectionInForce(m_sides, m_database, m_clock);
        Result<std::vector<Link>> links = projection
            ? LinkStore(m_database).all(projection->rowIds())
            : Result<std::vector<Link>>(Failure(projection.error()));
        if (!links) {
            finish(Failure(links.error()));
            return;
        }
        m_links = *std::move(links);
    }
    auto reads = std::make_unique<FullReads>(*m_services[side], concerned(side), m_database);
    connect(reads.get(), &FullReads::progress, this, &UndoLook::progress);
    m_running
        = runJob(this, std::move(reads), [this, side](const Result<QList<RemoteRecord>> &people) {
              m_running = nullptr;
              if (!isRunning())
                  return;
              if (!people) {
                  finish(Failure(people.error()));
                  return;
              }
              m_sides[side].people = *people;
              if (side == Side::Left)
                  read(Side::Right);
              else
                  makePlan();
          });
}

void UndoLook::makePlan()
{
    const Result<Projection> projection = projectionInForce(m_sides, m_database, m_clock);
    if (!projection) {
        finish(Failure(projection.error()));
        return;
    }
    const SideState left = stateOf(*projection, Side::Left, m_sides.left.people);
    const SideState right = stateOf(*projection, Side::Right, m_sides.right.people);
    const UndoInput input {*projection, left, right, m_links, m_undo->entries, m_undo->linkEntries};
    m_undo->plan = planUndo(input);
    ExecutableUndo made = executable(input, m_undo->plan);
    auto prepared = std::make_shared<PreparedPlan>();
    prepared->projection = *projection;
    prepared->schemas = {m_sides.left.schema, m_sides.right.schema};
    prepared->left = std::move(made.left);
    prepared->right = std::move(made.right);
    prepared->links = m_links;
    prepared->basedOn = m_clock.now();
    prepared->plan.people = std::move(made.people);
    m_undo->executable = std::move(prepared);
    m_undo->undone = std::move(made.undone);
    finish(PreparedUndoPtr(m_undo));
}

void UndoLook::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
