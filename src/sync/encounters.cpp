// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/encounters.h"

#include <algorithm>

namespace twinbook {

Encounters::Encounters(const std::vector<MeetingKeys> &people, std::size_t mostPerKey)
    : m_mostPerKey(mostPerKey)
{
    const std::size_t ways = people.empty() ? 0 : people.front().size();
    std::vector<KeyIndex::Entry> entries;
    entries.reserve(people.size());
    for (std::size_t way = 0; way < ways; ++way) {
        entries.clear();
        for (std::size_t place = 0; place < people.size(); ++place) {
            if (people[place][way] != 0)
                entries.push_back({people[place][way], static_cast<int>(place)});
        }
        m_indexes.emplace_back(entries);
    }
}

std::span<const int> Encounters::of(const MeetingKeys &keys)
{
    m_met.clear();
    for (std::size_t way = 0; way < m_indexes.size(); ++way) {
        if (keys[way] == 0)
            continue;
        const std::span<const KeyIndex::Entry> sharing = m_indexes[way].find(keys[way]);
        if (sharing.size() > m_mostPerKey)
            continue;
        for (const KeyIndex::Entry &entry : sharing)
            m_met.push_back(entry.person);
    }
    std::sort(m_met.begin(), m_met.end());
    m_met.erase(std::unique(m_met.begin(), m_met.end()), m_met.end());
    return m_met;
}

} // namespace twinbook
