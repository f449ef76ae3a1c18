// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fullreads.h"

#include "store/observationstore.h"

namespace twinbook {

namespace {
constexpr int atOnce = 6;
//! So many people are remembered at a time: each time waits for the disk.
constexpr qsizetype batch = 50;
} // namespace

FullReads::FullReads(PeopleService &service, QList<RemoteId> people, const Database &database)
    : m_service(service)
    , m_people(std::move(people))
    , m_database(database)
{ }

void FullReads::run()
{
    if (m_people.isEmpty())
        finish(QList<RemoteRecord>());
    while (m_underWay < atOnce && m_next < m_people.size())
        readNext();
}

void FullReads::readNext()
{
    ++m_underWay;
    runJob(this, m_service.fetchPerson(m_people.at(m_next++)),
           [this](const Result<RemoteRecord> &record) { received(record); });
}

void FullReads::received(const Result<RemoteRecord> &record)
{
    --m_underWay;
    if (!isRunning())
        return;
    if (record) {
        m_read.append(*record);
    } else if (record.error().kind != ErrorKind::NotFound) {
        giveUp(record.error());
        return;
    }
    const bool complete = m_next == m_people.size() && m_underWay == 0;
    if (complete || m_read.size() - m_kept >= batch) {
        if (Result<> stored = keep(); !stored) {
            finish(Failure(stored.error()));
            return;
        }
    }
    Q_EMIT progress(static_cast<int>(m_next) - m_underWay, static_cast<int>(m_people.size()));
    if (m_next < m_people.size())
        readNext();
    else if (complete)
        finish(std::move(m_read));
}

Result<> FullReads::keep()
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    ObservationStore observations(m_database);
    for (qsizetype i = m_kept; i < m_read.size(); ++i) {
        if (Result<> stored = observations.put(m_service.side(), m_read.at(i)); !stored)
            return stored;
    }
    m_kept = m_read.size();
    return transaction->commit();
}

//! What was read is kept all the same, so that the next look need not read it again.
void FullReads::giveUp(const Error &error)
{
    const Result<> stored = keep();
    finish(Failure(stored ? error : stored.error()));
}

void FullReads::abort()
{
    giveUp({.kind = ErrorKind::Cancelled,
            .message = tr("Stopped. Nothing was changed."),
            .detail = {}});
}

} // namespace twinbook
