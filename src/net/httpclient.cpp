// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"

#include "net/httpcall.h"

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
    return std::make_unique<HttpCall>(*this, request);
}

} // namespace twinbook
