// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"
#include "net/httprequest.h"
#include "net/ratelimiter.h"
#include "net/transport.h"

namespace twinbook {

// What a request and the limiter have to tell each other.

[[nodiscard]] RateDemand demandOf(const HttpRequest &request);
[[nodiscard]] RateOutcome outcomeOf(const TransportReply &reply);
//! For a request that the limiter did not let out: waiting so long would look like being stuck;
//! whoever asked decides when to come back.
[[nodiscard]] Fault heldBack(const HttpRequest &request, const RateRefusal &refusal);

} // namespace twinbook
