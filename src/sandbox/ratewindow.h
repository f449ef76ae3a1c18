// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>

namespace twinbook::sandbox {

//! A fixed window that opens with its first request and lets a number of requests through.
class RateWindow
{
public:
    RateWindow(int limit, std::chrono::milliseconds length)
        : m_limit(limit)
        , m_length(length)
    { }

    //! Counts one request. False, and nothing counted, if the window is full.
    [[nodiscard]] bool take(const QDateTime &now);

    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] std::chrono::milliseconds length() const { return m_length; }
    [[nodiscard]] int remaining() const { return m_limit - m_used; }
    //! Until the window closes, rounded up to whole seconds; what Retry-After says.
    [[nodiscard]] std::chrono::seconds untilReset(const QDateTime &now) const;

private:
    int m_limit;
    std::chrono::milliseconds m_length;
    QDateTime m_opened;
    int m_used = 0;
};

} // namespace twinbook::sandbox
