// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpcall.h"

#include "core/logging.h"
#include "core/redact.h"
#include "net/replyreader.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace twinbook {

HttpCall::HttpCall(HttpClient &client, HttpRequest request, const RetryPolicy &retry)
    : m_retry(retry)
    , m_sending(client, std::move(request))
{
    connect(&m_sending, &Sending::received, this, &HttpCall::received);
    connect(&m_sending, &Sending::failed, this,
            [this](const Error &error) { finish(Failure(error)); });
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, &m_sending, &Sending::again);
}

HttpCall::~HttpCall() = default;

void HttpCall::run()
{
    m_sending.begin();
}

void HttpCall::abort()
{
    m_pause.stop();
    m_sending.cancel();
}

void HttpCall::received(const TransportReply &reply)
{
    logOutcome(reply);
    tl::expected<QJsonObject, Fault> object
        = readReply(m_sending.request(), reply, m_sending.now());
    if (object) {
        m_sending.record(reply, *object, {});
        finish(std::move(*object));
        return;
    }
    const Error error = m_sending.faults().read(object.error());
    m_sending.record(reply, object.error().body, errorKindName(error.kind));
    failed(std::move(object.error()));
}

void HttpCall::failed(Fault fault)
{
    fault.credential
        = m_sending.isTokenRenewed() ? Fault::Credential::Fresh : Fault::Credential::MaybeStale;
    if (renewToken(fault))
        return;

    const Error error = m_sending.faults().read(fault);
    if (m_sending.faults().again(fault) != Again::Later) {
        finish(Failure(error));
        return;
    }
    const Attempt attempt {m_sending.attempt(), error.kind, fault.transport,
                           m_sending.request().repetition, fault.retryAfter};
    const auto delay
        = m_retry.delayBeforeNext(attempt, QRandomGenerator::global()->generateDouble());
    if (delay)
        m_pause.start(*delay);
    else
        finish(Failure(error));
}

//! Whether another try with another token has begun. A token that cannot be renewed is marked as
//! fresh, which changes what a refusal means.
bool HttpCall::renewToken(Fault &fault)
{
    if (!m_sending.mayRenewToken() || m_sending.faults().again(fault) != Again::WithFreshSignIn)
        return false;
    if (m_sending.renewToken() == TokenSource::Renewal::Useless) {
        fault.credential = Fault::Credential::Fresh;
        return false;
    }
    m_sending.begin();
    return true;
}

void HttpCall::logOutcome(const TransportReply &reply) const
{
    const QString line
        = u"%1 -> %2, %3 ms, %4 bytes, attempt %5"_s.arg(requestLabel(m_sending.request()))
              .arg(reply.response.status)
              .arg(m_sending.took().count())
              .arg(reply.response.body.size())
              .arg(m_sending.attempt());
    if (reply.fault == TransportFault::None && reply.response.status < 400)
        qCDebug(logNet).noquote() << redacted(line);
    else
        qCInfo(logNet).noquote() << redacted(line) << redacted(reply.detail);
}

} // namespace twinbook
