// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/account.h"

#include <QUrl>

namespace twinbook::officernd {

//! "acme" under ".../api/v2" is ".../api/v2/organizations/acme".
[[nodiscard]] QUrl organizationUrl(const QUrl &apiUrl, const QString &organization);

//! Some organisations live on another host, which their own record names (officernd.md 1.4). It is
//! followed only to the vendor's own hosts; every later request of the account goes there.
void followRegion(Account &account, const QJsonObject &organization);

} // namespace twinbook::officernd
