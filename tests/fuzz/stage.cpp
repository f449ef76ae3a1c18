// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stage.h"

#include "officernd/scopes.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

constexpr qsizetype mostRows = 2;

//! Long lists teach nothing new and cost time in every case.
QJsonValue shortened(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray few;
        const QJsonArray all = value.toArray();
        for (qsizetype i = 0; i < qMin(mostRows, all.size()); ++i)
            few.append(shortened(all.at(i)));
        return few;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = shortened(member.value());
        return object;
    }
    return value;
}

QByteArray compactText(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QStringList everyPermission()
{
    QStringList all;
    for (const officernd::OperationFacts &facts : officernd::operations())
        all += officernd::permissionsFor({facts.operation});
    all.removeDuplicates();
    return all;
}

} // namespace

//! Between the clients and the network.
class Stage::Recorder final : public Transport
{
public:
    explicit Recorder(Stage &stage)
        : m_stage(stage)
    { }

    std::unique_ptr<TransportJob> send(const WireRequest &request) override
    {
        auto job = m_stage.m_network.send(request);
        const bool signIn = request.url.path().endsWith("/oauth/token"_L1);
        const TransportJob *sent = job.get();
        QObject::connect(sent, &Job::finished, sent, [this, sent, signIn] {
            if (!sent->result())
                return;
            if (signIn && sent->result()->response.status == 200)
                m_stage.m_identityReply = sent->result()->response.body;
            if (!signIn)
                m_stage.m_taken.append(*sent->result());
        });
        return job;
    }

private:
    Stage &m_stage;
};

Clients makeClients(const sandbox::Sandbox &sandbox, SecretStore &secrets, const Clock &clock,
                    Transport &transport)
{
    const auto credentials = sandbox.credentials();
    (void)ended(
        *secrets.write(officeRnDSecretKey(credentials.organization), credentials.clientSecret));
    (void)ended(
        *secrets.write(highLevelSecretKey(credentials.locationId), credentials.privateToken));
    OfficeRnDSettings left;
    left.apiUrl = sandbox.officerndUrl();
    left.apiUrl.setPath(u"/api/v2"_s);
    left.identityUrl = sandbox.identityUrl();
    left.organization = credentials.organization;
    left.clientId = credentials.clientId;
    left.hosts = HostPolicy::AlsoLoopback;
    left.furtherPermissions = everyPermission();
    HighLevelSettings right;
    right.apiUrl = sandbox.highlevelUrl();
    right.locationId = credentials.locationId;
    right.hosts = HostPolicy::AlsoLoopback;
    RetryTable once;
    once.network.attempts = once.timeout.attempts = once.rateLimited.attempts
        = once.serverFault.attempts = 1;
    Clients clients;
    clients.connection = OfficeRnDConnection::open(left, secrets, clock, transport, once).value();
    clients.officeRnD = std::make_unique<OfficeRnDService>(clients.connection);
    clients.highLevel
        = std::move(createHighLevelService(right, secrets, clock, transport, once).value());
    return clients;
}

PlayedClients::PlayedClients(const Stage &stage)
    : clients(makeClients(stage.sandbox(), secrets, clock, play))
{
    play.setIdentityReply(stage.identityTokenReply());
}

Stage::Stage()
    : m_sandbox(sandbox::SandboxOptions {.people = 40, .seed = 7})
    , m_recorder(std::make_unique<Recorder>(*this))
{
    if (!m_sandbox.start())
        qFatal("the sandbox did not start");
    m_clients = makeClients(m_sandbox, m_secrets, m_clock, *m_recorder);
    findIds();
    makeRecords();
}

Stage::~Stage() = default;

//! What the played services have from the beginning.
void Stage::findIds()
{
    const auto id = [this](Side side, QLatin1StringView name) {
        return m_sandbox.people(side).constFirst().value(name).toString();
    };
    m_ids.member = officernd::MemberId(id(Side::Left, "_id"_L1));
    m_ids.contact = highlevel::ContactId(id(Side::Right, "id"_L1));
    m_ids.company = made(m_clients.left().companies().list()).rows.constFirst().id;
    m_ids.place = made(m_clients.left().locations().list()).rows.constFirst().id;
    HighLevelClient &right = m_clients.right();
    m_ids.user = made(right.users().ofLocation()).users.constFirst().id;
    m_ids.agency = made(right.locations().get()).company.value();
    m_ids.field = made(right.customFields().list()).constFirst().id;
    m_ids.calendar = made(right.calendars().list()).constFirst().id;
}

