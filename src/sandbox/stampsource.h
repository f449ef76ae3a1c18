// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"

#include <QString>

namespace twinbook::sandbox {

//! ISO 8601 UTC with milliseconds, the form of both services. Sorts as text.
[[nodiscard]] QString isoStamp(const QDateTime &moment);

//! Stamps of changes: the time of the clock, but each later than the one before, so that the
//! order of changes is always told by their stamps.
class StampSource
{
public:
    explicit StampSource(const Clock &clock)
        : m_clock(clock)
    { }

    [[nodiscard]] QString next();
    [[nodiscard]] QDateTime now() const { return m_clock.now(); }

private:
    const Clock &m_clock;
    QDateTime m_last;
};

} // namespace twinbook::sandbox
