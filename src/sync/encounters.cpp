// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/encounters.h"

#include <algorithm>

namespace twinbook {

namespace {

std::array<KeyIndex, meetingWays> indexesOf(const std::vector<MeetingKeys> &people)
{
    std::array<KeyIndex, meetingWays> indexes;
    std::vector<KeyIndex::Entry> entries;
    entries.reserve(people.size());
    for (std::size_t way = 0; way < meetingWays; ++way) {
        entries.clear();
        for (std::size_t place = 0; place < people.size(); ++place) {
            if (people[place][way] != 0)
                entries.push_back({people[place][way], static_cast<int>(place)});
        }
        indexes[way] = KeyIndex(entries);
    }
    return indexes;
}

} // namespace

Encounters::Encounters(const std::vector<MeetingKeys> &left, const std::vector<MeetingKeys> &right,
                       std::size_t mostPerKey)
{
    const std::array<KeyIndex, meetingWays> indexes = indexesOf(right);
    m_ends.reserve(left.size() + 1);
    m_ends.push_back(0);
    std::vector<int> met;
    for (const MeetingKeys &keys : left) {
        met.clear();
        for (std::size_t way = 0; way < meetingWays; ++way) {
            if (keys[way] == 0)
                continue;
            const std::span<const KeyIndex::Entry> sharing = indexes[way].find(keys[way]);
            if (sharing.size() > mostPerKey)
                continue;
            for (const KeyIndex::Entry &entry : sharing)
                met.push_back(entry.person);
        }
        std::sort(met.begin(), met.end());
        m_met.insert(m_met.end(), met.begin(), std::unique(met.begin(), met.end()));
        m_ends.push_back(m_met.size());
    }
}

} // namespace twinbook
