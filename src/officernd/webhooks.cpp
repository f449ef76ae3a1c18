// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/webhooks.h"

#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

//! Whether the service, out on the internet, could call it.
bool isReachable(const QUrl &url)
{
    const QString host = url.host().toLower();
    if (!url.isValid() || url.scheme() != "https"_L1 || !url.userInfo().isEmpty())
        return false;
    if (!QHostAddress(host).isNull())
        return false; // certificates are made out to names
    return host.contains(u'.') && !host.endsWith(".localhost"_L1) && !host.endsWith(".local"_L1);
}

std::optional<Error> problemOf(const NewWebhook &webhook)
{
    if (!isReachable(webhook.url)) {
        return refused(QCoreApplication::translate(
            "officernd",
            "OfficeRnD can only call an address that starts with https and has a name "
            "that everybody on the internet can reach. Enter such an address."));
    }
    const QStringList known = eventTypes();
    const bool allKnown = std::all_of(webhook.eventTypes.cbegin(), webhook.eventTypes.cend(),
                                      [&](const QString &type) { return known.contains(type); });
    if (webhook.eventTypes.isEmpty() || !allKnown) {
        return refused(QCoreApplication::translate(
            "officernd", "Choose at least one of the events that OfficeRnD knows, and no other."));
    }
    return std::nullopt;
}

} // namespace

QStringList eventTypes()
{
    struct Group
    {
        QLatin1StringView name;
        QList<QLatin1StringView> events;
    };
    const QList<QLatin1StringView> life {"created"_L1, "updated"_L1, "removed"_L1};
    const QList<QLatin1StringView> comings {"created"_L1, "removed"_L1};
    const QList<QLatin1StringView> edits {"created"_L1, "updated"_L1};
    QStringList types;
    for (const auto &[name, events] : {Group {"company"_L1, life},
                                       {"company.paymentdetails"_L1, comings},
                                       {"member"_L1, life},
                                       {"member.paymentdetails"_L1, comings},
                                       {"invoice"_L1, life},
                                       {"invoice.charge"_L1, life},
                                       {"invoice.allocation"_L1, comings},
                                       {"fee"_L1, life},
                                       {"membership"_L1, life},
                                       {"booking"_L1, life},
                                       {"contract"_L1, life},
                                       {"ticket"_L1, life},
                                       {"integration"_L1, {"removed"_L1}},
                                       {"pass"_L1, edits},
                                       {"occupancyslot"_L1, comings},
                                       {"checkin"_L1, edits}}) {
        for (const auto event : events)
            types.append(name + u'.' + event);
    }
    return types;
}

void readFrom(ObjectReader &in, Webhook &webhook)
{
    in.require("_id"_L1, webhook.id);
    in.read("url"_L1, webhook.url);
    in.read("description"_L1, webhook.description);
    in.read("eventTypes"_L1, webhook.eventTypes);
    in.read("isEnabled"_L1, webhook.isEnabled);
    in.read("secret"_L1, webhook.secret);
}

ListJob<Webhook> Webhooks::list() const
{
    return listJob<Webhook>(m_account, ListQuery(Operation::ListWebhooks));
}

std::unique_ptr<TypedJob<Webhook>> Webhooks::get(const WebhookId &id) const
{
    return itemJob<Webhook>(m_account, operationRequest(Operation::GetWebhook, id.text()));
}

std::unique_ptr<TypedJob<Webhook>> Webhooks::create(const NewWebhook &webhook) const
{
    if (const auto problem = problemOf(webhook))
        return failedJob<Webhook>(m_account, *problem);
    Body body(m_account.settings.quirks);
    body.put("url"_L1, webhook.url.toString(QUrl::FullyEncoded));
    body.put("eventTypes"_L1, webhook.eventTypes);
    body.put("description"_L1, webhook.description);
    body.put("isEnabled"_L1, webhook.isEnabled);
    return itemJob<Webhook>(m_account, writeRequest(Operation::CreateWebhook, {}, body.object()));
}

std::unique_ptr<TypedJob<void>> Webhooks::remove(const WebhookId &id) const
{
    return std::make_unique<RequestJob<void>>(
        m_account.client, m_account.lane, operationRequest(Operation::DeleteWebhook, id.text()),
        [](const Result<QJsonObject> &reply) -> Result<> {
            // Gone already, perhaps by a first try whose reply was lost.
            if (reply || reply.error().kind == ErrorKind::NotFound)
                return {};
            return Failure(reply.error());
        });
}

} // namespace twinbook::officernd
