// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/ratereading.h"

#include <deque>

namespace twinbook::test {

//! The counting of a service, as a model: how it limits is not known, so every way is played.
//! Moments are milliseconds.
class ModelAllowance
{
public:
    enum class Counting : quint8 {
        FixedByClock, //!< windows one after another, whatever happens
        OpenedByRequest, //!< a window begins with the first request after the last one
        Sliding, //!< every stretch of one window counts
    };
    enum class Reset : quint8 { Silent, Told };

    ModelAllowance(Counting counting, RateWindow window, Reset reset = Reset::Silent)
        : m_counting(counting)
        , m_window(window)
        , m_reset(reset)
    { }

    //! One request that arrives. Refused ones are not counted against the allowance.
    bool take(qint64 now)
    {
        const qint64 length = m_window.length.count();
        if (m_counting == Counting::Sliding) {
            while (!m_taken.empty() && m_taken.front() <= now - length)
                m_taken.pop_front();
        } else if (m_counting == Counting::FixedByClock && now / length != m_opened / length) {
            m_taken.clear();
            m_opened = now / length * length;
        } else if (m_counting == Counting::OpenedByRequest && now >= m_opened + length) {
            m_taken.clear();
            m_opened = now;
        }
        if (static_cast<int>(m_taken.size()) >= m_window.limit)
            return false;
        m_taken.push_back(now);
        return true;
    }

    //! What a reply tells that leaves now.
    [[nodiscard]] RateReading reading(qint64 now) const
    {
        RateReading reading {m_window, m_window.limit - static_cast<int>(m_taken.size()), {}};
        if (m_reset == Reset::Told) {
            const qint64 left = m_opened + m_window.length.count() - now;
            reading.resetAt
                = QDateTime::fromMSecsSinceEpoch(now + (left + 999) / 1000 * 1000, Qt::UTC);
        }
        return reading;
    }

private:
    Counting m_counting;
    RateWindow m_window;
    Reset m_reset;
    qint64 m_opened = 0;
    std::deque<qint64> m_taken;
};

} // namespace twinbook::test
