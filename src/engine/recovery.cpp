// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/recovery.h"

#include "core/logging.h"
#include "core/normalize.h"
#include "engine/bases.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/runhistory.h"
#include "sync/reasonnames.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString written(const Intent &intent, const QString &key)
{
    const auto it = std::find_if(intent.writes.cbegin(), intent.writes.cend(),
                                 [&](const FieldWrite &write) { return write.key == key; });
    return it == intent.writes.cend() ? QString() : it->value.text();
}

QString nameWritten(const Intent &intent)
{
    const QString whole = written(intent, u"name"_s);
    if (!whole.isEmpty())
        return whole;
    return QString(written(intent, u"firstName"_s) + u' ' + written(intent, u"lastName"_s))
        .trimmed();
}

QString nameIn(const RemoteRecord &record)
{
    const QString whole = record.fields.value(u"name"_s).text();
    if (!whole.isEmpty())
        return whole;
    return QString(record.fields.value(u"firstName"_s).text() + u' '
                   + record.fields.value(u"lastName"_s).text())
        .trimmed();
}

//! A request that its sender gave up on may be carried out later, and HighLevel's search index
//! shows a new record after a minute at most (highlevel.md 2.3). Neither takes longer than this.
constexpr std::chrono::minutes longestLag(2);

//! A twin that is not there yet may still come: OfficeRnD adds two people with one e-mail address
//! (officernd.md 7), and an account of HighLevel can be told to (tests/model/writeprotocol.pml).
bool mayComeLater(const Intent &intent, const QDateTime &now)
{
    const qint64 age = intent.intendedAt.msecsTo(now);
    return age >= 0 && age < std::chrono::milliseconds(longestLag).count();
}

} // namespace

Recovery::Recovery(PerSide<PeopleService *> services, Projection projection,
                   const Database &database, const Clock &clock)
    : m_services(services)
    , m_projection(std::move(projection))
    , m_database(database)
    , m_clock(clock)
    , m_journal(database, clock)
{ }

void Recovery::run()
{
    Result<QList<Intent>> open = m_journal.unsettled();
    if (!open) {
        finish(Failure(open.error()));
        return;
    }
    m_open = *std::move(open);
    if (!m_open.isEmpty())
        qCInfo(logEngine) << m_open.size() << "writes with an unknown outcome to clear up";
    settleNext();
}

void Recovery::settleNext()
{
    if (m_open.isEmpty()) {
        finish(std::move(m_adopted));
        return;
    }
    const Intent intent = m_open.takeFirst();
    if (intent.kind == IntentKind::Create)
        lookForTwin(intent);
    else
        readAgain(intent);
}

void Recovery::readAgain(const Intent &intent)
{
    m_running = runJob(this, m_services[intent.side]->fetchPerson(intent.record),
                       [this, intent](const Result<RemoteRecord> &present) {
                           if (present)
                               settle(intent, *present);
                           else if (present.error().kind == ErrorKind::NotFound)
                               settle(intent, std::nullopt);
                           else
                               finish(Failure(present.error()));
                       });
}

void Recovery::lookForTwin(const Intent &intent)
{
    const TwinQuery query {written(intent, u"email"_s), written(intent, u"phone"_s),
                           nameWritten(intent), intent.intendedAt};
    m_running = runJob(this, m_services[intent.side]->findTwins(query),
                       [this, intent](const Result<QList<RemoteRecord>> &candidates) {
                           if (candidates)
                               takeCandidates(intent, *candidates);
                           else
                               finish(Failure(candidates.error()));
                       });
}

void Recovery::takeCandidates(const Intent &intent, const QList<RemoteRecord> &candidates)
{
    // Another person of the household may have the same phone: only the same name is the twin.
    const QString name = caselessText(nameWritten(intent));
    const auto known
        = std::find_if(candidates.cbegin(), candidates.cend(), [&](const RemoteRecord &candidate) {
              return !intent.counterpart.isEmpty()
                  && m_projection.counterpart(intent.side, candidate.fields) == intent.counterpart;
          });
    const auto twin = known != candidates.cend()
        ? known
        : std::find_if(candidates.cbegin(), candidates.cend(), [&](const RemoteRecord &candidate) {
              const RemoteId other = m_projection.counterpart(intent.side, candidate.fields);
              return (other.isEmpty() || other == intent.counterpart)
                  && caselessText(nameIn(candidate)) == name;
          });
    if (twin != candidates.cend())
        settle(intent, *twin);
    else if (mayComeLater(intent, m_clock.now()))
        settleNext();
    else
        settle(intent, std::nullopt);
}

