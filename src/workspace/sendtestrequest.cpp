// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sendtestrequest.h"

#include "core/logging.h"

#include <QCoreApplication>

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::SendTestRequest)
};

//! What a person has to know before sending the same once more.
Error withDoubt(Error error, Side side)
{
    error.message += u' '
        + Tr::tr("The change may have been made all the same. Look in %1 before you send it again.")
              .arg(serviceName(side));
    return error;
}

} // namespace

SendTestRequest::SendTestRequest(TestRequest request, RawRequests &service,
                                 const Database &database, const Clock &clock)
    : m_request(std::move(request))
    , m_service(service)
    , m_sent(database, clock)
{ }

SendTestRequest::~SendTestRequest() = default;

void SendTestRequest::run()
{
    if (const Result<> kept = keep(); !kept) {
        finish(Failure(kept.error()));
        return;
    }
    m_running = runJob(this, m_service.sendRaw(m_request.request),
                       [this](const Result<RawReply> &reply) { ended(reply); });
}

void SendTestRequest::abort()
{
    if (m_running)
        m_running->cancel();
    else
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
}

bool SendTestRequest::writes() const
{
    return m_request.request.effect == RawEffect::Writes;
}

Result<> SendTestRequest::keep()
{
    if (!writes())
        return {};
    const Result<qint64> id = m_sent.intend(
        {.side = m_request.service, .operation = m_request.operation, .line = m_request.line});
    if (!id)
        return Failure(id.error());
    m_id = *id;
    return {};
}

void SendTestRequest::ended(Result<RawReply> reply)
{
    m_running = nullptr;
    if (!reply && writes() && leavesWriteUnknown(reply.error()))
        reply = Failure(withDoubt(reply.error(), m_request.service));
    settle(reply);
    finish(std::move(reply));
}

//! An end that cannot be kept stays "intended", which reads as unknown.
void SendTestRequest::settle(const Result<RawReply> &reply)
{
    if (m_id == 0)
        return;
    SentRequest outcome;
    if (reply) {
        outcome.state = SentState::Answered;
        outcome.status = reply->status;
    } else {
        outcome.state = leavesWriteUnknown(reply.error()) ? SentState::Unknown : SentState::NotSent;
        outcome.error = reply.error().message;
    }
    if (const Result<> settled = m_sent.settle(m_id, outcome); !settled)
        qCWarning(logStore) << "the end of test request" << m_id << "could not be kept";
}

} // namespace twinbook
