// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/webhooks.h"

#include "sandbox/officernd/tokendesk.h"
#include "sandbox/officernd/writing.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

CollectionRules webhookRules()
{
    const FieldRules fields {{.name = u"url"_s},
                             {.name = u"description"_s, .null = Null::Allowed},
                             {.name = u"eventTypes"_s, .kind = Kind::TextList},
                             {.name = u"isEnabled"_s, .kind = Kind::Boolean}};
    return {.create = fields,
            .update = fields,
            .required = {u"url"_s, u"eventTypes"_s},
            .stamps = CollectionRules::Stamps::None};
}

//! What is wrong with the values; the types were checked before.
QStringList problemsOf(const QJsonObject &body)
{
    QStringList problems;
    const QUrl url(body.value(u"url"_s).toString(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (body.contains(u"url"_s) && (!isWeb || url.host().isEmpty()))
        problems.append(u"url must be a URL address"_s);
    const QStringList types = body.value(u"eventTypes"_s).toVariant().toStringList();
    for (const QString &type : types) {
        if (!webhookEventTypes().contains(type)) {
            problems.append(u"each value in eventTypes must be one of the following values: "_s
                            + webhookEventTypes().join(u", "_s));
            break;
        }
    }
    return problems;
}

} // namespace

Webhooks::Webhooks(State &state, EventPost &post)
    : Collection(state, state.webhooks, webhookRules())
    , m_post(post)
{ }

void Webhooks::addTo(Routes &routes)
{
    const QString prefix = u"settings.webhooks."_s;
    routes.addList(u"webhooks"_s, prefix + u"read"_s, listing());
    routes.addGet(u"webhooks"_s, prefix + u"read"_s, *this);
    routes.addObject("POST", u"webhooks"_s, prefix + u"create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"webhooks/*"_s, prefix + u"update"_s, 200,
                     [this](const Call &call) -> Served<QJsonObject> {
                         const QStringList problems = problemsOf(call.body);
                         if (!problems.isEmpty())
                             return refused(400, problems);
                         return update(call.id, call.body);
                     });
    routes.addObject("DELETE", u"webhooks/*"_s, prefix + u"delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
}

Served<QJsonObject> Webhooks::create(const QJsonObject &body)
{
    const auto good = checked(body, rules().create, rules().required);
    if (!good)
        return good;
    if (const QStringList problems = problemsOf(*good); !problems.isEmpty())
        return refused(400, problems);
    QJsonObject webhook = *good;
    if (!webhook.contains(u"isEnabled"_s))
        webhook.insert(u"isEnabled"_s, true);
    webhook.insert(u"secret"_s, randomSecret(24));
    return add(webhook);
}

void Webhooks::tell(const Event &event)
{
    if (state().webhooks.size() == 0)
        return; // an event that nobody hears uses up no id
    const QDateTime now = state().stamps.now();
    const QJsonObject told {
        {u"event"_s, state().ids.next()},
        {u"eventType"_s, event.type},
        {u"data"_s,
         QJsonObject {{u"object"_s, event.object}, {u"previousAttributes"_s, event.previous}}},
        {u"createdAt"_s, isoStamp(now)}};
    const QByteArray body = QJsonDocument(told).toJson(QJsonDocument::Compact);
    for (const auto &[id, webhook] : state().webhooks.all()) {
        const QJsonArray types = webhook.value(u"eventTypes"_s).toArray();
        if (!webhook.value(u"isEnabled"_s).toBool() || !types.contains(event.type))
            continue;
        PostedEvent posted {.side = Side::Left,
                            .type = event.type,
                            .url = QUrl(webhook.value(u"url"_s).toString(), QUrl::StrictMode),
                            .body = body};
        if (state().holds(Quirk::OfficeRnDWebhooksAreSigned))
            posted.headers.append({"officernd-signature",
                                   webhookSignature(webhook.value(u"secret"_s).toString().toUtf8(),
                                                    body, now.toSecsSinceEpoch())});
        m_post.send(posted);
    }
}

const QStringList &webhookEventTypes()
{
    static const QStringList types = [] {
        QStringList list;
        const auto add = [&list](const QString &group, const QStringList &events) {
            for (const QString &event : events)
                list.append(QString(group + u'.' + event));
        };
        const QStringList all {u"created"_s, u"updated"_s, u"removed"_s};
        const QStringList details {u"paymentdetails.created"_s, u"paymentdetails.removed"_s};
        for (const QString &group : {u"company"_s, u"member"_s}) {
            add(group, all);
            add(group, details);
        }
        add(u"invoice"_s, all);
        add(u"invoice.charge"_s, all);
        add(u"invoice.allocation"_s, {u"created"_s, u"removed"_s});
        for (const QString &group :
             {u"fee"_s, u"membership"_s, u"booking"_s, u"contract"_s, u"ticket"_s})
            add(group, all);
        add(u"integration"_s, {u"removed"_s});
        add(u"pass"_s, {u"created"_s, u"updated"_s});
        add(u"occupancyslot"_s, {u"created"_s, u"removed"_s});
        add(u"checkin"_s, {u"created"_s, u"updated"_s});
        return list;
    }();
    return types;
}

QByteArray webhookSignature(const QByteArray &secret, const QByteArray &body, qint64 seconds)
{
    const QByteArray time = QByteArray::number(seconds);
    const QByteArray hex
        = QMessageAuthenticationCode::hash(body + '.' + time, secret, QCryptographicHash::Sha256)
              .toHex();
    return "t=" + time + ",signature=" + hex;
}

} // namespace twinbook::sandbox::officernd