void Recovery::settle(const Intent &intent, const std::optional<RemoteRecord> &found)
{
    if (!isRunning())
        return;
    if (Result<> kept = keep(intent, found); !kept) {
        finish(Failure(kept.error()));
        return;
    }
    if (found)
        m_adopted.append({intent.side, *found});
    settleNext();
}

//! All or nothing: an intent that is settled without its link would let a person be created twice.
Result<> Recovery::keep(const Intent &intent, const std::optional<RemoteRecord> &found)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    if (Result<> settled = m_journal.setOutcome(intent.id, IntentState::Settled,
                                                found ? found->id : intent.record, intent.error);
        !settled)
        return settled;
    if (found) {
        if (Result<> seen = ObservationStore(m_database).put(intent.side, *found); !seen)
            return seen;
        if (Result<> logged = log(intent, *found); !logged)
            return logged;
        if (Result<> linked = link(intent, *found); !linked)
            return linked;
    }
    return transaction->commit();
}

//! The run is over, but what it did belongs to it. A value that is not there, or that was there
//! before, was not written.
Result<> Recovery::log(const Intent &intent, const RemoteRecord &found)
{
    if (intent.run.isNull())
        return {};
    const CanonicalValues now = m_projection.project(intent.side, found.fields);
    QList<ChangeEntry> happened;
    for (ChangeEntry entry : intent.history) {
        const qsizetype index = m_projection.profile().indexOf(entry.field);
        if (index < 0)
            continue;
        const auto row = static_cast<std::size_t>(index);
        if (!m_projection.equivalent(row, now[row], entry.after)
            || m_projection.equivalent(row, now[row], entry.before))
            continue;
        entry.run = intent.run;
        entry.at = intent.intendedAt;
        entry.side = intent.side;
        entry.record = found.id;
        entry.counterpart = intent.counterpart;
        entry.after = now[row];
        entry.write = intent.kind == IntentKind::Create ? ChangeEntry::Write::Create
                                                        : ChangeEntry::Write::Update;
        entry.knownBy = ChangeEntry::KnownBy::Recovery;
        happened.append(std::move(entry));
    }
    return RunHistory(m_database, m_clock).log(happened);
}

Result<> Recovery::logLink(const Intent &intent, const Link &link)
{
    if (intent.run.isNull())
        return {};
    LinkEntry entry;
    entry.run = intent.run;
    entry.left = link.left;
    entry.right = link.right;
    entry.person = nameWritten(intent);
    entry.reason = fieldReasonName(FieldReason::NewPerson);
    return RunHistory(m_database, m_clock).logLink(entry);
}

//! Records that a person has meanwhile connected with somebody else are left alone.
Result<> Recovery::link(const Intent &intent, const RemoteRecord &found)
{
    if (intent.counterpart.isEmpty())
        return {};
    LinkStore links(m_database);
    const Result<std::optional<Link>> ofFound = links.of(intent.side, found.id);
    const Result<std::optional<Link>> ofCounterpart
        = links.of(opposite(intent.side), intent.counterpart);
    if (!ofFound || !ofCounterpart)
        return Failure(ofFound ? ofCounterpart.error() : ofFound.error());
    const std::vector<AgreedPair> base
        = baseLeftBy(intent, m_projection, m_projection.project(intent.side, found.fields));
    if (*ofFound && *ofCounterpart && (*ofFound)->id == (*ofCounterpart)->id)
        return links.setBase((*ofFound)->id, base, m_projection.rowIds());
    if (*ofFound || *ofCounterpart)
        return {};
    Link link {.id = {}, .left = found.id, .right = intent.counterpart, .base = base};
    if (intent.side == Side::Right)
        std::swap(link.left, link.right);
    const Result<LinkId> added = links.add(link, m_projection.rowIds());
    return added ? logLink(intent, link) : Failure(added.error());
}

void Recovery::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
