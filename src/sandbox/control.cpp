// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/control.h"

#include "sandbox/faultjson.h"
#include "sandbox/faultkinds.h"
#include "sandbox/officernd/tokendesk.h"
#include "sandbox/requestreport.h"
#include "sandbox/sandbox.h"
#include "sandbox/stampsource.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! A hundred years; more is a slip of the keyboard.
constexpr qint64 furthestAhead = 100LL * 366 * 24 * 3600 * 1000;

tl::unexpected<ServiceFailure> notHere(const HttpRequest &request)
{
    return refused(404,
                   u"There is nothing at %1 %2."_s.arg(QString::fromLatin1(request.method),
                                                       request.path.left(200)));
}

tl::unexpected<ServiceFailure> asFailure(const Error &error)
{
    const QString sentence
        = error.detail.isEmpty() ? error.message : QString(error.message + u' ' + error.detail);
    return refused(error.httpStatus == 404 ? 404 : 400, sentence);
}

Served<QJsonObject> done(const Result<> &result)
{
    if (!result)
        return asFailure(result.error());
    return QJsonObject();
}

QJsonArray kinds()
{
    QJsonArray list;
    for (const FaultFacts &facts : faultKinds())
        list.append(QJsonObject {{u"name"_s, QString::fromLatin1(facts.name)},
                                 {u"target"_s, targetName(facts.target)},
                                 {u"description"_s, QString::fromLatin1(facts.description)}});
    return list;
}

} // namespace

Control::Control(Sandbox &sandbox)
    : m_sandbox(sandbox)
    , m_secret(officernd::randomSecret(24))
    , m_server([this](const HttpRequest &request) { return Answer {.reply = answer(request)}; })
{ }

HttpReply Control::answer(const HttpRequest &request)
{
    const auto failed = [](const ServiceFailure &failure) {
        return HttpReply::json(failure.status, {{u"error"_s, failure.message}});
    };
    if (request.header("x-sandbox-secret") != m_secret.toLatin1())
        return failed({.status = 401, .message = u"The header X-Sandbox-Secret is wrong."_s});
    const auto body = parseJsonBody(request.body);
    if (!body)
        return failed({.status = 400, .message = u"The body is no JSON object."_s});
    const Served<QJsonObject> outcome = obey(request, *body);
    return outcome ? HttpReply::json(200, *outcome) : failed(outcome.error());
}

Served<QJsonObject> Control::obey(const HttpRequest &request, const QJsonObject &body)
{
    const QString subject = request.segments.value(0);
    if (subject == "faults"_L1)
        return obeyFaults(request, body);
    if (subject == "people"_L1)
        return obeyPeople(request, body);
    if (request.segments.size() != 1)
        return notHere(request);
    if (subject == "quirks"_L1)
        return obeyQuirks(request, body);
    if (subject == "clock"_L1)
        return obeyClock(request, body);
    if (subject == "requests"_L1 && request.method == "GET")
        return requestReport(m_sandbox.requestLog(), m_sandbox.pace());
    if (subject == "requests"_L1 && request.method == "DELETE") {
        m_sandbox.clearRequestLog();
        return QJsonObject();
    }
    return notHere(request);
}

Served<QJsonObject> Control::obeyFaults(const HttpRequest &request, const QJsonObject &body)
{
    if (request.segments.size() == 2 && request.segments.at(1) == "kinds"_L1
        && request.method == "GET")
        return QJsonObject {{u"kinds"_s, kinds()}};
    if (request.segments.size() != 1)
        return notHere(request);
    if (request.method == "GET") {
        QJsonArray faults;
        for (const PendingFault &fault : m_sandbox.faults())
            faults.append(toJson(fault));
        return QJsonObject {{u"faults"_s, faults}};
    }
    if (request.method == "DELETE") {
        m_sandbox.clearFaults();
        return QJsonObject();
    }
    if (request.method != "POST")
        return notHere(request);
    const Result<AimedFault> aimed = faultFromJson(body);
    if (!aimed)
        return asFailure(aimed.error());
    m_sandbox.failNext(aimed->aim, aimed->fault);
    return QJsonObject();
}

Served<QJsonObject> Control::obeyQuirks(const HttpRequest &request, const QJsonObject &body)
{
    QJsonObject wanted = m_sandbox.quirks().toJson();
    if (request.method == "GET")
        return wanted;
    if (request.method != "PUT")
        return notHere(request);
    for (auto quirk = body.begin(); quirk != body.end(); ++quirk)
        wanted.insert(quirk.key(), quirk.value());
    const Result<QuirkSet> quirks = QuirkSet::fromJson(wanted);
    if (!quirks)
        return asFailure(quirks.error());
    m_sandbox.setQuirks(*quirks);
    return wanted;
}

Served<QJsonObject> Control::obeyClock(const HttpRequest &request, const QJsonObject &body)
{
    if (request.method == "POST") {
        const QJsonValue by = body.value(u"advanceMs"_s);
        const qint64 milliseconds = by.toInteger(-1);
        if (!by.isDouble() || milliseconds < 0 || milliseconds > furthestAhead)
            return refused(400, u"\"advanceMs\" takes milliseconds from 0 to a hundred years."_s);
        m_sandbox.advanceClock(std::chrono::milliseconds(milliseconds));
    } else if (request.method != "GET") {
        return notHere(request);
    }
    return QJsonObject {{u"now"_s, isoStamp(m_sandbox.now())}};
}

Served<QJsonObject> Control::obeyPeople(const HttpRequest &request, const QJsonObject &body)
{
    const auto side = sideNamed(request.segments.value(1));
    if (!side || request.segments.size() > 4)
        return notHere(request);
    if (request.segments.size() > 2)
        return obeyPerson(request, *side, body);
    if (request.method == "GET") {
        QJsonArray ids;
        const QString text = request.queryValue(u"find"_s).value_or(QString());
        const QList<RemoteId> found = m_sandbox.findPeople(*side, text);
        for (const RemoteId &id : found)
            ids.append(id.text());
        return QJsonObject {{u"ids"_s, ids}};
    }
    if (request.method != "POST")
        return notHere(request);
    const Result<RemoteId> added = m_sandbox.addPerson(*side, body);
    if (!added)
        return asFailure(added.error());
    return QJsonObject {{u"id"_s, added->text()}};
}

Served<QJsonObject> Control::obeyPerson(const HttpRequest &request, Side side,
                                        const QJsonObject &body)
{
    const RemoteId id(request.segments.at(2));
    if (request.segments.size() == 4) {
        if (request.segments.at(3) != "merge"_L1 || request.method != "POST")
            return notHere(request);
        return done(m_sandbox.mergePeople(side, RemoteId(body.value(u"into"_s).toString()), id));
    }
    if (request.method == "PUT")
        return done(m_sandbox.editPerson(side, id, body));
    if (request.method == "DELETE")
        return done(m_sandbox.removePerson(side, id));
    const QJsonObject person = m_sandbox.person(side, id);
    if (request.method != "GET" || person.isEmpty())
        return notHere(request);
    return person;
}

} // namespace twinbook::sandbox
