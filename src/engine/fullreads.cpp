// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/fullreads.h"

#include "store/observationstore.h"

namespace twinbook {

namespace {
constexpr int atOnce = 6;
}

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
        if (Result<> stored = ObservationStore(m_database).put(m_service.side(), *record);
            !stored) {
            finish(Failure(stored.error()));
            return;
        }
        m_read.append(*record);
    } else if (record.error().kind != ErrorKind::NotFound) {
        finish(Failure(record.error()));
        return;
    }
    Q_EMIT progress(static_cast<int>(m_next) - m_underWay, static_cast<int>(m_people.size()));
    if (m_next < m_people.size())
        readNext();
    else if (m_underWay == 0)
        finish(std::move(m_read));
}

void FullReads::abort()
{
    finish(Failure(Error {.kind = ErrorKind::Cancelled,
                          .message = tr("Stopped. Nothing was changed."),
                          .detail = {}}));
}

} // namespace twinbook
