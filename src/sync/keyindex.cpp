// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/keyindex.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>

namespace twinbook {

namespace {

// The same in every process, so that the same input gives the same plan.
constexpr std::size_t seed = 0x54574E42;

struct ByHash
{
    bool operator()(const KeyIndex::Entry &entry, std::size_t hash) const
    {
        return entry.hash < hash;
    }
    bool operator()(std::size_t hash, const KeyIndex::Entry &entry) const
    {
        return hash < entry.hash;
    }
};

} // namespace

std::optional<std::size_t> KeyIndex::hashOf(QStringView key)
{
    return key.isEmpty() ? std::nullopt : std::optional(qHash(key, seed));
}

// As many buckets as people or up to twice that, chosen by the first bits of the hash: one pass
// counts, one pass places, and what is left to sort is short.
KeyIndex::KeyIndex(const std::vector<Entry> &entries)
    : m_entries(entries.size())
{
    const auto bits = static_cast<int>(std::bit_width(entries.size() | 1));
    m_shift = std::numeric_limits<std::size_t>::digits - bits;
    m_starts.assign((std::size_t {1} << bits) + 1, 0);
    for (const Entry &entry : entries)
        ++m_starts[bucketOf(entry.hash) + 1];
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());

    std::vector<quint32> next(m_starts);
    for (const Entry &entry : entries)
        m_entries[next[bucketOf(entry.hash)]++] = entry;
    for (std::size_t bucket = 0; bucket + 1 < m_starts.size(); ++bucket) {
        if (m_starts[bucket + 1] - m_starts[bucket] < 2)
            continue;
        std::sort(m_entries.begin() + m_starts[bucket], m_entries.begin() + m_starts[bucket + 1],
                  [](const Entry &a, const Entry &b) {
                      return a.hash != b.hash ? a.hash < b.hash : a.person < b.person;
                  });
    }
}

std::span<const KeyIndex::Entry> KeyIndex::find(std::size_t hash) const
{
    if (m_entries.empty())
        return {};
    const std::size_t bucket = bucketOf(hash);
    // Searched and not walked: everybody may have the same key.
    const auto [first, last]
        = std::equal_range(m_entries.begin() + m_starts[bucket],
                           m_entries.begin() + m_starts[bucket + 1], hash, ByHash());
    return {first, last};
}

} // namespace twinbook
