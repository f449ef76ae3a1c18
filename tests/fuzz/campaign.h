// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runner.h"
#include "standing.h"

#include <functional>

namespace twinbook::fuzz {

struct Campaign
{
    quint64 cases = 2000; //!< of each target, those of earlier programs included
    quint64 seed = 1;
    quint64 shard = 50'000; //!< how many cases are run before the standing is kept
    QString folder {}; //!< for Standing; empty keeps nothing
    //! Called after each shard with all that was run so far.
    std::function<void(const Outcome &)> onShard {};
};

//! Runs a target in shards, from where the last program ended. A target that keeps memory from
//! case to case is a finding too.
[[nodiscard]] Outcome run(const Target &target, const Campaign &campaign);

} // namespace twinbook::fuzz
