// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpcall.h"

#include "core/logging.h"
#include "core/redact.h"
#include "net/allowance.h"
#include "net/replyreader.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

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

HttpCall::HttpCall(HttpClient &client, HttpRequest request)
    : m_client(client)
    , m_request(std::move(request))
    , m_number(client.m_parts.log ? client.m_parts.log->nextNumber() : 0)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &HttpCall::queue);
}

HttpCall::~HttpCall() = default;

void HttpCall::run()
{
    requestToken();
}

void HttpCall::abort()
{
    if (m_exchange) {
        m_exchange->cancel();
        return;
    }
    m_pause.stop();
    m_client.m_parts.limiter.forget(this);
    finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
}

void HttpCall::requestToken()
{
    if (!m_client.m_parts.tokens) {
        queue();
        return;
    }
    m_tokenJob = m_client.m_parts.tokens->token();
    connect(m_tokenJob.get(), &Job::finished, this, [this] {
        const Result<QByteArray> token = m_tokenJob->result();
        retire(m_tokenJob);
        if (!token) {
            finish(Failure(token.error()));
            return;
        }
        m_token = *token;
        queue();
    });
    m_tokenJob->start();
}

void HttpCall::queue()
{
    if (!isRunning())
        return;
    m_client.m_parts.limiter.enqueue(this, demandOf(m_request), [this](RateLimiter::Answer permit) {
        if (permit)
            transmit(std::move(*permit));
        else
            finish(Failure(m_client.m_parts.faults.read(heldBack(m_request, permit.error()))));
    });
}

void HttpCall::transmit(RatePermit permit)
{
    const Result<QUrl> url = requestUrl(m_client.m_baseUrl, m_request);
    if (!url) {
        finish(Failure(url.error()));
        return;
    }
    m_permit = std::move(permit);
    ++m_attempt;
    m_sentAt = m_client.m_parts.clock.now();
    m_elapsed.start();
    m_exchange = m_client.m_parts.transport.send(m_client.wireRequest(m_request, *url, m_token));
    connect(m_exchange.get(), &Job::finished, this, &HttpCall::received);
    m_exchange->start();
}

void HttpCall::received()
{
    const Result<TransportReply> reply = m_exchange->result();
    retire(m_exchange);
    if (!reply) {
        m_permit = RatePermit();
        record({}, {}, errorKindName(reply.error().kind));
        finish(Failure(reply.error()));
        return;
    }
    m_client.m_parts.limiter.report(m_permit, outcomeOf(*reply));
    m_permit = RatePermit();
    logOutcome(*reply);

    tl::expected<QJsonObject, Fault> object
        = readReply(m_request, *reply, m_client.m_parts.clock.now());
    if (object) {
        record(*reply, *object, {});
        finish(std::move(*object));
        return;
    }
    const Error error = m_client.m_parts.faults.read(object.error());
    record(*reply, object.error().body, errorKindName(error.kind));
    failed(std::move(object.error()));
}

void HttpCall::failed(Fault fault)
{
    fault.credential = m_tokenRenewed ? Fault::Credential::Fresh : Fault::Credential::MaybeStale;
    if (renewToken(fault))
        return;

    const Error error = m_client.m_parts.faults.read(fault);
    if (m_client.m_parts.faults.again(fault) != Again::Later) {
        finish(Failure(error));
        return;
    }
    const Attempt attempt {m_attempt, error.kind, fault.transport, m_request.repetition,
                           fault.retryAfter};
    const auto delay
        = m_client.m_retry.delayBeforeNext(attempt, QRandomGenerator::global()->generateDouble());
    if (delay)
        m_pause.start(*delay);
    else
        finish(Failure(error));
}

//! Whether another try with another token has begun. A token that cannot be renewed is marked as
//! fresh, which changes what a refusal means.
bool HttpCall::renewToken(Fault &fault)
{
    TokenSource *tokens = m_client.m_parts.tokens;
    if (!tokens || m_tokenRenewed)
        return false;
    if (m_client.m_parts.faults.again(fault) != Again::WithFreshSignIn)
        return false;
    m_tokenRenewed = true;
    if (tokens->renew(m_token) == TokenSource::Renewal::Useless) {
        fault.credential = Fault::Credential::Fresh;
        return false;
    }
    requestToken();
    return true;
}

void HttpCall::logOutcome(const TransportReply &reply) const
{
    const QString line = u"%1 -> %2, %3 ms, %4 bytes, attempt %5"_s.arg(requestLabel(m_request))
                             .arg(reply.response.status)
                             .arg(m_elapsed.elapsed())
                             .arg(reply.response.body.size())
                             .arg(m_attempt);
    if (reply.fault == TransportFault::None && reply.response.status < 400)
        qCDebug(logNet).noquote() << redacted(line);
    else
        qCInfo(logNet).noquote() << redacted(line) << redacted(reply.detail);
}

void HttpCall::record(const TransportReply &reply, const QJsonObject &body,
                      const QString &error) const
{
    m_client.record(
        {m_request, m_sentAt, m_number, m_attempt, std::chrono::milliseconds(m_elapsed.elapsed())},
        reply, body, error);
}

} // namespace twinbook
