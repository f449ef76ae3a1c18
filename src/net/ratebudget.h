// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/lane.h"
#include "net/ratereading.h"

#include <QHash>

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>

namespace twinbook {

//! One allowance in a short window, used as far as it goes without being refused. Pure; every call
//! is told the time.
//!
//! Three things bound what is sent:
//! - our own requests: never more than the allowance in any stretch of one window, counted from
//!   the latest moment at which the service can have counted the old one to the earliest at which
//!   it can count the new one. That holds for windows that are fixed, that open with a request,
//!   and that slide, so none of them needs to be known;
//! - what others use of the same allowance: `remaining` falls faster than by our own requests.
//!   Their use is estimated, kept out of our share, and nothing is sent into a window they filled;
//! - refusals: our share is cut in proportion to what we really sent, and grows back by a fixed
//!   step for each window (additive increase, multiplicative decrease).
class RateBudget
{
public:
    //! One request that was sent; later ones have larger numbers.
    using Ticket = quint64;

    //! `assumed` holds until the service told its own.
    explicit RateBudget(RateWindow assumed);

    //! How long the next request has to wait; zero means now. The background is spread evenly over
    //! the window, so that a person who comes finds the next place within moments.
    [[nodiscard]] std::chrono::milliseconds delay(const QDateTime &now, Lane lane) const;
    //! Counts a request that is sent now. Each is settled once.
    [[nodiscard]] Ticket spend(const QDateTime &now, Lane lane);
    //! What the reply to `ticket` told; before it is settled.
    void learn(Ticket ticket, const RateReading &reading, const QDateTime &now);
    //! The service refused `ticket` (429); before it is settled. Nothing is sent until the
    //! service's own pause is over; if it told none, until the window ends, as far as that is
    //! known, or for one window, ten seconds at most. After that one request goes ahead alone.
    //! Returns whether our share was cut; refusals of what was sent before the last cut do not
    //! cut again.
    enum class Cut : quint8 { No, Yes };
    Cut refuse(Ticket ticket, const QDateTime &now,
               std::optional<std::chrono::milliseconds> retryAfter);
    //! The request ended, with a reply or without one.
    void settle(Ticket ticket, const QDateTime &now);
    //! Forgets every moment, after the computer's clock was set back.
    void forgetTimes();

    [[nodiscard]] RateWindow window() const { return m_window; }
    //! As the service told last, less what was sent since. Nothing before it told anything.
    [[nodiscard]] std::optional<int> remaining() const;
    //! What others use in one window, as far as it shows; an estimate that is rather low.
    [[nodiscard]] int others() const { return std::max(m_others, m_othersBefore); }
    //! The part of the allowance that refusals have left us, in (0, 1].
    [[nodiscard]] double share(const QDateTime &now) const;

private:
    [[nodiscard]] qint64 length() const { return m_window.length.count(); }
    [[nodiscard]] qint64 surelyPassed() const;
    [[nodiscard]] int ownSince(qint64 moment) const;
    [[nodiscard]] int allowed(qint64 now) const;
    [[nodiscard]] qint64 ownWindowOpens(qint64 now) const;
    [[nodiscard]] qint64 othersLeaveRoom(qint64 now) const;
    [[nodiscard]] qint64 paceOpens(qint64 now) const;
    void estimateWindow(const RateReading &reading, qint64 sent, qint64 now);
    void estimateOthers(const RateReading &reading, qint64 sent, qint64 now);

    // Moments are milliseconds since 1970, UTC.
    RateWindow m_window;
    bool m_learned = false; //!< the service told that itself
    Ticket m_next = 1;
    QHash<Ticket, qint64> m_inFlight; //!< with the moment of sending
    std::deque<qint64> m_settled; //!< ascending
    std::optional<qint64> m_shortestTrip;

    std::optional<RateReading> m_reading;
    Ticket m_readingOf = 0;
    qint64 m_readingSent = 0;
    qint64 m_readingAt = 0;
    int m_sentSince = 0;

    //! Of a fixed window, as far as one was seen: not before, and at the latest.
    struct Span
    {
        qint64 notBefore = 0;
        qint64 endsBy = 0;
        qint64 seenAt = 0; //!< whatever was sent after this belongs to it
    };
    std::optional<Span> m_span;

    int m_others = 0;
    int m_othersBefore = 0;
    qint64 m_othersFrom = 0;

    double m_share = 1;
    qint64 m_cutAt = 0;
    Ticket m_cutBefore = 0; //!< tickets below this were sent before the last cut
    bool m_onlyOne = false; //!< after a refusal, until a request went through
    qint64 m_pausedUntil = 0;
    double m_pacedUntil = 0; //!< not rounded: at 40,000 a minute a millisecond is much
};

} // namespace twinbook
