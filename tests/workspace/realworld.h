// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "engine/engine.h"
#include "highlevel/service.h"
#include "net/networktransport.h"
#include "officernd/service.h"
#include "sandbox/sandbox.h"
#include "support/adjustableclock.h"
#include "workspace/keeplinkids.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace twinbook::test {

//! The whole program but for its front ends, in one process: the engine with a real database and
//! both real clients over real HTTP, and the services played by a sandbox that can be told to
//! fail.
class RealWorld
{
public:
    explicit RealWorld(sandbox::SandboxOptions options = {.people = 60, .seed = 7});
    ~RealWorld();
    RealWorld(const RealWorld &) = delete;
    RealWorld &operator=(const RealWorld &) = delete;

    //! A new engine and new clients, as after a restart of the program.
    void restart();
    //! How the clients believe the accounts to behave, from the next restart() on.
    void expect(const QuirkSet &quirks) { m_expected = quirks; }
    //! What a person, or the probe, asks of a service over the same client.
    [[nodiscard]] RawRequests &raw(Side side) { return *m_raw[side]; }

    //! The database file is gone, as after a new disk; then restart().
    void loseDatabase();
    //! Turns on or off that the services keep each other's ids.
    [[nodiscard]] Result<PerSide<LinkIds>> keepLinkIds(LinkIds wanted);

    //! nullptr if the check failed; error() then tells why.
    PreparedPlanPtr check();
    //! The same from what was last seen, as after a run that was stopped.
    PreparedPlanPtr resume();
    //! Applies the last plan; std::nullopt if that was refused.
    std::optional<Run> apply(const ApplyRequest &request = {});
    //! check() and apply().
    std::optional<Run> sync();
    //! nullptr if it failed; error() then tells why.
    PreparedUndoPtr prepareUndo(const UndoScope &scope);
    //! prepareUndo(), then carries it out.
    std::optional<Run> undo(const UndoScope &scope);
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const PlanCounts &counts() const { return m_engine->plan()->plan.counts; }
    //! The clock of the program and of both services.
    [[nodiscard]] AdjustableClock &clock() { return m_clock; }
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] const Database &database() const { return m_database; }

    [[nodiscard]] sandbox::Sandbox &services() { return m_sandbox; }
    //! Requests that change something, at both services, since the log was cleared.
    [[nodiscard]] int writes() const;
    //! Everybody of one side without ids and stamps, sorted: equal for two worlds in which the same
    //! people are.
    [[nodiscard]] QStringList census(Side side) const;

private:
    template<class Begin>
    PreparedPlanPtr planMade(const Begin &begin);
    template<class Begin>
    std::optional<Run> runEnded(const Begin &begin);

    AdjustableClock m_clock;
    sandbox::Sandbox m_sandbox;
    QTemporaryDir m_directory;
    MemorySecretStore m_secrets;
    NetworkTransport m_transport;
    Database m_database;
    PerSide<std::unique_ptr<PeopleService>> m_services;
    PerSide<RawRequests *> m_raw; //!< the same objects
    QuirkSet m_expected;
    HighLevelService *m_highLevel = nullptr; // the one on the right
    std::unique_ptr<Engine> m_engine;
    int m_databasesLost = 0;
    Error m_error;
};

} // namespace twinbook::test
