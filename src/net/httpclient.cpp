// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "net/allowance.h"
#include "net/httpcall.h"
#include "net/loggable.h"
#include "net/rawcall.h"

using namespace Qt::StringLiterals;

namespace twinbook {

HttpClient::HttpClient(HttpParts parts, QUrl baseUrl, QList<HttpHeader> fixedHeaders,
                       RetryPolicy retry)
    : m_parts(parts)
    , m_baseUrl(std::move(baseUrl))
    , m_fixedHeaders(std::move(fixedHeaders))
    , m_retry(retry)
{
    if (m_parts.service.isEmpty())
        m_parts.service = m_baseUrl.host();
    if (m_parts.limiter.objectName().isEmpty())
        m_parts.limiter.setObjectName(m_parts.service);
}

HttpClient::~HttpClient() = default;

std::unique_ptr<ReplyJob> HttpClient::send(const HttpRequest &request)
{
    return std::make_unique<HttpCall>(*this, request, m_retry);
}

std::unique_ptr<RawReplyJob> HttpClient::sendRaw(const HttpRequest &request)
{
    return std::make_unique<RawCall>(*this, request);
}

void HttpClient::record(const Sent &sent, const TransportReply &reply, const QJsonObject &body,
                        const QString &error) const
{
    if (!m_parts.log)
        return;
    const RateStatus status = m_parts.limiter.status(demandOf(sent.request).rateClass);
    m_parts.log->add({.sentAt = sent.at,
                      .number = sent.number,
                      .attempt = sent.attempt,
                      .service = m_parts.service,
                      .lane = sent.request.lane,
                      .method = QString::fromLatin1(methodName(sent.request.method)),
                      .path = loggablePath(sent.request),
                      .status = reply.response.status,
                      .error = error,
                      .trace = traceOf(body, reply.response.headers),
                      .duration = sent.took,
                      .bytesSent = sent.request.body.size(),
                      .bytesReceived = reply.response.body.size(),
                      .burstLeft = status.burstLeft,
                      .dayLeft = status.dayLeft});
}

WireRequest HttpClient::wireRequest(const HttpRequest &request, const QUrl &url,
                                    const QByteArray &token) const
{
    WireRequest wire {request.method, url, m_fixedHeaders, request.body, request.repetition};
    wire.headers.append({"Accept"_ba, "application/json"_ba});
    wire.headers.append({"User-Agent"_ba, "Twinbook/" TWINBOOK_VERSION ""_ba});
    if (!request.contentType.isEmpty())
        wire.headers.append({"Content-Type"_ba, request.contentType});
    if (!token.isEmpty())
        wire.headers.append({"Authorization"_ba, "Bearer "_ba + token});
    return wire;
}

} // namespace twinbook
