// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/rawcall.h"

#include "core/redact.h"
#include "net/allowance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! What is worth showing of a reply's headers. Cookies and whatever else is not named stays out.
constexpr std::array shownHeaders {"Content-Type",
                                   "Date",
                                   "Retry-After",
                                   "X-RateLimit-Max",
                                   "X-RateLimit-Remaining",
                                   "X-RateLimit-Interval-Milliseconds",
                                   "X-RateLimit-Limit-Daily",
                                   "X-RateLimit-Daily-Remaining",
                                   "x-ratelimit-limit-minute",
                                   "x-ratelimit-limit-read-minute",
                                   "x-ratelimit-remaining-read-minute",
                                   "x-ratelimit-limit-write-minute",
                                   "x-ratelimit-remaining-write-minute"};

//! A finished job may not be destroyed from a slot of its own signal.
template<class JobType>
void retire(std::unique_ptr<JobType> &job)
{
    if (job)
        job.release()->deleteLater();
}

HttpMethod httpMethod(RawMethod method)
{
    switch (method) {
    case RawMethod::Get:
        return HttpMethod::Get;
    case RawMethod::Post:
        return HttpMethod::Post;
    case RawMethod::Put:
        return HttpMethod::Put;
    case RawMethod::Delete:
        return HttpMethod::Delete;
    }
    Q_UNREACHABLE();
}

} // namespace

RawCall::RawCall(HttpClient &client, HttpRequest request)
    : m_client(client)
    , m_request(std::move(request))
    , m_number(client.m_parts.log ? client.m_parts.log->nextNumber() : 0)
{ }

RawCall::~RawCall() = default;

void RawCall::run()
{
    requestToken();
}

void RawCall::abort()
{
    if (m_exchange) {
        m_exchange->cancel();
        return;
    }
    m_client.m_parts.limiter.forget(this);
    finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
}

void RawCall::requestToken()
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

void RawCall::queue()
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

void RawCall::transmit(RatePermit permit)
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
    connect(m_exchange.get(), &Job::finished, this, &RawCall::received);
    m_exchange->start();
}

void RawCall::received()
{
    const Result<TransportReply> reply = m_exchange->result();
    retire(m_exchange);
    if (!reply) {
        m_permit = RatePermit();
        record({}, errorKindName(reply.error().kind));
        finish(Failure(reply.error()));
        return;
    }
    m_client.m_parts.limiter.report(m_permit, outcomeOf(*reply));
    m_permit = RatePermit();
    const HttpResponse &response = reply->response;
    if (reply->fault == TransportFault::None && response.status >= 200 && response.status < 300) {
        record(*reply, {});
        finish(replyFrom(response));
        return;
    }
    const Error error = errorOf(*reply);
    record(*reply, errorKindName(error.kind));
    if (reply->fault != TransportFault::None)
        finish(Failure(error));
    else if (!renewToken(response.status))
        finish(replyFrom(response));
}

//! What the service's own reader makes of a refusal, or of a reply that did not come.
Error RawCall::errorOf(const TransportReply &reply) const
{
    Fault fault;
    const bool hasReply = reply.fault == TransportFault::None;
    fault.stage = hasReply ? FaultStage::Status : FaultStage::Transport;
    fault.transport = reply.fault;
    fault.status = reply.response.status;
    fault.method = m_request.method;
    fault.permission = m_request.permission;
    fault.technical = redacted(requestLabel(m_request) + ": "_L1 + reply.detail);
    return m_client.m_parts.faults.read(fault);
}

//! Whether another try with another token has begun. The next request of a person gets a new token
//! even if this one is a write and is not repeated.
bool RawCall::renewToken(int status)
{
    TokenSource *tokens = m_client.m_parts.tokens;
    if (!tokens || m_tokenRenewed || status != 401)
        return false;
    m_tokenRenewed = true;
    if (tokens->renew(m_token) == TokenSource::Renewal::Useless || writes())
        return false;
    requestToken();
    return true;
}

bool RawCall::writes() const
{
    return m_request.repetition == Repetition::Unsafe;
}

RawReply RawCall::replyFrom(const HttpResponse &response) const
{
    RawReply reply;
    reply.status = response.status;
    for (const char *name : shownHeaders) {
        const QByteArray value = response.headers.value(name);
        if (!value.isEmpty())
            reply.headers.append({QString::fromLatin1(name), QString::fromUtf8(value)});
    }
    reply.body = withoutCredentials(QString::fromUtf8(response.body), m_token);
    reply.duration = std::chrono::milliseconds(m_elapsed.elapsed());
    reply.traceId = QJsonDocument::fromJson(response.body)["traceId"_L1].toString();
    return reply;
}

void RawCall::record(const TransportReply &reply, const QString &error) const
{
    m_client.record(
        {m_request, m_sentAt, m_number, m_attempt, std::chrono::milliseconds(m_elapsed.elapsed())},
        reply, QJsonDocument::fromJson(reply.response.body).object(), error);
}

HttpRequest httpRequest(const RawRequest &raw)
{
    HttpRequest request;
    request.method = httpMethod(raw.method);
    request.path = raw.path;
    request.query = raw.query;
    request.body = raw.body;
    if (!raw.body.isEmpty())
        request.contentType = "application/json"_ba;
    request.repetition = raw.effect == RawEffect::Reads ? Repetition::Safe : Repetition::Unsafe;
    request.permission = raw.permission;
    request.lane = Lane::Person;
    return request;
}

QString withoutCredentials(const QString &text, const QByteArray &token)
{
    static const QRegularExpression members(
        uR"re(("(?:\w*(?:secret|password|passwd|api_?key|private_?key|access_?token)re"
        uR"re(|refresh_?token|id_?token|authorization)(?:_?(?:key|value|hash))?|token)")re"
        uR"re(\s*:\s*)"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\z))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression shapes(uR"(\bpit-[\w-]{8,}|\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*)"_s);
    const QString hidden = u"(hidden)"_s;
    QString safe = text;
    if (!token.isEmpty())
        safe.replace(QString::fromUtf8(token), hidden);
    safe.replace(members, u"\\1\"(hidden)\""_s);
    safe.replace(shapes, hidden);
    return safe;
}

} // namespace twinbook
