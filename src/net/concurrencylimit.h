// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/adaptation.h"
#include "net/lane.h"

#include <chrono>
#include <optional>

namespace twinbook {

//! How many requests may be under way at once: between 1 and 6, found by trying. One more while
//! requests wait and replies stay quick; one less when they become slow; half after a refusal or a
//! time-out. Pure.
class ConcurrencyLimit
{
public:
    enum class Outcome : quint8 { Answered, Refused, TimedOut };
    //! Whether requests were held back by this limit and nothing else.
    enum class Demand : quint8 { None, Waiting };

    static constexpr int most = 6;

    //! A start of 1 means one after another and stays.
    explicit ConcurrencyLimit(int start);

    [[nodiscard]] int current() const { return m_current; }
    //! The places a lane may fill. The last one is kept for people, so that a slow page of a long
    //! reading never stands before them.
    [[nodiscard]] int places(Lane lane) const;
    //! Takes in one finished request; the step, if there was one.
    [[nodiscard]] std::optional<Adaptation> record(Outcome outcome,
                                                   std::chrono::milliseconds latency,
                                                   Demand demand);

private:
    [[nodiscard]] std::optional<Adaptation> step(int to, QLatin1StringView why);
    void observe(double latency);

    int m_current;
    int m_most;
    int m_repliesSinceStep = 0;
    bool m_wasWaitedFor = false;
    double m_usual = 0; //!< milliseconds, moving average
    double m_quick = 0; //!< the quickest of late; 0 before the first reply
};

} // namespace twinbook
