// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/personwriter.h"

#include "core/logging.h"
#include "engine/bases.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "sync/reasonnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

PersonWriter::PersonWriter(PreparedPlanPtr prepared, int person, RunId run,
                           PerSide<PeopleService *> services, const Database &database,
                           const Clock &clock)
    : m_prepared(std::move(prepared))
    , m_person(person)
    , m_run(run)
    , m_services(services)
    , m_database(database)
    , m_clock(clock)
    , m_journal(database, clock)
    , m_link(plan().gone.isEmpty() ? plan().link : LinkId())
{
    for (const Side side : bothSides) {
        const int index = side == Side::Left ? plan().left : plan().right;
        if (index != PersonPlan::nobody) {
            const Observation &seen
                = m_prepared->side(side).people[static_cast<std::size_t>(index)];
            m_ids[side] = seen.id;
            m_values[side] = seen.values;
        } else {
            m_values[side].resize(m_prepared->projection.size());
        }
        if (std::any_of(plan().fields.cbegin(), plan().fields.cend(),
                        [&](const FieldPlan &field) { return writesTo(side, field); }))
            m_sides.append(side);
    }
}

const PersonPlan &PersonWriter::plan() const
{
    return m_prepared->plan.people[static_cast<std::size_t>(m_person)];
}

QString PersonWriter::personName() const
{
    const int row = m_prepared->projection.rowWithRole(FieldRole::Name);
    if (row < 0)
        return {};
    const auto index = static_cast<std::size_t>(row);
    const FieldValue &left = m_values.left[index];
    return left.isEmpty() ? m_values.right[index].toDisplay() : left.toDisplay();
}

void PersonWriter::run()
{
    writeNextSide();
}

void PersonWriter::writeNextSide()
{
    if (m_sides.isEmpty()) {
        if (m_notTaken.empty())
            end(PersonOutcome::Ending::Done);
        else
            end(PersonOutcome::Ending::Failed, m_notTakenError);
        return;
    }
    const Side side = m_sides.takeFirst();
    if (m_ids[side].isEmpty())
        create(side);
    else
        readThenUpdate(side);
}

//! Whoever may have been created already is not created again before that is settled.
Result<> PersonWriter::mayCreate(Side side) const
{
    const Result<QList<Intent>> open = m_journal.unsettled();
    if (!open)
        return Failure(open.error());
    const bool isUnsettled = std::any_of(open->cbegin(), open->cend(), [&](const Intent &intent) {
        return intent.kind == IntentKind::Create && intent.side == side
            && intent.counterpart == m_ids[opposite(side)];
    });
    if (!isUnsettled)
        return {};
    return Failure(
        Error {.kind = ErrorKind::ServerFault,
               .message = tr("It is not certain yet whether %2 has added %1, because its answer "
                             "was lost. So that nobody is added twice, Twinbook looks again. Check "
                             "for changes in a few minutes.")
                              .arg(personName(), serviceName(side)),
               .detail = {}});
}

void PersonWriter::create(Side side)
{
    if (const Result<> allowed = mayCreate(side); !allowed) {
        end(PersonOutcome::Ending::Failed, allowed.error());
        return;
    }
    Intent intent;
    intent.kind = IntentKind::Create;
    intent.counterpart = m_ids[opposite(side)];
    for (const FieldPlan &field : plan().fields) {
        if (writesTo(side, field))
            intent.writes.append(
                m_prepared->projection.writesFor(side, field.row, field.value, {}));
    }
    m_present.clear();
    // With the creation itself, so that it is recognised even if its answer is lost.
    intent.writes.append(m_prepared->projection.linkWrites(side, intent.counterpart, {}));
    send(side, std::move(intent));
}

void PersonWriter::readThenUpdate(Side side)
{
    runJob(this, m_services[side]->fetchPerson(m_ids[side]),
           [this, side](const Result<RemoteRecord> &present) {
               if (!present) {
                   end(PersonOutcome::Ending::Failed, present.error());
                   return;
               }
               if (!isAsPreviewed(side, m_prepared->projection.project(side, present->fields))) {
                   if (Result<> kept = ObservationStore(m_database).put(side, *present); !kept) {
                       end(PersonOutcome::Ending::Failed, kept.error());
                       return;
                   }
                   end(PersonOutcome::Ending::ChangedMeanwhile);
                   return;
               }
               update(side, *present);
           });
}

