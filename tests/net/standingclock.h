// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <chrono>

namespace twinbook::test {

//! Time that stands still until a test moves it.
class StandingClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC};
};

} // namespace twinbook::test
