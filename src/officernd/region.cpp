// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/region.h"

#include "core/logging.h"
#include "officernd/service.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

QUrl organizationUrl(const QUrl &apiUrl, const QString &organization)
{
    QUrl url = apiUrl;
    url.setPath(apiUrl.path() + "/organizations/"_L1 + organization);
    return url;
}

void followRegion(Account &account, const QJsonObject &organization)
{
    const QString region
        = organization.value("regionInfo"_L1).toObject().value("regionUrl"_L1).toString();
    if (region.isEmpty())
        return;
    QUrl apiUrl(region);
    apiUrl.setPath(account.settings.apiUrl.path());
    const Result<QUrl> checked = checkedBaseUrl(apiUrl, officeRnDHosts(), account.settings.hosts);
    if (checked)
        account.client.setBaseUrl(organizationUrl(*checked, account.settings.organization));
    else
        qCWarning(logOfficeRnD) << "ignored a region outside the service's hosts";
}

} // namespace twinbook::officernd
