// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/lane.h"
#include "net/ratereading.h"

#include <optional>

namespace twinbook {

//! The allowance of a day. A tenth of it is kept for people: when the background has used the
//! rest, what somebody does by hand still goes through. Pure; every call is told the time.
class DailyBudget
{
public:
    //! How long the next request has to wait; zero means now, and before the service told
    //! anything. HighLevel does not tell when its day begins (highlevel.md 3): without that
    //! moment one request is let through every quarter of an hour (every minute for a person) to
    //! see whether it has.
    [[nodiscard]] std::chrono::milliseconds delay(const QDateTime &now, Lane lane) const;
    void spend(const QDateTime &now);
    void learn(const DailyReading &reading, const QDateTime &now);
    //! Forgets every moment, after the computer's clock was set back.
    void forgetTimes();

    //! As told last, less what was sent since. Nothing before the service told anything.
    [[nodiscard]] std::optional<int> remaining() const;
    [[nodiscard]] std::optional<int> limit() const;

private:
    std::optional<DailyReading> m_reading;
    QDateTime m_readAt;
    QDateTime m_askedAt;
    int m_sentSince = 0;
};

} // namespace twinbook
