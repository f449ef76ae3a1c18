// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/keyindex.h"

#include <span>
#include <vector>

namespace twinbook {

//! Hashes of the keys of one person, one for each way in which two people can meet; 0 for none.
using MeetingKeys = std::vector<std::size_t>;

//! Finds who shares a key with whom. Each key alone is enough to meet.
class Encounters
{
public:
    //! Of the people of one list, in its order, who all have as many keys. A key that more than
    //! `mostPerKey` of them share says nothing and would only cost time.
    Encounters(const std::vector<MeetingKeys> &people, std::size_t mostPerKey);

    //! Places in that list, ascending, each once. Valid until the next call.
    [[nodiscard]] std::span<const int> of(const MeetingKeys &keys);

private:
    std::size_t m_mostPerKey;
    std::vector<KeyIndex> m_indexes;
    std::vector<int> m_met;
};

} // namespace twinbook
