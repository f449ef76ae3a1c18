// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/allowance.h"

#include "core/redact.h"

using namespace Qt::StringLiterals;

namespace twinbook {

RateDemand demandOf(const HttpRequest &request)
{
    return {request.method == HttpMethod::Get ? RateClass::Read : RateClass::Write, request.lane};
}

RateOutcome outcomeOf(const TransportReply &reply)
{
    using Ending = RateOutcome::Ending;

    RateOutcome outcome {Ending::Answered, reply.response.headers};
    if (reply.fault == TransportFault::TimedOut || reply.response.status == 408
        || reply.response.status == 504)
        outcome.ending = Ending::TimedOut;
    else if (reply.fault != TransportFault::None)
        outcome.ending = Ending::Lost;
    else if (reply.response.status == 429)
        outcome.ending = Ending::Refused;
    return outcome;
}

Fault heldBack(const HttpRequest &request, const RateRefusal &refusal)
{
    Fault fault;
    fault.stage = FaultStage::Allowance;
    fault.method = request.method;
    fault.permission = request.permission;
    fault.retryAfter = refusal.wait;
    const QString cause = refusal.cause == RateRefusal::Cause::DaySpent
        ? u"what is left of the day's allowance is kept"_s
        : u"the service asked for a pause"_s;
    fault.technical = redacted(requestLabel(request) + u": not sent, "_s + cause);
    return fault;
}

} // namespace twinbook
