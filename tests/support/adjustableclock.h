// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <chrono>

namespace twinbook::test {

//! The computer's clock, which can be put forward.
class AdjustableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::currentDateTimeUtc().addMSecs(m_ahead.count());
    }
    void advance(std::chrono::milliseconds by) { m_ahead += by; }

private:
    std::chrono::milliseconds m_ahead {0};
};

} // namespace twinbook::test
