// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/concurrencylimit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! After how many replies a further step may follow: an effect has to show first.
constexpr int repliesBetweenSteps = 20;
//! Requests differ: a page of 500 people takes longer than one person. Only much more than the
//! quickest is a sign of a queue at the service.
constexpr double slowFactor = 3;
constexpr double slowBeyond = 300;
constexpr double averaging = 0.1;
//! The quickest is forgotten slowly, or a change of the way to the service would never be seen.
constexpr double forgetting = 1.002;

} // namespace

ConcurrencyLimit::ConcurrencyLimit(int start)
    : m_current(std::clamp(start, 1, most))
    , m_most(start <= 1 ? 1 : most)
{ }

int ConcurrencyLimit::places(Lane lane) const
{
    return lane == Lane::Person ? m_current : std::max(1, m_current - 1);
}

std::optional<Adaptation> ConcurrencyLimit::record(Outcome outcome,
                                                   std::chrono::milliseconds latency, Demand demand)
{
    ++m_repliesSinceStep;
    if (outcome != Outcome::Answered) {
        // What was under way at the time of the last step tells nothing new.
        if (m_repliesSinceStep <= m_current)
            return std::nullopt;
        return step(m_current / 2,
                    outcome == Outcome::Refused ? "too many requests"_L1 : "no answer in time"_L1);
    }
    observe(static_cast<double>(latency.count()));
    m_wasWaitedFor = m_wasWaitedFor || demand == Demand::Waiting;
    if (m_repliesSinceStep < repliesBetweenSteps)
        return std::nullopt;
    if (m_usual > m_quick * slowFactor + slowBeyond)
        return step(m_current - 1, "replies have become slow"_L1);
    if (m_wasWaitedFor)
        return step(m_current + 1, "replies are quick and requests wait"_L1);
    return std::nullopt;
}

std::optional<Adaptation> ConcurrencyLimit::step(int to, QLatin1StringView why)
{
    const int bounded = std::clamp(to, 1, m_most);
    m_repliesSinceStep = 0;
    m_wasWaitedFor = false;
    if (bounded == m_current)
        return std::nullopt;
    const Adaptation step {"requests at once"_L1, m_current, bounded, why};
    m_current = bounded;
    return step;
}

void ConcurrencyLimit::observe(double latency)
{
    if (m_quick == 0)
        m_usual = latency;
    m_usual += averaging * (latency - m_usual);
    m_quick
        = m_quick == 0 ? std::max(1.0, latency) : std::clamp(latency, 1.0, m_quick * forgetting);
}

} // namespace twinbook
