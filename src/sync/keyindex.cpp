// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/keyindex.h"

#include <QHashFunctions>

#include <algorithm>

namespace twinbook {

namespace {

// The same in every process, so that the same input gives the same plan.
constexpr std::size_t seed = 0x54574E42;

} // namespace

void KeyIndex::add(const QString &key, int person)
{
    if (!key.isEmpty())
        m_entries.push_back({qHash(key, seed), person});
}

void KeyIndex::sort()
{
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return a.hash != b.hash ? a.hash < b.hash : a.person < b.person;
    });
}

std::span<const KeyIndex::Entry> KeyIndex::find(const QString &key) const
{
    if (key.isEmpty())
        return {};
    const std::size_t hash = qHash(key, seed);
    const auto first = std::lower_bound(
        m_entries.begin(), m_entries.end(), hash,
        [](const Entry &entry, std::size_t wanted) { return entry.hash < wanted; });
    auto last = first;
    while (last != m_entries.end() && last->hash == hash)
        ++last;
    return {first, last};
}

} // namespace twinbook