//! Only the rows that will be written count: an edit of another field is no reason to wait.
bool PersonWriter::isAsPreviewed(Side side, const CanonicalValues &now) const
{
    return std::all_of(plan().fields.cbegin(), plan().fields.cend(), [&](const FieldPlan &field) {
        return !writesTo(side, field)
            || m_prepared->projection.equivalent(field.row, now[field.row],
                                                 m_values[side][field.row]);
    });
}

void PersonWriter::update(Side side, const RemoteRecord &present)
{
    Intent intent;
    intent.kind = IntentKind::Update;
    intent.record = m_ids[side];
    intent.counterpart = m_ids[opposite(side)];
    m_present = present.fields;
    for (const FieldPlan &field : plan().fields) {
        if (writesTo(side, field))
            intent.writes.append(writesOf(side, field));
    }
    intent.writes.append(
        m_prepared->projection.linkWrites(side, intent.counterpart, present.fields));
    if (intent.writes.isEmpty()) {
        // The service holds the values already, in another spelling than the list showed.
        succeeded(side, intent, present);
        return;
    }
    send(side, std::move(intent));
}

//! What is put back is sent just as it was; what is there already is not sent.
FieldWrites PersonWriter::writesOf(Side side, const FieldPlan &field) const
{
    if (field.exact.isEmpty())
        return m_prepared->projection.writesFor(side, field.row, field.value, m_present);
    FieldWrites writes;
    for (auto it = field.exact.cbegin(); it != field.exact.cend(); ++it) {
        const FieldValue now = m_present.value(it.key());
        if (now != it.value() && !(now.isEmpty() && it.value().isEmpty()))
            writes.append({it.key(), it.value()});
    }
    return writes;
}

void PersonWriter::send(Side side, Intent intent)
{
    intent.run = m_run;
    intent.side = side;
    intent.agreed = agreedOnceWritten(m_prepared->projection, plan().fields, side, m_values.left,
                                      m_values.right);
    intent.history = plannedHistory(side);
    const Result<IntentId> recorded = m_journal.intend(intent);
    if (!recorded) {
        end(PersonOutcome::Ending::Failed, recorded.error());
        return;
    }
    intent.id = *recorded;
    std::unique_ptr<PersonJob> request = intent.kind == IntentKind::Create
        ? m_services[side]->createPerson(intent.writes)
        : m_services[side]->updatePerson(intent.record, intent.writes);
    runJob(this, std::move(request), [this, side, intent](const Result<RemoteRecord> &stored) {
        if (stored)
            succeeded(side, intent, *stored);
        else
            failedToWrite(intent, stored.error());
    });
}

void PersonWriter::succeeded(Side side, const Intent &intent, const RemoteRecord &stored)
{
    if (Result<> kept = commit(side, intent, stored); !kept) {
        end(PersonOutcome::Ending::Failed, kept.error());
        return;
    }
    if (!intent.id.isNull())
        ++(intent.kind == IntentKind::Create ? m_outcome.created : m_outcome.updated)[side];
    writeNextSide();
}

//! Outcome, observation, history, link and base: all or nothing.
Result<> PersonWriter::commit(Side side, const Intent &intent, const RemoteRecord &stored)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    CanonicalValues now = m_prepared->projection.project(side, stored.fields);
    if (!intent.id.isNull()) {
        if (intent.kind == IntentKind::Update)
            noteNotTaken(side, now);
        if (Result<> done = m_journal.setOutcome(intent.id, IntentState::Done, stored.id, {});
            !done)
            return done;
        if (Result<> logged = RunHistory(m_database, m_clock).log(history(intent, stored.id, now));
            !logged)
            return logged;
    }
    if (Result<> seen = ObservationStore(m_database).put(side, stored); !seen)
        return seen;
    m_ids[side] = stored.id;
    takeOver(side, intent, std::move(now));
    if (!m_ids.left.isEmpty() && !m_ids.right.isEmpty()) {
        if (Result<> linked = commitLink(); !linked)
            return linked;
    }
    return transaction->commit();
}

//! What was not written stays as the plan saw it: the reply may show an edit that nobody has
//! planned yet, and as a part of the base it would never be noticed.
void PersonWriter::takeOver(Side side, const Intent &intent, CanonicalValues now)
{
    if (intent.kind == IntentKind::Create) {
        m_values[side] = std::move(now);
        return;
    }
    for (const FieldPlan &field : plan().fields) {
        if (writesTo(side, field))
            m_values[side][field.row] = std::move(now[field.row]);
    }
}

