// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "net/httpcall.h"
#include "net/rawcall.h"

using namespace Qt::StringLiterals;

namespace twinbook {

HttpClient::HttpClient(HttpParts parts, QUrl baseUrl, QList<HttpHeader> fixedHeaders,
                       RetryPolicy retry)
    : m_parts(parts)
    , m_baseUrl(std::move(baseUrl))
    , m_fixedHeaders(std::move(fixedHeaders))
    , m_retry(retry)
{ }

HttpClient::~HttpClient() = default;

std::unique_ptr<ReplyJob> HttpClient::send(const HttpRequest &request)
{
    return std::make_unique<HttpCall>(*this, request);
}

std::unique_ptr<RawReplyJob> HttpClient::sendRaw(const HttpRequest &request)
{
    return std::make_unique<RawCall>(*this, request);
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
