// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/webhooks/highlevelevents.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

void HighLevelEvents::tell(const QString &type, const QString &locationId, const QString &appId,
                           const QJsonObject &members)
{
    if (!m_sender.hasAddress())
        return;
    QJsonObject event = members;
    event.insert(u"type"_s, type);
    event.insert(u"locationId"_s, locationId);
    event.insert(u"appId"_s, appId);
    event.insert(u"versionId"_s, appId);
    event.insert(u"timestamp"_s, isoStamp(m_stamps.now()));
    event.insert(u"webhookId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    const QByteArray body = QJsonDocument(event).toJson(QJsonDocument::Compact);
    WebhookSender::Headers headers;
    if (m_quirks.holds(Quirk::WebhooksAreSigned))
        headers.append({"X-GHL-Signature", m_key.signature(body).toBase64()});
    m_sender.post(type, body, headers);
}

} // namespace twinbook::sandbox
