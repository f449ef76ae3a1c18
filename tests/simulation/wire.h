// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "sandbox/dice.h"
#include "simulation/eventqueue.h"
#include "simulation/scenario.h"
#include "simulation/trace.h"

#include <functional>
#include <map>
#include <optional>

namespace twinbook::simulation {

//! How a fate looks from the sender's side.
struct Fortune
{
    enum class Effect : quint8 { None, Done } effect = Effect::Done;
    std::optional<Error> told {}; //!< nothing: the answer itself
};
[[nodiscard]] Fortune fortuneOf(Fate fate);

//! What lies between the program and both services: how long each request and each answer takes,
//! which are lost, and at which of them the program dies. A dead program sends nothing and hears
//! nothing; what it had sent goes on its way.
class Wire
{
public:
    Wire(EventQueue &queue, Trace &trace, quint32 seed);

    void beginRound(const Round &round);
    //! No more faults.
    void calm();
    void revive();
    [[nodiscard]] bool isDead() const { return m_isDead; }
    void die() { m_isDead = true; }
    //! Messages that left or arrived in this round.
    [[nodiscard]] int messages() const { return m_messages; }
    [[nodiscard]] int faultsPlayed() const { return m_faultsPlayed; }

    struct Journey
    {
        Fate fate = Fate::Answered;
        std::chrono::milliseconds arrival {0}; //!< at the service; may be after the answer
        std::chrono::milliseconds answer {0};
    };
    //! A request leaves; nothing if nobody is left to send it.
    [[nodiscard]] std::optional<Journey> depart(Side side, Request request);
    //! An answer arrives; false if nobody is left to hear it.
    [[nodiscard]] bool arrive();

    //! Called when the program is to be stopped.
    std::function<void()> stop;

    EventQueue &queue;
    Trace &trace;

private:
    void tick();
    [[nodiscard]] Fate fateOf(Side side, Request request);

    sandbox::Dice m_dice;
    Round m_round;
    std::map<std::pair<Side, Request>, int> m_sent;
    int m_messages = 0;
    int m_faultsPlayed = 0;
    bool m_isDead = false;
};

} // namespace twinbook::simulation
