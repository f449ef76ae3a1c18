// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/keyindex.h"

#include <array>
#include <span>
#include <vector>

namespace twinbook {

inline constexpr std::size_t meetingWays = 19;

//! Hashes of the keys of one person, one for each way in which two people can meet; 0 for none.
using MeetingKeys = std::array<std::size_t, meetingWays>;

//! Who of two lists share a key. Each key alone is enough to meet; one that more than `mostPerKey`
//! people on the right share says nothing and would only cost time.
class Encounters
{
public:
    Encounters() = default;
    Encounters(const std::vector<MeetingKeys> &left, const std::vector<MeetingKeys> &right,
               std::size_t mostPerKey);

    //! Places on the right, ascending, each once. Valid as long as the encounters.
    [[nodiscard]] std::span<const int> of(std::size_t left) const
    {
        return std::span(m_met).subspan(m_ends[left], m_ends[left + 1] - m_ends[left]);
    }
    //! How many pairs there are.
    [[nodiscard]] std::size_t count() const { return m_met.size(); }

private:
    std::vector<int> m_met; // by place on the left
    std::vector<std::size_t> m_ends; // of each one's part, behind a zero
};

} // namespace twinbook
