// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratebudget.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace twinbook {

using std::chrono::milliseconds;

namespace {

//! Without `Retry-After` the length of the window is a guess; what is left to wait after this is
//! up to the retries.
constexpr qint64 longestGuessedPause = 10'000;

//! The share after a cut, of what was really sent, and its growth with each window.
constexpr double cutTo = 0.7;
constexpr double growth = 0.02;
constexpr double leastShare = 0.02;

//! How many requests of the background may leave together: a few, or as many as fit into the time
//! that timers are late by.
constexpr double leastAtOnce = 4;
constexpr double leastAtOnceFor = 50;

//! Kept free beside the others' use, because the estimate of it is rather low and it fluctuates.
int marginFor(int others)
{
    return others > 0 ? 2 + others / 10 : 0;
}

qint64 stamp(const QDateTime &moment)
{
    return moment.toMSecsSinceEpoch();
}

} // namespace

RateBudget::RateBudget(RateWindow assumed)
    : m_window(assumed)
{
    Q_ASSERT(assumed.limit > 0 && assumed.length.count() > 0);
}

milliseconds RateBudget::delay(const QDateTime &moment, Lane lane) const
{
    const qint64 now = stamp(moment);
    qint64 opens = std::max({now, m_pausedUntil, ownWindowOpens(now), othersLeaveRoom(now)});
    if (m_onlyOne && !m_inFlight.isEmpty())
        opens = std::max(opens, now + length());
    if (lane == Lane::Background)
        opens = std::max(opens, paceOpens(now));
    return milliseconds(opens - now);
}

RateBudget::Ticket RateBudget::spend(const QDateTime &moment, Lane lane)
{
    const qint64 now = stamp(moment);
    while (!m_settled.empty() && m_settled.front() <= now - 2 * length())
        m_settled.pop_front();
    if (lane == Lane::Background) {
        const double gap = static_cast<double>(length()) / allowed(now);
        m_pacedUntil = std::max(m_pacedUntil, static_cast<double>(now)) + gap;
    }
    ++m_sentSince;
    m_inFlight.insert(m_next, now);
    return m_next++;
}

void RateBudget::learn(Ticket ticket, const RateReading &reading, const QDateTime &moment)
{
    const qint64 now = stamp(moment);
    if (ticket < m_readingOf || !m_inFlight.contains(ticket))
        return; // overtaken by a later one
    if (reading.window != m_window)
        m_pacedUntil = 0;
    m_window = reading.window;
    m_learned = true;
    const qint64 sent = m_inFlight.value(ticket);
    if (!reading.resetAt && m_span && sent < m_span->seenAt && now < m_span->endsBy)
        return; // may be from before the window
    estimateWindow(reading, sent, now);
    estimateOthers(reading, sent, now);
    m_reading = reading;
    m_readingOf = ticket;
    m_readingSent = sent;
    m_readingAt = now;
    m_sentSince = 0;
}

//! A service that tells when its window ends has a fixed one. Another shows it by being nearly
//! full again at once, which a sliding window never is while requests are made.
void RateBudget::estimateWindow(const RateReading &reading, qint64 sent, qint64 now)
{
    if (reading.resetAt) {
        // Told in whole seconds, so it may have begun up to one earlier.
        const qint64 endsBy = stamp(*reading.resetAt);
        m_span = Span {endsBy - length() - 1000, endsBy, endsBy - length()};
        return;
    }
    const int limit = reading.window.limit;
    const bool wasUsed = m_reading && m_reading->remaining <= limit * 3 / 5;
    const bool isFresh = reading.remaining >= limit * 4 / 5;
    if (wasUsed && isFresh)
        m_span = Span {m_readingSent, now + length(), now};
    else if (m_span && sent > m_span->endsBy)
        m_span.reset();
}

//! Whatever is used and not by us. Our part is taken as large as it can be, so that others are
//! never seen where there are none.
void RateBudget::estimateOthers(const RateReading &reading, qint64 sent, qint64 now)
{
    const qint64 period = length();
    if (now >= m_othersFrom + period) {
        m_othersBefore = now >= m_othersFrom + 2 * period ? 0 : m_others;
        m_others = 0;
        m_othersFrom = now;
    }
    const int used = reading.window.limit - reading.remaining;
    m_others = std::max(m_others, used - ownSince(sent - length()));
    if (!m_span || sent < m_span->seenAt)
        return;
    // In a fixed window our part is known better, and if it fills up early, so is what others
    // would have used by its end.
    const int seen = used - ownSince(m_span->notBefore);
    const qint64 elapsed = std::clamp<qint64>(now - m_span->notBefore, 1, length());
    m_others = std::max(m_others, seen);
    if (seen > 0 && reading.remaining <= reading.window.limit / 10)
        m_others = std::max(m_others,
                            static_cast<int>(std::min<qint64>(used, seen * length() / elapsed)));
}

