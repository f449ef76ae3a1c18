// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "engine/personwriter.h"

#include <QHash>

#include <vector>

namespace twinbook {

//! Applies a plan: first the links that need no request, then person after person, a few at a
//! time. Between two people it can be paused and stopped; nobody is left half-done. An error that
//! would meet everybody (signed out, no network, disk full) ends the run; one that concerns a
//! single person does not keep the others waiting.
class ApplyPhase final : public TypedJob<Run>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApplyPhase)

public:
    ApplyPhase(PreparedPlanPtr prepared, ApplyRequest request, Run run,
               PerSide<PeopleService *> services, const Database &database, const Clock &clock);

    void pause();
    void resume();
    //! Finishes the people under way and ends. cancel() does the same.
    void stop();

Q_SIGNALS:
    void progress(int done, int total);
    void paused();
    void personWritten(qint64 rowKey, twinbook::RowState state, const QString &note);

protected:
    void run() override;
    void abort() override;

private:
    enum class Pace : quint8 { Going, Pausing, Stopping };

    [[nodiscard]] std::vector<int> peopleToWrite() const;
    [[nodiscard]] Result<> linkWithoutWriting();
    [[nodiscard]] Result<> logLink(const PersonPlan &person, const Observation &left,
                                   const Observation &right);
    void writeMore();
    void written(int person, const PersonOutcome &outcome);
    void count(const PersonOutcome &outcome);
    void endWithRun();

    const PreparedPlanPtr m_prepared;
    const ApplyRequest m_request;
    const PerSide<PeopleService *> m_services;
    const Database &m_database;
    const Clock &m_clock;
    Run m_run;
    std::vector<int> m_queue; //!< last is next
    int m_total = 0;
    int m_underWay = 0;
    int m_lostInARow = 0;
    Pace m_pace = Pace::Going;
};

} // namespace twinbook
