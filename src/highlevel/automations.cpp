// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/automations.h"

#include "highlevel/operation.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Automation>
{
    static constexpr std::tuple members {required("id"_L1, &Automation::id),
                                         member("name"_L1, &Automation::name),
                                         member("status"_L1, &Automation::status)};
};

namespace {

constexpr Endpoint listWorkflows {HttpMethod::Get, "workflows/"_L1, scopes::workflowsRead,
                                  Subject::Account};
constexpr Endpoint listCampaigns {HttpMethod::Get, "campaigns/"_L1, scopes::campaignsRead,
                                  Subject::Account};

} // namespace

Pending<QList<Automation>> Automations::workflows() const
{
    return Operation(account(), listWorkflows)
        .where(u"locationId"_s, location())
        .one<QList<Automation>>("workflows"_L1, "items"_L1);
}

Pending<QList<Automation>> Automations::campaigns(const QString &status) const
{
    return Operation(account(), listCampaigns)
        .where(u"locationId"_s, location())
        .where(u"status"_s, status)
        .one<QList<Automation>>("campaigns"_L1, "items"_L1);
}

} // namespace twinbook::highlevel
