// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpcall.h"

#include "core/logging.h"
#include "core/redact.h"
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
    m_client.m_parts.limiter.enqueue(this, demand(), [this](RateLimiter::Answer permit) {
        if (permit)
            transmit(std::move(*permit));
        else
            holdBack(permit.error());
    });
}

//! Waiting so long would look like being stuck; whoever asked decides when to come back.
void HttpCall::holdBack(const RateRefusal &refusal)
{
    Fault fault;
    fault.stage = FaultStage::Allowance;
    fault.method = m_request.method;
    fault.permission = m_request.permission;
    fault.retryAfter = refusal.wait;
    const QString cause = refusal.cause == RateRefusal::Cause::DaySpent
        ? u"what is left of the day's allowance is kept"_s
        : u"the service asked for a pause"_s;
    fault.technical = redacted(requestLabel(m_request) + u": not sent, "_s + cause);
    finish(Failure(m_client.m_parts.faults.read(fault)));
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
    m_exchange = m_client.m_parts.transport.send(wireRequest(*url));
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
    reportOutcome(*reply);
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

void HttpCall::reportOutcome(const TransportReply &reply)
{
    using Ending = RateOutcome::Ending;

    RateOutcome outcome {Ending::Answered, reply.response.headers};
    if (reply.fault == TransportFault::TimedOut || reply.response.status == 408
        || reply.response.status == 504)
        outcome.ending = Ending::TimedOut;
    else if (reply.fault != TransportFault::None)
        outcome.ending = Ending::Lost;
    else if (reply.response.status == 429)
        outcome.ending = Ending::Refused;
    m_client.m_parts.limiter.report(m_permit, outcome);
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

RateDemand HttpCall::demand() const
{
    return {m_request.method == HttpMethod::Get ? RateClass::Read : RateClass::Write,
            m_request.lane};
}

WireRequest HttpCall::wireRequest(const QUrl &url) const
{
    WireRequest wire {m_request.method, url, m_client.m_fixedHeaders, m_request.body,
                      m_request.repetition};
    wire.headers.append({"Accept"_ba, "application/json"_ba});
    wire.headers.append({"User-Agent"_ba, "Twinbook/" TWINBOOK_VERSION ""_ba});
    if (!m_request.contentType.isEmpty())
        wire.headers.append({"Content-Type"_ba, m_request.contentType});
    if (!m_token.isEmpty())
        wire.headers.append({"Authorization"_ba, "Bearer "_ba + m_token});
    return wire;
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
    RequestLog *log = m_client.m_parts.log;
    if (!log)
        return;
    const RateStatus status = m_client.m_parts.limiter.status(demand().rateClass);
    log->add({.sentAt = m_sentAt,
              .number = m_number,
              .attempt = m_attempt,
              .service = m_client.m_parts.service,
              .lane = m_request.lane,
              .method = QString::fromLatin1(methodName(m_request.method)),
              .path = loggablePath(m_request),
              .status = reply.response.status,
              .error = error,
              .trace = traceOf(body, reply.response.headers),
              .duration = std::chrono::milliseconds(m_elapsed.elapsed()),
              .bytesSent = m_request.body.size(),
              .bytesReceived = reply.response.body.size(),
              .burstLeft = status.burstLeft,
              .dayLeft = status.dayLeft});
}

} // namespace twinbook
