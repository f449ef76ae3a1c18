// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/webhooks/webhooksender.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

Result<> WebhookSender::setAddress(const QUrl &address)
{
    const bool isHere
        = address.host() == "localhost"_L1 || QHostAddress(address.host()).isLoopback();
    if (!address.isEmpty() && (!address.isValid() || address.scheme() != "http"_L1 || !isHere))
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "Sandbox",
                "Practice mode tells its events only to programs on this computer. Choose an "
                "address that begins with http://127.0.0.1."),
            .detail = {},
        });
    m_address = address;
    return {};
}

void WebhookSender::post(const QString &type, const QByteArray &body, const Headers &headers)
{
    if (hasAddress())
        m_post.send({.side = Side::Right,
                     .type = type,
                     .url = m_address,
                     .body = body,
                     .headers = headers});
}

} // namespace twinbook::sandbox