//! One record of each kind that there is none of.
void Stage::makeRecords()
{
    HighLevelClient &right = m_clients.right();
    const QDateTime due = QDateTime::currentDateTimeUtc().addDays(1);
    m_ids.task = made(right.tasks().create(m_ids.contact,
                                           {.title = u"Call"_s,
                                            .dueDate = due,
                                            .body = u"a body"_s,
                                            .assignedTo = m_ids.user}))
                     .id;
    m_ids.note = made(right.notes().create(m_ids.contact, {.body = u"a note"_s})).id;
    m_ids.tag = made(right.tags().create(u"of the stage"_s)).id;
    m_ids.business = made(right.businesses().create({.name = u"Oda & Co"_s})).id;
    m_ids.value = made(right.customFields().createValue(u"a value"_s, u"1"_s)).id;
    (void)made(right.calendars().createAppointment({.calendar = m_ids.calendar,
                                                    .contact = m_ids.contact,
                                                    .start = due,
                                                    .end = due.addSecs(1800),
                                                    .title = u"Tour"_s}));
}

QList<QByteArray> Stage::bodies() const
{
    QList<QByteArray> bodies;
    QJsonObject all;
    for (const TransportReply &reply : m_taken) {
        const QJsonObject object
            = shortened(QJsonDocument::fromJson(reply.response.body).object()).toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            all.insert(member.key(), member.value());
        const QByteArray body = compactText(object);
        if (!bodies.contains(body))
            bodies.append(body);
    }
    if (bodies.size() > 1)
        bodies.append(compactText(all));
    return bodies;
}

QJsonObject Stage::smallWorld() const
{
    QJsonObject world = shortened(m_sandbox.toJson()).toObject();
    for (auto service = world.begin(); service != world.end(); ++service) {
        QJsonObject known = service.value().toObject();
        QJsonObject people = known.value(u"truth"_s).toObject();
        while (people.size() > mostRows)
            people.erase(people.begin());
        if (service.value().isObject()) {
            known.insert(u"truth"_s, people);
            service.value() = known;
        }
    }
    return world;
}

QList<QByteArray> Stage::wholeReplies()
{
    using sandbox::Fault;
    m_taken.clear();
    const auto ask = [this] {
        (void)ended(*m_clients.highLevel->fetchPerson(RemoteId(m_ids.contact.text())));
        (void)ended(*m_clients.officeRnD->fetchPerson(RemoteId(m_ids.member.text())));
    };
    ask();
    for (const auto kind :
         {Fault::Kind::Html500, Fault::Kind::HalfJson, Fault::Kind::Html200,
          Fault::Kind::WrongContentType, Fault::Kind::Unauthorized, Fault::Kind::Forbidden,
          Fault::Kind::MissingThoughThere, Fault::Kind::Conflict, Fault::Kind::Refused422,
          Fault::Kind::TooMany, Fault::Kind::TooManyForAges, Fault::Kind::Error500,
          Fault::Kind::Unavailable, Fault::Kind::DayUsedUp}) {
        for (const Side side : bothSides)
            m_sandbox.failNext({.side = side}, {.kind = kind});
        ask();
        m_sandbox.clearFaults();
        // What was refused for long would keep these clients from asking again.
        m_clients = makeClients(m_sandbox, m_secrets, m_clock, *m_recorder);
    }
    QList<QByteArray> texts;
    for (const TransportReply &reply : std::as_const(m_taken)) {
        QByteArray text = QByteArray::number(reply.response.status) + '\n';
        for (const char *name :
             {"Content-Type", "Retry-After", "X-RateLimit-Max", "X-RateLimit-Remaining",
              "X-RateLimit-Interval-Milliseconds", "X-RateLimit-Limit-Daily",
              "X-RateLimit-Daily-Remaining", "x-ratelimit-limit-read-minute",
              "x-ratelimit-remaining-read-minute", "x-ratelimit-reset-read-minute",
              "x-ratelimit-limit-read-day", "x-ratelimit-remaining-read-day",
              "x-ratelimit-reset-read-day"}) {
            const QByteArray value = reply.response.headers.value(name);
            if (!value.isEmpty())
                text += QByteArray(name) + ": " + value + '\n';
        }
        texts.append(text + '\n' + reply.response.body.left(2000));
    }
    return texts;
}

} // namespace twinbook::fuzz
