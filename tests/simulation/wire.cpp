// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/wire.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook::simulation {

namespace {

Fortune told(Fortune::Effect effect, ErrorKind kind, std::optional<int> status = {})
{
    return {effect,
            Error {.kind = kind,
                   .message = "The service did not do it: "_L1 + errorKindName(kind),
                   .detail = {},
                   .httpStatus = status}};
}

} // namespace

Fortune fortuneOf(Fate fate)
{
    constexpr auto none = Fortune::Effect::None;
    constexpr auto done = Fortune::Effect::Done;
    switch (fate) {
    case Fate::NotSent:
        return told(none, ErrorKind::Network);
    case Fate::Timeout:
        return told(none, ErrorKind::Timeout);
    case Fate::TimeoutDone:
    case Fate::TimeoutDoneLate:
        return told(done, ErrorKind::Timeout);
    case Fate::ResetDone:
        return told(done, ErrorKind::Network);
    case Fate::BrokenReplyDone:
        return told(done, ErrorKind::BadReply);
    case Fate::ServerFault:
        return told(none, ErrorKind::ServerFault, 500);
    case Fate::ServerFaultDone:
        return told(done, ErrorKind::ServerFault, 500);
    case Fate::Refused:
        return told(none, ErrorKind::Rejected, 400);
    case Fate::Refused422:
        return told(none, ErrorKind::Rejected, 422);
    case Fate::Refused422Done:
        return told(done, ErrorKind::Rejected, 422);
    case Fate::Conflict:
        return told(none, ErrorKind::Conflict, 409);
    case Fate::NotFound:
        return told(none, ErrorKind::NotFound, 404);
    case Fate::RateLimited:
        return told(none, ErrorKind::RateLimited, 429);
    case Fate::SignedOut:
        return told(none, ErrorKind::Unauthorized, 401);
    case Fate::Forbidden:
        return told(none, ErrorKind::Forbidden, 403);
    case Fate::NotTaken:
        return {none, {}};
    case Fate::Answered:
    case Fate::CutList:
    case Fate::EmptyList:
    case Fate::ShortList:
    case Fate::RepeatedList:
        return {};
    }
    Q_UNREACHABLE();
}

Wire::Wire(EventQueue &events, Trace &record, quint32 seed)
    : queue(events)
    , trace(record)
    , m_dice(quint64(seed) << 1U | 1U)
{ }

void Wire::beginRound(const Round &round)
{
    m_round = round;
    m_sent.clear();
    m_messages = 0;
}

void Wire::calm()
{
    beginRound({});
}

void Wire::revive()
{
    m_isDead = false;
    m_round.crashAtMessage = 0;
}

void Wire::tick()
{
    ++m_messages;
    if (m_messages == m_round.crashAtMessage)
        m_isDead = true;
    if (m_messages == m_round.stopAtMessage && stop)
        queue.after(0ms, stop);
}

Fate Wire::fateOf(Side side, Request request)
{
    const int nth = ++m_sent[{side, request}];
    for (const Fault &fault : m_round.faults) {
        if (fault.side == side && fault.request == request && fault.nth == nth) {
            ++m_faultsPlayed;
            return fault.fate;
        }
    }
    return Fate::Answered;
}

std::optional<Wire::Journey> Wire::depart(Side side, Request request)
{
    if (!m_isDead)
        tick();
    if (m_isDead)
        return std::nullopt;
    Journey journey;
    journey.fate = fateOf(side, request);
    journey.arrival = std::chrono::milliseconds(10 + m_dice.below(400));
    journey.answer = journey.arrival + std::chrono::milliseconds(10 + m_dice.below(400));
    const Fortune fortune = fortuneOf(journey.fate);
    if (fortune.told && fortune.told->kind == ErrorKind::Timeout)
        journey.answer = 30s;
    if (journey.fate == Fate::TimeoutDoneLate)
        journey.arrival = 30s + std::chrono::milliseconds(m_dice.below(80'000));
    return journey;
}

bool Wire::arrive()
{
    if (!m_isDead)
        tick();
    return !m_isDead;
}

} // namespace twinbook::simulation
