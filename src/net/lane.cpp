// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/lane.h"

namespace twinbook {

namespace {

constexpr int peopleBeforeBackground = 3;

} // namespace

Lane LaneOrder::first() const
{
    return m_peopleInARow < peopleBeforeBackground ? Lane::Person : Lane::Background;
}

void LaneOrder::taken(Lane lane)
{
    if (lane == Lane::Background)
        m_peopleInARow = 0;
    else if (m_peopleInARow < peopleBeforeBackground)
        ++m_peopleInARow;
}

} // namespace twinbook
