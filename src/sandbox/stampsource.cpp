// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/stampsource.h"

#include <algorithm>

namespace twinbook::sandbox {

QString isoStamp(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QString StampSource::next()
{
    const QDateTime now = m_clock.now();
    m_last = m_last.isValid() ? std::max(now, m_last.addMSecs(1)) : now;
    return isoStamp(m_last);
}

} // namespace twinbook::sandbox
