// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/clientcredentials.h"
#include "core/clock.h"
#include "net/httpclient.h"
#include "officernd/codec.h"
#include "officernd/settings.h"

#include <QList>

namespace twinbook::officernd {

//! What the jobs of one connected organisation share: the way to it, and what was learned about it
//! so far.
struct Account
{
    HttpClient &client;
    const Clock &clock;
    const ClientCredentialsTokenSource &tokens;
    OfficeRnDSettings settings;

    std::optional<QList<FieldSpec>> propertyFields {}; //!< custom properties of members, once read
    PropertyTypes propertyTypes {};
    CompanyNames companies {};
};

//! "acme" under ".../api/v2" is ".../api/v2/organizations/acme".
[[nodiscard]] QUrl organizationUrl(const QUrl &apiUrl, const QString &organization);

} // namespace twinbook::officernd
