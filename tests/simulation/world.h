// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "simulation/disk.h"
#include "simulation/people.h"
#include "simulation/simulatedservice.h"

namespace twinbook::simulation {

//! How a history went.
struct Outcome
{
    QStringList violations;
    quint64 traceHash = 0;
    QStringList trace;
    //! Everybody of both services at rest, without ids and stamps.
    QStringList census;
    int faults = 0; //!< that met a request
    int crashes = 0;
    int races = 0; //!< edits that no program could have seen
    int writes = 0;
    int excused = 0; //!< people of whom nothing was asked at the end
    int compared = 0; //!< pairs compared at the end
    std::vector<int> statements; //!< of the database, in each round
    std::vector<int> messages; //!< sent and heard, in each round
    QStringList sentences; //!< that people were told
};

//! Two services, a network between, a disk, a clock and the real engine: a whole installation in
//! one thread, in which the same scenario always goes the same way.
class World final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(World)

public:
    World(const Scenario &scenario, Disk &disk, Trace::Words words);
    ~World() override;

    [[nodiscard]] Outcome run();

private:
    enum class Ending : quint8 { Done, Failed, Crashed };

    void start();
    void restart();
    void live(const Round &round);
    [[nodiscard]] Ending check();
    [[nodiscard]] Ending apply();
    [[nodiscard]] Ending untilTold();
    bool eventFilter(QObject *watched, QEvent *event) override;
    void deliverPosted();
    void leaves(Side side, const RemoteId &id, const FieldWrites &writes);
    void judgePlan();
    void countProbes(EnginePhase phase);
    [[nodiscard]] int unsettled();
    [[nodiscard]] bool isLinked(const RemoteId &id);

    void comeToRest();
    [[nodiscard]] bool isAtRest();
    [[nodiscard]] bool isStillToWrite(const PersonPlan &person) const;
    void judgeRest();
    void judgePerson(const PersonPlan &person);
    void judgeOpen(int who, Row row, const FieldPlan &field, const QString &left,
                   const QString &right);
    [[nodiscard]] int tokenOf(const PersonPlan &person) const;
    void dryRunChangesNothing();
    void loseDatabase();
    void takeCensus();

    const Scenario m_scenario;
    Trace m_trace;
    EventQueue m_queue;
    SimulatedClock m_clock;
    Wire m_wire;
    Disk &m_disk;
    Oracle m_oracle;
    SimulatedService m_left;
    SimulatedService m_right;
    People m_people;
    std::unique_ptr<Engine> m_engine;
    Outcome m_outcome;
    std::optional<Ending> m_told;
    int m_delivered = 0; //!< posted events, in the pass under way
    std::optional<int> m_mayProbe; //!< while recovering: so many probes in all
};

//! Runs it from an empty world.
[[nodiscard]] Outcome runScenario(const Scenario &scenario, Disk &disk,
                                  Trace::Words words = Trace::Words::Forgotten);

} // namespace twinbook::simulation