RateBudget::Cut RateBudget::refuse(Ticket ticket, const QDateTime &moment,
                                   std::optional<milliseconds> retryAfter)
{
    const qint64 now = stamp(moment);
    qint64 wait = std::min(length(), longestGuessedPause);
    if (retryAfter)
        wait = retryAfter->count();
    else if (m_span && m_span->endsBy > now)
        wait = std::min(wait, m_span->endsBy - now);
    m_pausedUntil = std::max(m_pausedUntil, now + wait);
    m_onlyOne = true;
    if (ticket < m_cutBefore)
        return Cut::No;
    const double used = static_cast<double>(ownSince(now - length())) / m_window.limit;
    const double before = share(moment);
    m_share = std::max(leastShare, cutTo * std::clamp(used, before / 2, before));
    m_cutAt = now;
    m_cutBefore = m_next;
    return Cut::Yes;
}

void RateBudget::settle(Ticket ticket, const QDateTime &moment)
{
    const auto found = m_inFlight.constFind(ticket);
    if (found == m_inFlight.cend())
        return;
    const qint64 now = stamp(moment);
    const qint64 trip = std::max<qint64>(0, now - *found);
    m_shortestTrip = std::min(trip, m_shortestTrip.value_or(trip));
    m_inFlight.erase(found);
    m_settled.push_back(m_settled.empty() ? now : std::max(now, m_settled.back()));
    if (ticket >= m_cutBefore)
        m_onlyOne = false;
}

void RateBudget::forgetTimes()
{
    m_settled.clear();
    m_reading.reset();
    m_span.reset();
    m_others = m_othersBefore = 0;
    m_othersFrom = m_cutAt = m_pausedUntil = 0;
    m_pacedUntil = 0;
}

std::optional<int> RateBudget::remaining() const
{
    if (!m_reading)
        return std::nullopt;
    return std::max(0, m_reading->remaining - m_sentSince);
}

double RateBudget::share(const QDateTime &moment) const
{
    const auto sinceCut = static_cast<double>(std::max<qint64>(0, stamp(moment) - m_cutAt));
    const double windows = sinceCut / static_cast<double>(length());
    return std::min(1.0, m_share + growth * windows);
}

//! What certainly passes between our sending and the service's counting, and between that and our
//! seeing the reply, together: most of the shortest round trip ever seen.
qint64 RateBudget::surelyPassed() const
{
    return std::min(m_shortestTrip.value_or(0) * 3 / 4, length() / 2);
}

//! Our requests that the service can have counted after `moment`.
int RateBudget::ownSince(qint64 moment) const
{
    const auto first = std::upper_bound(m_settled.cbegin(), m_settled.cend(), moment);
    return static_cast<int>(std::distance(first, m_settled.cend()) + m_inFlight.size());
}

int RateBudget::allowed(qint64 now) const
{
    const double ours = share(QDateTime::fromMSecsSinceEpoch(now, Qt::UTC)) * m_window.limit;
    // However much others use, a little is tried: what is really left shows in every reply.
    const int left = std::max(m_window.limit / 10, m_window.limit - others() - marginFor(others()));
    return std::max(1, std::min(static_cast<int>(ours), left));
}

qint64 RateBudget::ownWindowOpens(qint64 now) const
{
    const qint64 counted = length() + 1 - surelyPassed();
    const auto first = std::upper_bound(m_settled.cbegin(), m_settled.cend(), now - counted);
    const auto live = std::distance(first, m_settled.cend());
    const auto surplus = live + m_inFlight.size() - allowed(now) + 1;
    if (surplus <= 0)
        return now;
    if (surplus > live)
        return now + length(); // those under way have to come back first
    return first[surplus - 1] + counted;
}

qint64 RateBudget::othersLeaveRoom(qint64 now) const
{
    if (!m_reading || now >= m_readingAt + length() || (!m_span && others() == 0))
        return now;
    const int left = m_reading->remaining - m_sentSince;
    if (left > (others() > 0 ? 1 + others() / 20 : 0))
        return now;
    if (m_span && now < m_span->endsBy)
        return m_span->endsBy;
    if (!m_inFlight.isEmpty())
        return now + length() / 20;
    // One at a time shows how much there is by now; seldom, if there was nothing at all.
    return left > 0 || m_span ? now : std::max(now, m_readingAt + length() / 4);
}

qint64 RateBudget::paceOpens(qint64 now) const
{
    const int rate = allowed(now);
    const double gap = static_cast<double>(length()) / rate;
    // A service that tells nothing may have a small allowance, in which a short run would take
    // minutes if it were spread. Half is still kept for people.
    const double unspread = m_learned ? leastAtOnce : std::max(leastAtOnce, rate / 2.0);
    const double atOnce = std::max(unspread, leastAtOnceFor / gap);
    return static_cast<qint64>(std::ceil(m_pacedUntil - gap * (atOnce - 1)));
}

} // namespace twinbook
