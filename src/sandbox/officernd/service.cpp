// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/service.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

//! One operation of the API.
struct Service::Route
{
    QByteArray method;
    QStringList path; //!< below the organisation; "*" is the id
    QString scope; //!< without "flex."
    Action action;
};

namespace {

constexpr int readsPerMinute = 400;
constexpr int writesPerMinute = 100;
constexpr int tokensPerMinute = 5;
// The day figures are not known (officernd.md 9 item 1); these never come first.
constexpr int readsPerDay = 200000;
constexpr int writesPerDay = 50000;

int paced(int limit, SandboxOptions::Pace pace)
{
    return pace == SandboxOptions::Pace::Exact ? limit : limit * 100;
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

Service::Service(State &state, SandboxOptions::Pace pace)
    : m_state(state)
    , m_tokens(u"twinbook-practice"_s, paced(tokensPerMinute, pace))
    , m_members(state)
    , m_companies(state)
    , m_locations(state.locations, {.equality = {u"_id"_s, u"name"_s, u"isOpen"_s, u"isPublic"_s}})
    , m_customProperties(state.customProperties, {})
    , m_reads {{paced(readsPerMinute, pace), std::chrono::minutes(1)},
               {paced(readsPerDay, pace), std::chrono::hours(24)}}
    , m_writes {{paced(writesPerMinute, pace), std::chrono::minutes(1)},
                {paced(writesPerDay, pace), std::chrono::hours(24)}}
{ }

HttpReply Service::handle(const HttpRequest &request)
{
    const QDateTime now = m_state.stamps.now();
    if (request.path == "/oauth/token"_L1 && request.method == "POST")
        return m_tokens.answer(request, now);

    const bool isRead = request.isRead();
    Budget &budget = isRead ? m_reads : m_writes;
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
    addBudgetHeaders(reply, isRead ? "read-minute" : "write-minute", budget.minute, now);
    addBudgetHeaders(reply, isRead ? "read-day" : "write-day", budget.day, now);
    return reply;
}

HttpReply Service::errorReply(const HttpRequest &request, int status, const QString &message) const
{
    return failureReply(request, {.status = status, .message = message});
}

HttpReply Service::emptyList() const
{
    return HttpReply::json(
        200, {{u"rangeStart"_s, 0}, {u"rangeEnd"_s, 0}, {u"results"_s, QJsonArray()}});
}

const QList<Service::Route> &Service::routes()
{
    static const QList<Route> table {
        {"GET", {}, u"settings.organization.read"_s, &Service::organization},
        {"GET", {u"members"_s}, u"community.members.read"_s, &Service::listMembers},
        {"GET", {u"members"_s, u"count"_s}, u"community.members.read"_s, &Service::countMembers},
        {"GET", {u"members"_s, u"*"_s}, u"community.members.read"_s, &Service::getMember},
        {"POST", {u"members"_s}, u"community.members.create"_s, &Service::createMember},
        {"PUT", {u"members"_s, u"*"_s}, u"community.members.update"_s, &Service::updateMember},
        {"PUT",
         {u"members"_s, u"*"_s, u"company"_s},
         u"community.members.update"_s,
         &Service::moveMember},
        {"PUT",
         {u"members"_s, u"*"_s, u"status"_s},
         u"community.members.update"_s,
         &Service::setMemberStatus},
        {"PUT",
         {u"members"_s, u"*"_s, u"portal-access"_s},
         u"community.members.portalAccess.update"_s,
         &Service::setPortalAccess},
        {"DELETE", {u"members"_s, u"*"_s}, u"community.members.delete"_s, &Service::deleteMember},
        {"GET", {u"companies"_s}, u"community.companies.read"_s, &Service::listCompanies},
        {"GET", {u"companies"_s, u"*"_s}, u"community.companies.read"_s, &Service::getCompany},
        {"POST", {u"companies"_s}, u"community.companies.create"_s, &Service::createCompany},
        {"PUT", {u"companies"_s, u"*"_s}, u"community.companies.update"_s, &Service::updateCompany},
        {"DELETE",
         {u"companies"_s, u"*"_s},
         u"community.companies.delete"_s,
         &Service::deleteCompany},
        {"GET", {u"locations"_s}, u"space.locations.read"_s, &Service::listLocations},
        {"GET", {u"locations"_s, u"*"_s}, u"space.locations.read"_s, &Service::getLocation},
        {"GET",
         {u"custom-properties"_s},
         u"settings.customProperties.read"_s,
         &Service::listCustomProperties},
    };
    return table;
}

const Service::Route *Service::routeFor(const HttpRequest &request, QString &id) const
{
    const QStringList path = request.segments.sliced(4);
    for (const Route &route : routes()) {
        if (route.method != request.method || route.path.size() != path.size())
            continue;
        id.clear();
        bool fits = true;
        for (qsizetype i = 0; i < path.size() && fits; ++i) {
            if (route.path.at(i) == "*"_L1)
                id = path.at(i);
            else
                fits = route.path.at(i) == path.at(i);
        }
        if (fits)
            return &route;
    }
    return nullptr;
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
    const Route *route = routeFor(request, id);
    if (!route)
        return unknown();
    const QString scope = u"flex."_s + route->scope;
    if (!m_tokens.allows(request.bearerToken(), scope, m_state.stamps.now()))
        return refused(401, u"Unauthorized access"_s);
    if (request.segments.at(3) != m_state.slug)
        return refused(500, u"Organization not found"_s);
    return (this->*route->action)(request, id);
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
    else if (failure.status == 404)
        body.insert(u"error"_s, u"Not Found"_s);
    return HttpReply::json(failure.status, body);
}

} // namespace twinbook::sandbox::officernd
