// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/scopes.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

struct Module
{
    QLatin1StringView name;
    //! "resource.action/action ..." separated by spaces.
    QLatin1StringView resources;
};

constexpr std::array modules {
    Module {"community"_L1,
            "members.read/create/update/delete members.portalAccess.update "
            "companies.read/create/update/delete opportunities.read/create/update/delete "
            "opportunityStatuses.read visits.read/create/delete visitors.read/create/delete "
            "contracts.read/create/update/delete/sign/terminate checkins.read/create/update "
            "fees.read/create/update/delete memberships.read/create/update/delete "
            "receptionFlows.read"_L1},
    Module {"space"_L1,
            "bookings.read/validate/create/update/delete/cancel locations.read floors.read "
            "resources.read resourceTypes.read assignments.read/create/delete amenities.read "
            "passes.read/create/update/delete credits.read/create/update/delete coins.read"_L1},
    Module {"billing"_L1,
            "payments.read/create/update payments.methods.read payments.documents.read "
            "payments.allocations.create/update charges.read/create/update/delete "
            "checkout.create taxRates.read revenueAccounts.read plans.read resourceRates.read "
            "cancellationPolicies.read paymentDetails.read/create/delete "
            "paymentGateways.authorize"_L1},
    Module {"collaboration"_L1,
            "tickets.read/create/update ticketOptions.read ticketComments.read/create "
            "posts.read/create/delete events.read/create/update/delete benefits.read"_L1},
    Module {"settings"_L1,
            "webhooks.read/create/update/delete customProperties.read "
            "secondaryCurrencies.read/update billing.read integrations.read businessHours.read "
            "organization.read"_L1},
    Module {"user"_L1, "auth.signup/signin/impersonate/verify password.update"_L1},
};

QSet<QString> allScopes()
{
    QSet<QString> scopes;
    for (const Module &module : modules) {
        const QStringList resources = QString(module.resources).split(u' ');
        for (const QString &resource : resources) {
            const qsizetype dot = resource.lastIndexOf(u'.');
            const QStringList actions = resource.sliced(dot + 1).split(u'/');
            for (const QString &action : actions)
                scopes.insert("flex."_L1 + module.name + u'.' + resource.first(dot) + u'.'
                              + action);
        }
    }
    return scopes;
}

} // namespace

const QSet<QString> &knownScopes()
{
    static const QSet<QString> scopes = allScopes();
    return scopes;
}

QString firstVersionRead()
{
    return u"officernd.api.read"_s;
}

QString firstVersionWrite()
{
    return u"officernd.api.write"_s;
}

} // namespace twinbook::sandbox::officernd
