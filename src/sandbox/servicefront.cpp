// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/servicefront.h"

#include "sandbox/faultkinds.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! Whether the client learns the status.
bool isSent(Delivery delivery)
{
    return delivery == Delivery::Whole || delivery == Delivery::HalfThenCut
        || delivery == Delivery::WholeThenCut || delivery == Delivery::Trickle;
}

} // namespace

PlayedService::~PlayedService() = default;

ServiceFront::ServiceFront(Side side, PlayedService &service, Bystanders bystanders,
                           FaultPlan &faults, RequestLog &log, const Clock &clock)
    : m_side(side)
    , m_service(service)
    , m_play(side, service, std::move(bystanders))
    , m_faults(faults)
    , m_log(log)
    , m_clock(clock)
    , m_veil(side, service, faults, clock)
    , m_server([this](const HttpRequest &request) { return answer(request); })
{ }

Answer ServiceFront::answer(const HttpRequest &request)
{
    const QDateTime now = m_clock.now();
    const auto fault = m_faults.take(m_side, request);
    if (natureOf(request.method, request.path) == RequestNature::Writing)
        m_veil.beforeChange();
    Answer answer;
    if (fault) {
        answer = m_play.answer(*fault, request);
    } else if (auto past = m_veil.answer(request)) {
        answer.reply = *std::move(past);
    } else {
        answer.reply = m_service.handle(request);
        m_play.remember(request, answer.reply);
    }
    const bool carriesSecret = natureOf(request.method, request.path) == RequestNature::SignIn;
    m_log.add({
        .at = now,
        .side = m_side,
        .method = request.method,
        .path = request.path,
        .query = request.rawQuery,
        .status = isSent(answer.delivery) ? answer.reply.status : 0,
        .body = carriesSecret ? QByteArray() : request.body,
        .fault = fault ? QString::fromLatin1(factsOf(fault->kind).name) : QString(),
    });
    return answer;
}

} // namespace twinbook::sandbox
