// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/service.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

//! One operation of the API.
struct Service::Route
{
    QByteArray method;
    QStringList path; //!< "*" is the id
    Action action;
};

namespace {

constexpr int requestsPerWindow = 100;
constexpr std::chrono::seconds windowLength {10};
constexpr int requestsPerDay = 200000;

int paced(int limit, SandboxOptions::Pace pace)
{
    return pace == SandboxOptions::Pace::Exact ? limit : limit * 100;
}

QString newTraceId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

//! The Version header as measured (highlevel.md 1.7).
Served<> checkVersion(const QByteArray &version)
{
    static const QList<QByteArray> known {"2021-07-28", "2021-04-15", "2023-02-21", "v3"};
    if (version.isEmpty())
        return refused(401, u"version header was not found."_s);
    if (!known.contains(version))
        return refused(
            400,
            u"Invalid API version segment '%1' at position 0"_s.arg(QString::fromUtf8(version)));
    return {};
}

QString errorName(int status)
{
    switch (status) {
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 422:
        return u"Unprocessable Entity"_s;
    default:
        return {};
    }
}

HttpReply failureReply(const ServiceFailure &failure)
{
    QJsonObject body {{u"statusCode"_s, failure.status},
                      {u"message"_s, failure.message},
                      {u"traceId"_s, newTraceId()}};
    if (!failure.meta.isEmpty())
        body.insert(u"meta"_s, failure.meta);
    else if (const QString name = errorName(failure.status); !name.isEmpty())
        body.insert(u"error"_s, name);
    return HttpReply::json(failure.status, body);
}

} // namespace

Service::Service(State &state, SandboxOptions::Pace pace)
    : m_state(state)
    , m_contacts(state)
    , m_search(state)
    , m_burst(paced(requestsPerWindow, pace), windowLength)
    , m_day(paced(requestsPerDay, pace), std::chrono::hours(24))
{
    rotateToken();
}

void Service::rotateToken()
{
    m_privateToken = u"pit-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

HttpReply Service::handle(const HttpRequest &request)
{
    const QDateTime now = m_state.stamps.now();
    HttpReply reply;
    if (!m_burst.take(now) || !m_day.take(now)) {
        // Neither the body nor Retry-After is documented (highlevel.md 3), so there is none.
        reply = errorReply(request, 429, u"Too Many Requests"_s);
    } else if (auto outcome = handleApi(request)) {
        outcome->object.insert(u"traceId"_s, newTraceId());
        reply = HttpReply::json(outcome->status, outcome->object);
    } else {
        reply = failureReply(outcome.error());
    }
    reply.headers.append({"X-RateLimit-Limit-Daily", QByteArray::number(m_day.limit())});
    reply.headers.append({"X-RateLimit-Daily-Remaining", QByteArray::number(m_day.remaining())});
    reply.headers.append(
        {"X-RateLimit-Interval-Milliseconds", QByteArray::number(m_burst.length().count())});
    reply.headers.append({"X-RateLimit-Max", QByteArray::number(m_burst.limit())});
    reply.headers.append({"X-RateLimit-Remaining", QByteArray::number(m_burst.remaining())});
    return reply;
}

HttpReply Service::errorReply(const HttpRequest & /*request*/, int status,
                              const QString &message) const
{
    return failureReply({.status = status, .message = message});
}

HttpReply Service::emptyList() const
{
    return HttpReply::json(
        200, {{u"contacts"_s, QJsonArray()}, {u"total"_s, 0}, {u"traceId"_s, newTraceId()}});
}

const QList<Service::Route> &Service::routes()
{
    static const QList<Route> table {
        {"POST", {u"contacts"_s, u"search"_s}, &Service::searchContacts},
        {"GET", {u"contacts"_s}, &Service::listContacts},
        {"POST", {u"contacts"_s}, &Service::createContact},
        {"POST", {u"contacts"_s, u"upsert"_s}, &Service::upsertContact},
        {"GET", {u"contacts"_s, u"search"_s, u"duplicate"_s}, &Service::findDuplicate},
        {"GET", {u"contacts"_s, u"*"_s}, &Service::getContact},
        {"PUT", {u"contacts"_s, u"*"_s}, &Service::updateContact},
        {"DELETE", {u"contacts"_s, u"*"_s}, &Service::deleteContact},
        {"POST", {u"contacts"_s, u"*"_s, u"tags"_s}, &Service::addContactTags},
        {"DELETE", {u"contacts"_s, u"*"_s, u"tags"_s}, &Service::removeContactTags},
        {"GET", {u"locations"_s, u"*"_s}, &Service::getLocation},
        {"GET", {u"locations"_s, u"*"_s, u"tags"_s}, &Service::listTags},
        {"POST", {u"locations"_s, u"*"_s, u"tags"_s}, &Service::createTag},
        {"GET", {u"locations"_s, u"*"_s, u"customFields"_s}, &Service::listCustomFields},
        {"POST", {u"locations"_s, u"*"_s, u"customFields"_s}, &Service::createCustomField},
        {"GET", {u"users"_s, u"search"_s}, &Service::searchUsers},
        {"GET", {u"businesses"_s}, &Service::listBusinesses},
    };
    return table;
}

const Service::Route *Service::routeFor(const HttpRequest &request, QString &id) const
{
    for (const Route &route : routes()) {
        if (route.method != request.method || route.path.size() != request.segments.size())
            continue;
        id.clear();
        bool fits = true;
        for (qsizetype i = 0; i < route.path.size() && fits; ++i) {
            if (route.path.at(i) == "*"_L1)
                id = request.segments.at(i);
            else
                fits = route.path.at(i) == request.segments.at(i);
        }
        if (fits)
            return &route;
    }
    return nullptr;
}

Served<Service::Outcome> Service::handleApi(const HttpRequest &request)
{
    if (const auto version = checkVersion(request.header("version")); !version)
        return tl::unexpected(version.error());
    if (request.bearerToken() != m_privateToken)
        return refused(401, u"Invalid token: access token is invalid"_s);
    QString id;
    const Route *route = routeFor(request, id);
    if (!route)
        return refused(404,
                       u"Cannot %1 %2"_s.arg(QString::fromLatin1(request.method), request.path));
    return (this->*route->action)(request, id);
}

} // namespace twinbook::sandbox::highlevel
