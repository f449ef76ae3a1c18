// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calls.h"

#include <algorithm>

namespace twinbook {

namespace {

double minutes(qint64 calls, double perMinute)
{
    return perMinute > 0 ? static_cast<double>(calls) / perMinute : 0;
}

} // namespace

double minutesFor(const Calls &calls, const CallAllowance &allowance)
{
    if (allowance.sharing == CallAllowance::Sharing::Shared)
        return minutes(calls.total(), allowance.readsPerMinute);
    return std::max(minutes(calls.reads, allowance.readsPerMinute),
                    minutes(calls.writes, allowance.writesPerMinute));
}

} // namespace twinbook
