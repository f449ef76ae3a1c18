// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/rawcall.h"

#include "core/redact.h"

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
                                   "RateLimit",
                                   "RateLimit-Policy",
                                   "RateLimit-Limit",
                                   "RateLimit-Remaining",
                                   "RateLimit-Reset",
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
    : m_sending(client, std::move(request))
{
    connect(&m_sending, &Sending::received, this, &RawCall::received);
    connect(&m_sending, &Sending::failed, this,
            [this](const Error &error) { finish(Failure(error)); });
}

RawCall::~RawCall() = default;

void RawCall::run()
{
    m_sending.begin();
}

void RawCall::abort()
{
    m_sending.cancel();
}

void RawCall::received(const TransportReply &reply)
{
    const HttpResponse &response = reply.response;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    if (reply.fault == TransportFault::None && response.status >= 200 && response.status < 300) {
        m_sending.record(reply, body, {});
        finish(replyFrom(response));
        return;
    }
    const Error error = errorOf(reply);
    m_sending.record(reply, body, errorKindName(error.kind));
    if (reply.fault != TransportFault::None)
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
    fault.method = m_sending.request().method;
    fault.permission = m_sending.request().permission;
    fault.technical = redacted(requestLabel(m_sending.request()) + ": "_L1 + reply.detail);
    return m_sending.faults().read(fault);
}

//! Whether another try with another token has begun. The next request of a person gets a new token
//! even if this one is a write and is not repeated.
bool RawCall::renewToken(int status)
{
    if (status != 401 || !m_sending.mayRenewToken())
        return false;
    const bool writes = m_sending.request().repetition == Repetition::Unsafe;
    if (m_sending.renewToken() == TokenSource::Renewal::Useless || writes)
        return false;
    m_sending.begin();
    return true;
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
    reply.body = withoutCredentials(QString::fromUtf8(response.body), m_sending.token());
    reply.duration = m_sending.took();
    reply.traceId = QJsonDocument::fromJson(response.body)["traceId"_L1].toString();
    return reply;
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
