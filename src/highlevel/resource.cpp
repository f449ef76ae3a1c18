// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/resource.h"

#include "highlevel/account.h"

namespace twinbook::highlevel {

const QString &Resource::location() const
{
    return m_account.settings.locationId;
}

const QuirkSet &Resource::quirks() const
{
    return m_account.settings.quirks;
}

bool Resource::isV3() const
{
    return m_account.settings.version == ApiVersion::V3;
}

} // namespace twinbook::highlevel
