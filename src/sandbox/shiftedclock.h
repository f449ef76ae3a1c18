// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <chrono>

namespace twinbook::sandbox {

//! Another clock, moved ahead.
class ShiftedClock final : public Clock
{
public:
    //! `clock` is not owned and must outlive this.
    explicit ShiftedClock(const Clock &clock)
        : m_clock(clock)
    { }

    [[nodiscard]] QDateTime now() const override { return m_clock.now().addMSecs(m_ahead.count()); }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    const Clock &m_clock;
    std::chrono::milliseconds m_ahead {0};
};

} // namespace twinbook::sandbox
