// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "campaign.h"

#include "memory.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace twinbook::fuzz {

namespace {

//! More than the lists of requests that the clients keep can differ in size, and more than the
//! sanitizer's quarantine; far less than a byte for each of a million cases would be.
constexpr qint64 mostGrowth = 64LL * 1024 * 1024;

} // namespace

Outcome run(const Target &target, const Campaign &campaign)
{
    Standing standing(campaign.folder, target.name, campaign.seed);
    // The first shard fills all that is meant to be kept, such as the newest requests.
    std::optional<qint64> inUse;
    while (standing.total().cases < campaign.cases) {
        const quint64 first = standing.total().cases;
        Outcome shard = run(target,
                            Orders {.first = first,
                                    .end = std::min(first + campaign.shard, campaign.cases),
                                    .seed = campaign.seed});
        const qint64 now = memoryInUse();
        if (now - inUse.value_or(now) > mostGrowth) {
            std::fprintf(stderr,
                         "\nFINDING: %s keeps memory: %lld MB, after the first shard %lld\n",
                         qPrintable(target.name), static_cast<long long>(now >> 20),
                         static_cast<long long>(*inUse >> 20));
            ++shard.findings;
        }
        if (!inUse)
            inUse = now;
        standing.add(shard);
        if (campaign.onShard)
            campaign.onShard(standing.total());
    }
    return standing.total();
}

} // namespace twinbook::fuzz
