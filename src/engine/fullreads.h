// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "store/database.h"

#include <QList>

namespace twinbook {

//! Reads people by id, a few at a time, and remembers them, also if it does not get to the end. A
//! person that is gone in the meantime is left out of the result and is no error.
class FullReads final : public TypedJob<QList<RemoteRecord>>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FullReads)

public:
    FullReads(PeopleService &service, QList<RemoteId> people, const Database &database);

Q_SIGNALS:
    void progress(int done, int total);

protected:
    void run() override;
    void abort() override;

private:
    void readNext();
    void received(const Result<RemoteRecord> &record);
    [[nodiscard]] Result<> keep();
    void giveUp(const Error &error);

    PeopleService &m_service;
    const QList<RemoteId> m_people;
    const Database &m_database;
    QList<RemoteRecord> m_read;
    qsizetype m_kept = 0; //!< of these, how many are in the database
    qsizetype m_next = 0;
    int m_underWay = 0;
};

} // namespace twinbook
