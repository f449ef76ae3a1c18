// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calls.h"
#include "engine/engine.h"

#include <optional>

namespace twinbook {

//! What a run will ask of the services, told before it begins.
//!
//! For k people of whom one side gets a change in one of its own fields, the least that can be
//! asked is k writes. Twinbook asks 2k: each of them is read again right before it is written, so
//! that an edit of the last minutes is never overwritten. No list has a fresh enough view of many
//! people to replace these reads (HighLevel's is an index that lags by about a minute,
//! highlevel.md 2.3). Further requests are due only where a service wants them: to change tags, to
//! read back custom fields, to merge an address (PeopleService::callsToUpdate()).
//!
//! Not foreseen are repetitions after a fault, the reads of people whose record changed meanwhile,
//! and what others ask of the same account.
struct Forecast
{
    PerSide<Calls> calls;
    double minutes = 0; //!< at the present pace, both services side by side; 0 if it is not known
    //! What part of the whole day's requests; none if the service has not told how many there are.
    PerSide<std::optional<double>> ofDay;
    //! Whether fewer requests are left today than are needed; the run would stop in the middle.
    PerSide<bool> isBeyondToday;

    [[nodiscard]] qint64 total() const { return calls.left.total() + calls.right.total(); }
};

//! Fills in what each person of the plan costs, and what the services allow now.
void price(PreparedPlan &prepared, PerSide<PeopleService *> services);

//! What applying a priced plan on this request will ask. Pure.
[[nodiscard]] Forecast forecastOf(const PreparedPlan &prepared, const ApplyRequest &request);

} // namespace twinbook
