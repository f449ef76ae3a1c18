// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/stampsource.h"
#include "sandbox/webhooks/signingkey.h"
#include "sandbox/webhooks/webhooksender.h"

#include <QJsonObject>

namespace twinbook::sandbox {

//! HighLevel's events on their way to their one subscriber (highlevel.md 4): flat objects with
//! `timestamp` and `webhookId`, signed by `X-GHL-Signature` over the bytes as they are sent, if
//! Quirk::WebhooksAreSigned holds. The older RSA signature has ended and is not sent.
class HighLevelEvents
{
public:
    //! `stamps` and `post` are not owned and must outlive this.
    HighLevelEvents(const StampSource &stamps, const QuirkSet &quirks, EventPost &post)
        : m_stamps(stamps)
        , m_quirks(quirks)
        , m_sender(post)
    { }

    void setQuirks(const QuirkSet &quirks) { m_quirks = quirks; }

    //! See WebhookSender::setAddress().
    [[nodiscard]] Result<> sendTo(const QUrl &address) { return m_sender.setAddress(address); }
    [[nodiscard]] QByteArray publicKeyPem() const { return m_key.publicKeyPem(); }

    void tell(const QString &type, const QString &locationId, const QString &appId,
              const QJsonObject &members);

private:
    const StampSource &m_stamps;
    QuirkSet m_quirks;
    SigningKey m_key;
    WebhookSender m_sender;
};

} // namespace twinbook::sandbox
