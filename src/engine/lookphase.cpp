// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/lookphase.h"

#include "core/logging.h"
#include "engine/fullreads.h"
#include "store/observationstore.h"
#include "store/settingsstore.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A search hit tells nothing new about a record that was already read by id and has not been
//! modified since: what is known completely is kept.
void keepWhatIsKnownBetter(QList<RemoteRecord> &seen, const QList<RemoteRecord> &known)
{
    QHash<RemoteId, const RemoteRecord *> complete;
    for (const RemoteRecord &record : known) {
        if (record.fidelity == Fidelity::Complete)
            complete.insert(record.id, &record);
    }
    for (RemoteRecord &record : seen) {
        const RemoteRecord *better = complete.value(record.id);
        if (record.fidelity == Fidelity::SearchHit && better && better->modifiedAt.isValid()
            && better->modifiedAt == record.modifiedAt)
            record = *better;
    }
}

//! HighLevel's list is a search index that misses the writes of about the last minute
//! (highlevel.md 2.3). Nobody's clock is asked: the newest change anybody has seen is the measure.
constexpr std::chrono::minutes longestLag(10);

//! By which HighLevel tells people apart (highlevel.md 2.2).
constexpr std::array identifiers {"email"_L1, "phone"_L1};

//! People that were there, are not listed now, and were written so late that this proves nothing.
//! None if nobody at all is listed: that is no lag, and the guards stop it.
QList<RemoteId> perhapsNotListedYet(const QList<RemoteRecord> &seen,
                                    const QList<RemoteRecord> &known)
{
    if (seen.isEmpty())
        return {};
    QDateTime newest;
    QSet<RemoteId> listed;
    for (const QList<RemoteRecord> *records : {&seen, &known}) {
        for (const RemoteRecord &record : *records) {
            if (record.modifiedAt.isValid() && (!newest.isValid() || record.modifiedAt > newest))
                newest = record.modifiedAt;
        }
    }
    for (const RemoteRecord &record : seen)
        listed.insert(record.id);
    const qint64 lag = std::chrono::milliseconds(longestLag).count();
    QList<RemoteId> missing;
    for (const RemoteRecord &record : known) {
        const bool isRecent
            = !record.modifiedAt.isValid() || record.modifiedAt.msecsTo(newest) <= lag;
        if (isRecent && !listed.contains(record.id))
            missing.append(record.id);
    }
    return missing;
}

//! People whom the list shows without the e-mail address or the phone number they had. It may have
//! been left out; believed, it would be free to be given to somebody else.
QList<RemoteId> withoutTheirIdentifiers(const QList<RemoteRecord> &seen,
                                        const QList<RemoteRecord> &known)
{
    QHash<RemoteId, const RemoteRecord *> before;
    for (const RemoteRecord &record : known)
        before.insert(record.id, &record);
    QList<RemoteId> people;
    for (const RemoteRecord &record : seen) {
        const RemoteRecord *then = before.value(record.id);
        if (record.fidelity != Fidelity::SearchHit || !then)
            continue;
        const bool lostOne
            = std::any_of(identifiers.begin(), identifiers.end(), [&](const auto key) {
                  return record.fields.value(key).isEmpty() && !then->fields.value(key).isEmpty();
              });
        if (lostOne)
            people.append(record.id);
    }
    return people;
}

//! What was read by id takes the place of what was listed.
void replaceOrAdd(QList<RemoteRecord> &people, const QList<RemoteRecord> &read)
{
    QHash<RemoteId, qsizetype> places;
    for (qsizetype i = 0; i < people.size(); ++i)
        places.insert(people.at(i).id, i);
    for (const RemoteRecord &record : read) {
        const auto place = places.constFind(record.id);
        if (place == places.cend())
            people.append(record);
        else
            people[*place] = record;
    }
}

} // namespace

LookPhase::LookPhase(PeopleService &service, const Database &database, const Clock &clock)
    : m_service(service)
    , m_database(database)
    , m_clock(clock)
{ }

void LookPhase::run()
{
    m_running = runJob(this, m_service.readSchema(), [this](const Result<ServiceSchema> &schema) {
        if (!schema) {
            finish(Failure(schema.error()));
            return;
        }
        m_look.schema = *schema;
        if (Result<> saved
            = SettingsStore(m_database, m_clock).setSchema(m_service.side(), *schema);
            !saved) {
            finish(Failure(saved.error()));
            return;
        }
        readPeople();
    });
}

void LookPhase::readPeople()
{
    std::unique_ptr<FetchPeopleJob> fetch = m_service.fetchPeople();
    connect(fetch.get(), &FetchPeopleJob::progress, this, &LookPhase::progress);
    m_running = runJob(this, std::move(fetch), [this](const Result<PeopleSnapshot> &snapshot) {
        if (!snapshot)
            finish(Failure(snapshot.error()));
        else
            keep(*snapshot);
    });
}

void LookPhase::keep(PeopleSnapshot snapshot)
{
    const Side side = m_service.side();
    if (snapshot.extent == PeopleSnapshot::Extent::Partial) {
        finish(Failure(
            Error {.kind = ErrorKind::BadReply,
                   .message
                   = tr("%1 did not give all its people this time. Nothing was changed. Check for "
                        "changes again in a few minutes.")
                         .arg(serviceName(side)),
                   .detail = QStringLiteral("the list ended before its own count")}));
        return;
    }
    const Result<QList<RemoteRecord>> known = ObservationStore(m_database).all(side);
    if (!known) {
        finish(Failure(known.error()));
        return;
    }
    m_look.previousCount = static_cast<std::size_t>(known->size());
    m_look.extent = snapshot.extent;
    m_look.people = std::move(snapshot.people);
    keepWhatIsKnownBetter(m_look.people, *known);
    const QList<RemoteId> doubtful = perhapsNotListedYet(m_look.people, *known)
        + withoutTheirIdentifiers(m_look.people, *known);
    if (doubtful.isEmpty())
        complete();
    else
        readById(doubtful);
}

void LookPhase::readById(const QList<RemoteId> &people)
{
    m_running = runJob(this, std::make_unique<FullReads>(m_service, people, m_database),
                       [this](const Result<QList<RemoteRecord>> &read) {
                           if (!read) {
                               finish(Failure(read.error()));
                               return;
                           }
                           replaceOrAdd(m_look.people, *read);
                           complete();
                       });
}

void LookPhase::complete()
{
    const Side side = m_service.side();
    if (Result<> stored = ObservationStore(m_database).replaceAll(side, m_look.people); !stored) {
        finish(Failure(stored.error()));
        return;
    }
    qCInfo(logEngine) << "read" << m_look.people.size() << "people of" << serviceKey(side);
    finish(std::move(m_look));
}

void LookPhase::abort()
{
    if (m_running)
        m_running->cancel();
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
