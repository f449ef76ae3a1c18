// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/dailybudget.h"

#include <algorithm>

namespace twinbook {

using std::chrono::milliseconds;

namespace {

constexpr int partForPeople = 10; // of which one is kept
constexpr milliseconds backgroundLooksEvery = std::chrono::minutes(15);
constexpr milliseconds personLooksEvery = std::chrono::minutes(1);
constexpr milliseconds aDay = std::chrono::hours(24);

milliseconds until(const QDateTime &now, const QDateTime &moment)
{
    return milliseconds(std::max<qint64>(0, now.msecsTo(moment)));
}

} // namespace

milliseconds DailyBudget::delay(const QDateTime &now, Lane lane) const
{
    if (!m_reading)
        return milliseconds(0);
    const QDateTime over = m_reading->resetAt.value_or(m_readAt.addMSecs(aDay.count()));
    const int kept = lane == Lane::Background ? m_reading->limit / partForPeople : 0;
    if (now >= over || *remaining() > kept)
        return milliseconds(0);
    if (m_reading->resetAt)
        return until(now, over);
    const milliseconds pause = lane == Lane::Person ? personLooksEvery : backgroundLooksEvery;
    return until(now, m_askedAt.addMSecs(pause.count()));
}

void DailyBudget::spend(const QDateTime &now)
{
    ++m_sentSince;
    m_askedAt = now;
}

void DailyBudget::learn(const DailyReading &reading, const QDateTime &now)
{
    m_reading = reading;
    m_readAt = now;
    m_sentSince = 0;
    if (!m_askedAt.isValid())
        m_askedAt = now;
}

void DailyBudget::forgetTimes()
{
    m_reading.reset();
    m_askedAt = {};
}

std::optional<int> DailyBudget::remaining() const
{
    if (!m_reading)
        return std::nullopt;
    return std::max(0, m_reading->remaining - m_sentSince);
}

std::optional<int> DailyBudget::limit() const
{
    if (!m_reading)
        return std::nullopt;
    return m_reading->limit;
}

} // namespace twinbook
