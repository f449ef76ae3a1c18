// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/side.h"

namespace twinbook {

QString serviceName(Side side)
{
    return side == Side::Left ? QStringLiteral("OfficeRnD") : QStringLiteral("HighLevel");
}

QString serviceKey(Side side)
{
    return side == Side::Left ? QStringLiteral("officernd") : QStringLiteral("highlevel");
}

} // namespace twinbook
