// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/eventqueue.h"

#include <utility>

namespace twinbook::simulation {

void EventQueue::after(std::chrono::milliseconds delay, Action action)
{
    m_events.emplace(std::pair(m_now + delay, ++m_lastNumber), std::move(action));
}

void EventQueue::runNext()
{
    const auto first = m_events.begin();
    m_now = std::max(m_now, first->first.first);
    const Action action = std::move(first->second);
    m_events.erase(first);
    action();
}

void EventQueue::runFor(std::chrono::milliseconds duration)
{
    const std::chrono::milliseconds until = m_now + duration;
    while (!m_events.empty() && m_events.begin()->first.first <= until)
        runNext();
    m_now = until;
}

QDateTime SimulatedClock::now() const
{
    static const QDateTime beginning(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
    return beginning.addMSecs((m_queue.now() + m_skew).count());
}

} // namespace twinbook::simulation
