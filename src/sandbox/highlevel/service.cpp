// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/service.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

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
Served<Dialect> dialectOf(const QByteArray &version, const QuirkSet &quirks)
{
    static const QList<QByteArray> dated {"2021-07-28", "2021-04-15", "2023-02-21"};
    if (version.isEmpty() && quirks.holds(Quirk::VersionIsRequired))
        return refused(401, u"version header was not found."_s);
    if (version == "v3")
        return Dialect::Version3;
    if (!version.isEmpty() && !dated.contains(version))
        return refused(
            400,
            u"Invalid API version segment '%1' at position 0"_s.arg(QString::fromUtf8(version)));
    return Dialect::Dated;
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

Service::Service(State &state, const SandboxOptions &options)
    : m_state(state)
    , m_contacts(state)
    , m_contactOperations(state, m_contacts, options.creationsPer422)
    , m_contactTags(state, m_contacts)
    , m_memberships(state, m_contacts)
    , m_tasks(state, m_contacts)
    , m_notes(state, m_contacts)
    , m_tags(state)
    , m_customFields(state)
    , m_customValues(state)
    , m_users(state)
    , m_businesses(state)
    , m_companyFields(state)
    , m_location(state)
    , m_calendars(state)
    , m_appointments(state, m_contacts)
    , m_calendarAdministration(state)
    , m_calendarGroups(state)
    , m_calendarResources(state)
    , m_calendarNotifications(state)
    , m_schedules(state)
    , m_recurringTasks(state, m_contacts)
    , m_messageTemplates(state)
    , m_tokens(state)
    , m_tokenEndpoint(state, m_tokens)
    , m_consentPage(state, m_tokens)
    , m_allowance {{paced(requestsPerWindow, options.pace), windowLength},
                   {paced(requestsPerDay, options.pace), std::chrono::hours(24)}}
    , m_writeAllowance(m_allowance)
{
    for (const Operations &operations : {m_contactOperations.operations(),
                                         m_contactTags.operations(),
                                         m_memberships.operations(),
                                         m_tasks.operations(),
                                         m_notes.operations(),
                                         m_tags.operations(),
                                         m_customFields.operations(),
                                         m_customValues.operations(),
                                         m_users.operations(),
                                         m_businesses.operations(),
                                         m_companyFields.operations(),
                                         m_location.operations(),
                                         m_calendars.operations(),
                                         m_appointments.operations(),
                                         m_calendarAdministration.operations(),
                                         m_calendarGroups.operations(),
                                         m_calendarResources.operations(),
                                         m_calendarNotifications.operations(),
                                         m_schedules.operations(),
                                         m_recurringTasks.operations(),
                                         m_messageTemplates.operations(),
                                         m_tokenEndpoint.operations()})
        m_router.add(operations);
}

HttpReply Service::handle(const HttpRequest &request)
{
    if (ConsentPage::isAt(request.path))
        return m_consentPage.answer(request);
    if (request.method == "POST" && request.path == "/oauth/token"_L1)
        return m_tokenEndpoint.token(request);
    const QDateTime now = m_state.stamps.now();
    Allowance &allowance = allowanceFor(request);
    HttpReply reply;
    if (!allowance.burst.take(now) || !allowance.day.take(now)) {
        // Neither the body nor Retry-After is documented (highlevel.md 3), so there is none.
        reply = errorReply(request, 429, u"Too Many Requests"_s);
    } else if (auto outcome = handleApi(request); outcome && outcome->list) {
        reply = HttpReply::jsonList(outcome->status, *outcome->list);
    } else if (outcome) {
        outcome->object.insert(u"traceId"_s, newTraceId());
        reply = HttpReply::json(outcome->status, outcome->object);
    } else {
        reply = failureReply(outcome.error());
    }
    const auto tell = [&reply](const QByteArray &name, qint64 value) {
        reply.headers.append({name, QByteArray::number(value)});
    };
    tell("X-RateLimit-Limit-Daily", allowance.day.limit());
    tell("X-RateLimit-Daily-Remaining", allowance.day.remaining());
    tell("X-RateLimit-Interval-Milliseconds", allowance.burst.length().count());
    tell("X-RateLimit-Max", allowance.burst.limit());
    tell("X-RateLimit-Remaining", allowance.burst.remaining());
    return reply;
}

Service::Allowance &Service::allowanceFor(const HttpRequest &request)
{
    const bool apart = !m_state.quirks.holds(Quirk::BurstAllowanceIsShared);
    return apart && natureOf(request.method, request.path) == RequestNature::Writing
        ? m_writeAllowance
        : m_allowance;
}

HttpReply Service::errorReply(const HttpRequest & /*request*/, int status,
                              const QString &message) const
{
    return failureReply({.status = status, .message = message});
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
        200, {{u"contacts"_s, QJsonArray()}, {u"total"_s, 0}, {u"traceId"_s, newTraceId()}});
}

//! Kind of token first, then scope; both are 401 (highlevel.md 5).
Served<> Service::allow(const HttpRequest &request, const Operation &operation) const
{
    const auto bearer = m_tokens.bearerOf(request.bearerToken());
    if (!bearer || bearer->grant.kind != operation.token)
        return refused(401,
                       u"This authClass type is not allowed to access this scope. Please verify "
                       "your IAM configuration if this is not the case."_s);
    if (bearer->reach == TokenStore::Reach::ListedScopes && !operation.scope.isEmpty()
        && !bearer->grant.scopes.contains(operation.scope))
        return refused(401, u"The token is not authorized for this scope."_s);
    return {};
}

Served<Outcome> Service::handleApi(const HttpRequest &request)
{
    const auto dialect = dialectOf(request.header("version"), m_state.quirks);
    if (!dialect)
        return tl::unexpected(dialect.error());
    if (!m_tokens.bearerOf(request.bearerToken()))
        return refused(401, u"Invalid token: access token is invalid"_s);
    const auto found = m_router.find(request, *dialect);
    if (!found)
        return refused(404,
                       u"Cannot %1 %2"_s.arg(QString::fromLatin1(request.method), request.path));
    if (const auto allowed = allow(request, *found->operation); !allowed)
        return tl::unexpected(allowed.error());
    auto outcome = found->operation->act(Call(request, found->ids, *dialect));
    if (!outcome && outcome.error().status == 404 && *dialect == Dialect::Dated
        && m_state.quirks.holds(Quirk::UnknownIdAnswers400))
        outcome.error().status = 400;
    return outcome;
}

} // namespace twinbook::sandbox::highlevel
