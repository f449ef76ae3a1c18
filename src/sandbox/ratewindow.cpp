// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/ratewindow.h"

#include <algorithm>

namespace twinbook::sandbox {

bool RateWindow::take(const QDateTime &now)
{
    // A clock that was set back must not close the window for ever.
    const qint64 age = m_opened.isValid() ? m_opened.msecsTo(now) : -1;
    if (age < 0 || age >= m_length.count()) {
        m_opened = now;
        m_used = 0;
    }
    if (m_used >= m_limit)
        return false;
    ++m_used;
    return true;
}

std::chrono::seconds RateWindow::untilReset(const QDateTime &now) const
{
    if (!m_opened.isValid())
        return std::chrono::ceil<std::chrono::seconds>(m_length);
    const std::chrono::milliseconds age(m_opened.msecsTo(now));
    return std::chrono::ceil<std::chrono::seconds>(
        std::clamp(m_length - age, std::chrono::milliseconds(0), m_length));
}

} // namespace twinbook::sandbox
