// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/servicefront.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

HttpReply gatewayPage()
{
    HttpReply reply;
    reply.status = 500;
    reply.contentType = "text/html";
    reply.body = "<html><head><title>500 Internal Server Error</title></head>"
                 "<body><center><h1>500 Internal Server Error</h1></center></body></html>";
    return reply;
}

} // namespace

PlayedService::~PlayedService() = default;

ServiceFront::ServiceFront(Side side, PlayedService &service, FaultPlan &faults, RequestLog &log)
    : m_side(side)
    , m_service(service)
    , m_faults(faults)
    , m_log(log)
    , m_server([this](const HttpRequest &request) { return answer(request); })
{ }

Answer ServiceFront::answer(const HttpRequest &request)
{
    const auto fault = m_faults.take(m_side, request.method, request.path);
    Answer answer = fault ? faulty(*fault, request) : Answer {.reply = m_service.handle(request)};
    const bool carriesSecret = natureOf(request.method, request.path) == RequestNature::SignIn;
    m_log.add({
        .side = m_side,
        .method = request.method,
        .path = request.path,
        .query = request.rawQuery,
        .status = answer.delivery == Delivery::Whole ? answer.reply.status : 0,
        .body = carriesSecret ? QByteArray() : request.body,
    });
    return answer;
}

Answer ServiceFront::faulty(const Fault &fault, const HttpRequest &request)
{
    switch (fault.kind) {
    case Fault::Kind::Html500:
        return {.reply = gatewayPage()};
    case Fault::Kind::HalfJson: {
        Answer half {.reply = m_service.handle(request)};
        half.reply.body.truncate(half.reply.body.size() / 2);
        return half;
    }
    case Fault::Kind::EmptyList:
        return {.reply = m_service.emptyList()};
    case Fault::Kind::Status:
        return {.reply = m_service.errorReply(request, fault.status, u"Internal server error"_s)};
    case Fault::Kind::Reset:
        return {.delivery = Delivery::Reset};
    case Fault::Kind::NoReply:
        return {.delivery = Delivery::Never};
    case Fault::Kind::AppliedThenReset:
        return {.reply = m_service.handle(request), .delivery = Delivery::Reset};
    case Fault::Kind::Created422:
        (void)m_service.handle(request);
        return {.reply = m_service.errorReply(request, 422, u"Unprocessable Entity"_s)};
    }
    return {};
}

} // namespace twinbook::sandbox