//! A service that says yes and keeps the old value has not agreed: the base stays as it was, so
//! that the edit is not forgotten.
void PersonWriter::noteNotTaken(Side side, const CanonicalValues &now)
{
    const std::vector<quint16> rows
        = rowsNotTaken(m_prepared->projection, plan().fields, side, m_values[side], now);
    if (rows.empty())
        return;
    m_notTaken.insert(m_notTaken.end(), rows.cbegin(), rows.cend());
    m_notTakenError
        = {.kind = ErrorKind::Rejected,
           .message = tr("%1 took the change to %2 but kept the old value of “%3”. It is tried "
                         "again with the next sync. If this goes on, change it there by hand.")
                          .arg(serviceName(side), personName(),
                               m_prepared->projection.row(rows.front()).title),
           .detail = {}};
}

bool PersonWriter::isNotTaken(quint16 row) const
{
    return std::find(m_notTaken.cbegin(), m_notTaken.cend(), row) != m_notTaken.cend();
}

//! Also after the first of two sides: if the second fails, what is done is known all the same.
Result<> PersonWriter::commitLink()
{
    const QList<FieldId> rows = m_prepared->projection.rowIds();
    std::vector<AgreedPair> base
        = agreedBase(m_prepared->projection, plan().fields, m_values.left, m_values.right, m_sides);
    for (const quint16 row : m_notTaken)
        base[row] = {};
    LinkStore links(m_database);
    if (!m_link.isNull())
        return links.setBase(m_link, base, rows);
    if (!plan().link.isNull()) {
        // The person was created again; the old pair is history.
        if (Result<> removed = links.remove(plan().link); !removed)
            return removed;
    }
    const Result<LinkId> added = links.add({{}, m_ids.left, m_ids.right, base}, rows);
    if (!added)
        return Failure(added.error());
    m_link = *added;
    LinkEntry entry;
    entry.run = m_run;
    entry.left = m_ids.left;
    entry.right = m_ids.right;
    entry.person = personName();
    const bool wasCreated = plan().left == PersonPlan::nobody || plan().right == PersonPlan::nobody;
    entry.reason
        = wasCreated ? fieldReasonName(FieldReason::NewPerson) : matchBasisName(plan().basis);
    return RunHistory(m_database, m_clock).logLink(entry);
}

QList<ChangeEntry> PersonWriter::plannedHistory(Side side) const
{
    QList<ChangeEntry> entries;
    for (const FieldPlan &field : plan().fields) {
        if (!writesTo(side, field))
            continue;
        const FieldMapping &row = m_prepared->projection.row(field.row);
        ChangeEntry entry;
        entry.person = personName();
        entry.field = row.id;
        entry.before = m_values[side][field.row];
        entry.after = field.value;
        entry.reason = fieldReasonName(field.reason);
        if (!m_present.isEmpty()) {
            for (const FieldKey &key : row.keys(side))
                entry.beforeFields.insert(key, m_present.value(key));
        }
        entries.append(std::move(entry));
    }
    return entries;
}

//! As planned, with the values that the service made of it.
QList<ChangeEntry> PersonWriter::history(const Intent &intent, const RemoteId &record,
                                         const CanonicalValues &now) const
{
    QList<ChangeEntry> entries;
    for (ChangeEntry entry : intent.history) {
        const auto row
            = static_cast<quint16>(m_prepared->projection.profile().indexOf(entry.field));
        if (isNotTaken(row))
            continue;
        entry.run = m_run;
        entry.at = m_clock.now();
        entry.side = intent.side;
        entry.record = record;
        entry.counterpart = intent.counterpart;
        entry.after = now[row];
        entry.write = intent.kind == IntentKind::Create ? ChangeEntry::Write::Create
                                                        : ChangeEntry::Write::Update;
        entries.append(std::move(entry));
    }
    return entries;
}

void PersonWriter::failedToWrite(const Intent &intent, const Error &error)
{
    const IntentState state
        = leavesWriteUnknown(error) ? IntentState::Unknown : IntentState::Failed;
    const Result<> kept = m_journal.setOutcome(intent.id, state, intent.record, error.message);
    if (!kept)
        qCWarning(logEngine) << "outcome of intent" << intent.id.number()
                             << "not kept:" << kept.error().detail;
    end(PersonOutcome::Ending::Failed, error);
}

void PersonWriter::end(PersonOutcome::Ending ending, const Error &error)
{
    m_outcome.ending = ending;
    m_outcome.error = error;
    finish(m_outcome);
}

void PersonWriter::abort()
{
    // A person is finished or not begun: what is under way is let end.
}

} // namespace twinbook
