// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lane.h"

namespace twinbook {

//! Whose turn it is when requests of both lanes could leave: three of people, then one of the
//! background. So people get three quarters of an allowance when they need it (half is promised,
//! sync-engines.md 3.2), and the background is slowed down but never stopped.
class LaneOrder
{
public:
    //! The lane to look at first; the other one goes if this one has nothing to send.
    [[nodiscard]] Lane first() const;
    //! Counts a request that leaves while the other lane waits too. What leaves without anybody
    //! else waiting takes nothing from anybody and is not counted.
    void taken(Lane lane);

private:
    int m_peopleInARow = 0;
};

} // namespace twinbook
