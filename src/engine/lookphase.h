// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/preparation.h"

namespace twinbook {

//! Reads one service to the end and remembers what it saw. A list that was not read to its end is
//! an error: absence from it would prove nothing.
class LookPhase final : public TypedJob<SideLook>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LookPhase)

public:
    LookPhase(PeopleService &service, const Database &database, const Clock &clock);

Q_SIGNALS:
    void progress(int done, int total);

protected:
    void run() override;
    void abort() override;

private:
    void readPeople();
    void keep(PeopleSnapshot snapshot);
    void readById(const QList<RemoteId> &people);
    void complete();

    PeopleService &m_service;
    const Database &m_database;
    const Clock &m_clock;
    Job *m_running = nullptr;
    SideLook m_look;
};

} // namespace twinbook
