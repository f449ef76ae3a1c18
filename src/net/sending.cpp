// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/sending.h"

#include "net/allowance.h"

namespace twinbook {

namespace {

//! A finished job may not be destroyed from a slot of its own signal.
template<class JobType>
void retire(std::unique_ptr<JobType> &job)
{
    if (job)
        job.release()->deleteLater();
}

} // namespace

Sending::Sending(HttpClient &client, HttpRequest request)
    : m_client(client)
    , m_request(std::move(request))
    , m_number(client.m_parts.log ? client.m_parts.log->nextNumber() : 0)
{ }

Sending::~Sending() = default;

void Sending::begin()
{
    if (!m_client.m_parts.tokens) {
        queue();
        return;
    }
    m_tokenJob = m_client.m_parts.tokens->token();
    connect(m_tokenJob.get(), &Job::finished, this, [this] {
        const Result<QByteArray> token = m_tokenJob->result();
        retire(m_tokenJob);
        if (m_cancelled)
            return;
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        m_token = *token;
        queue();
    });
    m_tokenJob->start();
}

void Sending::again()
{
    queue();
}

void Sending::cancel()
{
    m_cancelled = true;
    if (m_exchange) {
        m_exchange->cancel();
        return;
    }
    m_client.m_parts.limiter.forget(this);
    Q_EMIT failed(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}});
}

bool Sending::mayRenewToken() const
{
    return m_client.m_parts.tokens && !m_tokenRenewed;
}

TokenSource::Renewal Sending::renewToken()
{
    Q_ASSERT(mayRenewToken());
    m_tokenRenewed = true;
    return m_client.m_parts.tokens->renew(m_token);
}

void Sending::queue()
{
    m_client.m_parts.limiter.enqueue(this, demandOf(m_request), [this](RateLimiter::Answer permit) {
        if (permit)
            transmit(std::move(*permit));
        else
            Q_EMIT failed(faults().read(heldBack(m_request, permit.error())));
    });
}

void Sending::transmit(RatePermit permit)
{
    const Result<QUrl> url = requestUrl(m_client.m_baseUrl, m_request);
    if (!url) {
        Q_EMIT failed(url.error());
        return;
    }
    m_permit = std::move(permit);
    ++m_attempt;
    m_sentAt = now();
    m_elapsed.start();
    m_exchange = m_client.m_parts.transport.send(m_client.wireRequest(m_request, *url, m_token));
    connect(m_exchange.get(), &Job::finished, this, &Sending::receive);
    m_exchange->start();
}

void Sending::receive()
{
    const Result<TransportReply> reply = m_exchange->result();
    retire(m_exchange);
    if (reply)
        m_client.m_parts.limiter.report(m_permit, outcomeOf(*reply));
    m_permit = RatePermit();
    if (reply) {
        Q_EMIT received(*reply);
        return;
    }
    record({}, {}, errorKindName(reply.error().kind));
    Q_EMIT failed(reply.error());
}

std::chrono::milliseconds Sending::took() const
{
    return std::chrono::milliseconds(m_elapsed.elapsed());
}

const FaultReader &Sending::faults() const
{
    return m_client.m_parts.faults;
}

QDateTime Sending::now() const
{
    return m_client.m_parts.clock.now();
}

void Sending::record(const TransportReply &reply, const QJsonObject &body,
                     const QString &error) const
{
    m_client.record({m_request, m_sentAt, m_number, m_attempt, took()}, reply, body, error);
}

} // namespace twinbook
