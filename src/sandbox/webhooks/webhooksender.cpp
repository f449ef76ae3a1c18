// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/webhooks/webhooksender.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkReply>

#include <chrono>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr std::chrono::seconds patience {10};

} // namespace

WebhookSender::WebhookSender(QObject *parent)
    : QObject(parent)
{
    m_network.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patience).count()));
}

WebhookSender::~WebhookSender() = default;

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

void WebhookSender::post(const QByteArray &body, const Headers &headers)
{
    if (!hasAddress())
        return;
    QNetworkRequest request(m_address);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace twinbook::sandbox
