// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "net/fault.h"
#include "net/httprequest.h"
#include "net/ratelimiter.h"
#include "net/requestlog.h"
#include "net/retrypolicy.h"
#include "net/tokensource.h"
#include "net/transport.h"

#include <QJsonObject>
#include <QUrl>

#include <memory>

namespace twinbook {

using ReplyJob = TypedJob<QJsonObject>;

//! The parts of one request path. All of them must outlive the client and its jobs.
struct HttpParts
{
    const Clock &clock;
    Transport &transport;
    RateLimiter &limiter;
    const FaultReader &faults;
    TokenSource *tokens = nullptr; //!< none for requests that carry their own credentials
    RequestLog *log = nullptr; //!< where every attempt is written down, if anywhere
    QString service {}; //!< the name in logs; the host of the base URL if empty

    //! The same way with other credentials.
    [[nodiscard]] HttpParts with(TokenSource &others) const
    {
        HttpParts parts = *this;
        parts.tokens = &others;
        return parts;
    }
};

//! The one way out of the program: adds address and credential, waits for the limiter, sends,
//! reads the reply in stages, renews a refused token once, retries what may be retried, and logs
//! without secrets or personal data.
class HttpClient final
{
    Q_DISABLE_COPY_MOVE(HttpClient)

public:
    //! `baseUrl` comes from checkedBaseUrl(). `fixedHeaders` go with every request.
    HttpClient(HttpParts parts, QUrl baseUrl, QList<HttpHeader> fixedHeaders = {},
               RetryPolicy retry = RetryPolicy());
    ~HttpClient();

    //! A job that has not started. Its result is the reply's object; its errors come from the
    //! FaultReader and are final.
    [[nodiscard]] std::unique_ptr<ReplyJob> send(const HttpRequest &request);

    //! The same for a request that a person composed: the result is the reply as it came, whatever
    //! its status. A read is sent a second time only if its token could be renewed, a write never.
    [[nodiscard]] std::unique_ptr<RawReplyJob> sendRaw(const HttpRequest &request);

    [[nodiscard]] const QUrl &baseUrl() const { return m_baseUrl; }
    //! For services that name another host for an account (officernd.md 1.4). The caller has
    //! checked the address.
    void setBaseUrl(const QUrl &baseUrl) { m_baseUrl = baseUrl; }

private:
    friend class Sending;

    //! One sending, for the log.
    struct Sent
    {
        const HttpRequest &request;
        QDateTime at;
        quint64 number;
        int attempt;
        std::chrono::milliseconds took;
    };
    void record(const Sent &sent, const TransportReply &reply, const QJsonObject &body,
                const QString &error) const;

    //! With everything that goes over the wire; without credential if `token` is empty.
    [[nodiscard]] WireRequest wireRequest(const HttpRequest &request, const QUrl &url,
                                          const QByteArray &token) const;

    HttpParts m_parts;
    QUrl m_baseUrl;
    QList<HttpHeader> m_fixedHeaders;
    RetryPolicy m_retry;
};

} // namespace twinbook
