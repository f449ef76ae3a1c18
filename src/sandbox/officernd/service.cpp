// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/service.h"

#include "sandbox/ratelimits.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

constexpr int tokensPerMinute = 5;

int paced(int limit, SandboxOptions::Pace pace)
{
    return pace == SandboxOptions::Pace::Exact ? limit : limit * relaxedFactor;
}

void addBudgetHeaders(HttpReply &reply, const QByteArray &name, const RateWindow &window,
                      const QDateTime &now)
{
    reply.headers.append({"x-ratelimit-limit-" + name, QByteArray::number(window.limit())});
    reply.headers.append({"x-ratelimit-remaining-" + name, QByteArray::number(window.remaining())});
    reply.headers.append(
        {"x-ratelimit-reset-" + name, QByteArray::number(window.untilReset(now).count())});
}

} // namespace

Service::Service(State &state, SandboxOptions::Pace pace, EventPost &post)
    : m_state(state)
    , m_board(state)
    , m_tokens(u"twinbook-practice"_s, paced(tokensPerMinute, pace))
    , m_settings(state)
    , m_members(state, m_board)
    , m_companies(state)
    , m_opportunities(state, m_board)
    , m_tickets(state)
    , m_memberships(state, m_board)
    , m_bookings(state)
    , m_presence(state)
    , m_contracts(state)
    , m_events(state)
    , m_webhooks(state, post)
    , m_reads {"read-",
               {paced(officerndReadsPerMinute, pace), std::chrono::minutes(1)},
               {paced(officerndReadsPerDay, pace), std::chrono::hours(24)}}
    , m_writes {"write-",
                {paced(officerndWritesPerMinute, pace), std::chrono::minutes(1)},
                {paced(officerndWritesPerDay, pace), std::chrono::hours(24)}}
    , m_together {{},
                  {paced(officerndReadsPerMinute, pace), std::chrono::minutes(1)},
                  {paced(officerndReadsPerDay, pace), std::chrono::hours(24)}}
{
    m_settings.addTo(m_routes);
    m_members.addTo(m_routes);
    m_companies.addTo(m_routes);
    m_opportunities.addTo(m_routes);
    m_tickets.addTo(m_routes);
    m_memberships.addTo(m_routes);
    m_bookings.addTo(m_routes);
    m_presence.addTo(m_routes);
    m_contracts.addTo(m_routes);
    m_events.addTo(m_routes);
    m_webhooks.addTo(m_routes);
    m_state.onEvent = [this](const Event &event) { m_webhooks.tell(event); };
}

Service::~Service()
{
    m_state.onEvent = nullptr;
}

HttpReply Service::handle(const HttpRequest &request)
{
    const QDateTime now = m_state.stamps.now();
    if (request.path == "/oauth/authorize"_L1 && request.method == "GET")
        return m_tokens.authorize(request, m_state.slug, now);
    if (request.path == "/oauth/token"_L1 && request.method == "POST")
        return m_tokens.answer(request, now,
                               m_state.holds(Quirk::TokenRequestsAreFew)
                                   ? TokenDesk::Allowance::FewAMinute
                                   : TokenDesk::Allowance::Any);

    m_board.passTime();
    Budget &budget = budgetFor(request);
    const bool mayPass = budget.minute.take(now) && budget.day.take(now);
    HttpReply reply;
    if (mayPass) {
        const auto outcome = handleApi(request);
        reply = outcome ? *outcome : failureReply(request, outcome.error());
    } else {
        reply = errorReply(request, 429, u"ThrottlerException: Too Many Requests"_s);
        const auto wait = budget.minute.remaining() == 0 ? budget.minute.untilReset(now)
                                                         : budget.day.untilReset(now);
        reply.headers.append({"Retry-After", QByteArray::number(wait.count())});
    }
    addBudgetHeaders(reply, budget.name + "minute", budget.minute, now);
    addBudgetHeaders(reply, budget.name + "day", budget.day, now);
    return reply;
}

HttpReply Service::errorReply(const HttpRequest &request, int status, const QString &message) const
{
    return failureReply(request, {.status = status, .message = message});
}

HttpReply Service::recall(const QJsonObject &memory, const HttpRequest &request)
{
    const QJsonObject present = m_state.toJson();
    (void)m_state.load(memory);
    HttpReply reply = handle(request);
    (void)m_state.load(present);
    return reply;
}

HttpReply Service::emptyList() const
{
    return HttpReply::json(
        200, {{u"rangeStart"_s, 0}, {u"rangeEnd"_s, 0}, {u"results"_s, QJsonArray()}});
}

Service::Budget &Service::budgetFor(const HttpRequest &request)
{
    if (!m_state.holds(Quirk::ReadsAndWritesAreCountedApart))
        return m_together;
    return request.isRead() ? m_reads : m_writes;
}

Served<HttpReply> Service::handleApi(const HttpRequest &request)
{
    const auto unknown = [&] {
        return refused(404,
                       u"Cannot %1 %2"_s.arg(QString::fromLatin1(request.method), request.path));
    };
    const bool isApi = request.segments.size() >= 4
        && request.segments.first(3) == QStringList {u"api"_s, u"v2"_s, u"organizations"_s};
    if (!isApi)
        return unknown();
    QString id;
    const Route *route = m_routes.find(request.method, request.segments.sliced(4), id);
    if (!route)
        return unknown();
    switch (
        m_tokens.admits(request.bearerToken(), u"flex."_s + route->scope, m_state.stamps.now())) {
    case TokenDesk::Admission::Granted:
        break;
    case TokenDesk::Admission::ScopeMissing:
        if (!m_state.holds(Quirk::MissingScopeAnswers401))
            return refused(403, u"Forbidden resource"_s);
        [[fallthrough]];
    case TokenDesk::Admission::Stranger:
        return refused(401, u"Unauthorized access"_s);
    }
    if (request.segments.at(3) != m_state.slug)
        return refused(m_state.holds(Quirk::UnknownOrganizationAnswers500) ? 500 : 404,
                       u"Organization not found"_s);
    const auto body = request.isRead() ? QJsonObject() : parseJsonBody(request.body);
    if (!body)
        return refused(400, u"Unexpected token in JSON at position 0"_s);
    return route->action({.request = request, .id = id, .body = *body});
}

HttpReply Service::failureReply(const HttpRequest &request, const ServiceFailure &failure) const
{
    QJsonObject body {{u"statusCode"_s, failure.status},
                      {u"message"_s, failure.message},
                      {u"timestamp"_s, isoStamp(m_state.stamps.now())},
                      {u"path"_s, request.path}};
    if (failure.status == 400)
        body.insert(u"error"_s, u"Bad Request"_s);
    else if (failure.status == 401)
        body.insert(u"error"_s, u"Unauthorized"_s);
    else if (failure.status == 403)
        body.insert(u"error"_s, u"Forbidden"_s);
    else if (failure.status == 404)
        body.insert(u"error"_s, u"Not Found"_s);
    return HttpReply::json(failure.status, body);
}

} // namespace twinbook::sandbox::officernd
