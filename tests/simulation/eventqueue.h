// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <chrono>
#include <functional>
#include <map>

namespace twinbook::simulation {

//! Everything that will happen, in order of its moment; what falls on one moment happens in the
//! order in which it was asked for. Time passes only from one event to the next.
class EventQueue
{
public:
    using Action = std::function<void()>;

    void after(std::chrono::milliseconds delay, Action action);
    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
    //! The next event happens. Must not be empty.
    void runNext();
    //! Everything until then happens, also what comes up on the way.
    void runFor(std::chrono::milliseconds duration);
    //! Since the beginning of the world.
    [[nodiscard]] std::chrono::milliseconds now() const { return m_now; }

private:
    std::map<std::pair<std::chrono::milliseconds, quint64>, Action> m_events;
    std::chrono::milliseconds m_now {0};
    quint64 m_lastNumber = 0;
};

//! A clock on the wall of this world, which may be set wrong.
class SimulatedClock final : public Clock
{
public:
    explicit SimulatedClock(const EventQueue &queue)
        : m_queue(queue)
    { }
    [[nodiscard]] QDateTime now() const override;
    void jump(std::chrono::seconds by) { m_skew += by; }

private:
    const EventQueue &m_queue;
    std::chrono::seconds m_skew {0};
};

} // namespace twinbook::simulation
