// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The played services and the port that steers them: what they make of hostile requests. Webhooks
// are among what can be asked for, and a change makes events and their signatures.

#include "playedworld.h"
#include "promises.h"
#include "stage.h"

#include "catalogue/catalogue.h"
#include "sandbox/control.h"
#include "sandbox/requestlog.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

void expectReply(const sandbox::HttpReply &reply)
{
    expect(reply.status >= 200 && reply.status < 600, "a reply has a status");
    // Sign-in pages are for people.
    if (reply.contentType.startsWith("application/json") && reply.status != 204)
        expect(!QJsonDocument::fromJson(reply.body).isNull(), "a reply is JSON");
    for (const auto &[name, value] : reply.headers)
        expect(!name.contains('\n') && !value.contains('\n') && !value.contains('\r'),
               "a header is one line");
}

//! Id of a record in the first table whose name begins like that of the place, or an invented one.
QString idFor(const QJsonObject &world, const QString &place, const QString &collection,
              const QString &invented)
{
    if (place == "locationId"_L1 && world.contains(place))
        return world.value(place).toString();
    const QString wanted
        = (place == "id"_L1 ? QString(collection).remove(u'-') : place.chopped(2)).left(6);
    for (auto table = world.begin(); table != world.end(); ++table) {
        if (!table.key().startsWith(wanted, Qt::CaseInsensitive))
            continue;
        const QJsonObject record = table.value().toArray().first().toObject();
        const QString id = record.value(u"id"_s).toString(record.value(u"_id"_s).toString());
        if (!id.isEmpty())
            return id;
    }
    return invented;
}

//! The request of an operation of the catalogue, with records of the world.
QByteArray requestFor(const Operation &operation, const PlayedWorld &played)
{
    const QJsonObject &world = played.world(operation.service);
    QStringList segments = operation.path.split(u'/');
    for (qsizetype i = 1; i < segments.size(); ++i) {
        QString &segment = segments[i];
        if (!segment.startsWith(u'{'))
            continue;
        const QString place = segment.sliced(1).chopped(1);
        segment = idFor(world, place, segments.at(i - 1), operation.pathExample.value(place));
    }
    QUrlQuery query;
    const QString location = world.value(u"locationId"_s).toString();
    for (auto each = operation.queryExample.cbegin(); each != operation.queryExample.cend();
         ++each) {
        // A parameter without a value is refused, and nothing behind it is reached.
        if (!each.value().isEmpty())
            query.addQueryItem(each.key(),
                               QString(each.value()).replace(accountPlaceholder(), location));
    }
    const QByteArray body
        = QJsonDocument::fromJson(operation.bodyExample.toUtf8()).toJson(QJsonDocument::Compact);
    const QString address = played.prefix(operation.service) + segments.join(u'/') + u'?'
        + query.toString(QUrl::FullyEncoded);
    QByteArray text = rawMethodName(operation.method).toLatin1() + ' ' + address.toUtf8() + '\n'
        + "Version: 2021-07-28\n\n" + body;
    return text.replace(accountPlaceholder().toUtf8(), location.toUtf8());
}

QList<QByteArray> requestsTo(Side side, const PlayedWorld &played)
{
    const Result<Catalogue> catalogue = Catalogue::load();
    QList<QByteArray> requests;
    for (const Operation &operation : catalogue->operations()) {
        if (operation.service == side && operation.kind == OperationKind::Operation)
            requests.append(requestFor(operation, played));
    }
    requests.append({"POST /oauth/token\nContent-Type: application/x-www-form-urlencoded\n\n"
                     "grant_type=authorization_code&client_id=a&client_secret=b&code=c&scope=x+y",
                     "GET /oauth/authorize?response_type=code&client_id=twinbook-practice"
                     "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fs&scope=x&state=y\n\n",
                     "GET /oauth/chooselocation?response_type=code&client_id=a&redirect_uri="
                     "http%3A%2F%2F127.0.0.1%3A1%2Fs&scope=contacts.readonly&state=y\n\n"});
    return requests;
}

//! Requests that stop at the door test nothing behind it.
void expectMostAreServed(PlayedWorld &played, Side side, const QList<QByteArray> &requests)
{
    const auto served = std::count_if(
        requests.cbegin(), requests.cend(), [&played, side](const QByteArray &request) {
            return played.answer(side, requestIn(request)).status < 300;
        });
    if (served < requests.size() / 2)
        qFatal("%s serves %lld of %lld requests", qPrintable(serviceName(side)),
               static_cast<long long>(served), static_cast<long long>(requests.size()));
}

//! Changes of people, each of which is told to the subscribers, and the webhooks themselves.
QList<QByteArray> requestsWithEvents(const QList<QByteArray> &requests)
{
    static const QRegularExpression telling(
        uR"(^(POST|PUT|DELETE) \S*/(members|companies|memberships|tickets|bookings|webhooks|contacts)\b)"_s);
    QList<QByteArray> found;
    for (const QByteArray &request : requests) {
        if (telling.match(QString::fromUtf8(request)).hasMatch())
            found.append(request);
    }
    return found;
}

//! With a subscriber to everything, far away.
QJsonObject withWebhook(QJsonObject world)
{
    QJsonObject left = world.value(u"officernd"_s).toObject();
    left.insert(
        u"webhooks"_s,
        QJsonArray {QJsonObject {
            {u"_id"_s, u"65e11980e459320dd7ffffff"_s},
            {u"url"_s, u"http://127.0.0.1:9/events"_s},
            {u"eventTypes"_s, QJsonArray::fromStringList(sandbox::officernd::webhookEventTypes())},
            {u"isEnabled"_s, true},
            {u"secret"_s, u"practice"_s}}});
    world.insert(u"officernd"_s, left);
    return world;
}

//! The port that steers a sandbox, over one that is the same before each order.
class SteeredSandbox
{
public:
    explicit SteeredSandbox(const QJsonObject &world)
        : m_world(world)
    {
        makeNew();
    }
    Q_DISABLE_COPY_MOVE(SteeredSandbox)

    void read(QByteArrayView text)
    {
        sandbox::HttpRequest request = requestIn(text);
        request.headers.insert("x-sandbox-secret", m_control->secret().toLatin1());
        expectReply(m_control->answer(request));
        if (request.path == "/clock"_L1)
            makeNew(); // time does not go back
        else if (!request.isRead())
            beginAnew();
    }

private:
    void makeNew()
    {
        m_control.reset();
        m_sandbox = std::make_unique<sandbox::Sandbox>();
        m_control = std::make_unique<sandbox::Control>(*m_sandbox);
        beginAnew();
    }

    void beginAnew()
    {
        m_sandbox->clearFaults();
        m_sandbox->setQuirks({});
        if (!m_sandbox->loadState(m_world))
            qFatal("the world of the stage cannot be read");
    }

    const QJsonObject m_world;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<sandbox::Control> m_control;
};

QList<QByteArray> orders(const QJsonObject &world)
{
    const auto idOf = [&world](const QString &side, const QString &table, const QString &id) {
        const QJsonArray people = world.value(side).toObject().value(table).toArray();
        return people.first().toObject().value(id).toString().toUtf8();
    };
    const QByteArray left = "/people/officernd/" + idOf(u"officernd"_s, u"members"_s, u"_id"_s);
    const QByteArray right = "/people/highlevel/" + idOf(u"highlevel"_s, u"contacts"_s, u"id"_s);
    return {
        "GET /faults\n\n",
        "DELETE /faults\n\n",
        "GET /faults/kinds\n\n",
        "POST /faults\n\n{\"name\":\"bad-gateway\",\"side\":\"highlevel\",\"method\":\"GET\","
        "\"path\":\"/contacts/*\",\"nth\":2,\"times\":0,\"share\":0.5,\"seed\":7}",
        "GET /requests\n\n",
        "DELETE /requests\n\n",
        "GET /quirks\n\n",
        "PUT /quirks\n\n{\"officernd.long-page-is-refused\":false}",
        "GET /clock\n\n",
        "POST /clock\n\n{\"advanceMs\":60000}",
        "GET /people/officernd?find=a\n\n",
        "POST /people/officernd\n\n{\"name\":\"Oda Ek\",\"email\":\"oda@example.test\"}",
        "POST /people/highlevel\n\n{\"firstName\":\"Oda\",\"tags\":[\"vip\"]}",
        "GET " + left + "\n\n",
        "PUT " + left + "\n\n{\"name\":\"Oda Ek\",\"properties\":{\"a\":1}}",
        "DELETE " + left + "\n\n",
        "POST " + left + "/merge\n\n{\"into\":\"x\"}",
        "GET " + right + "\n\n",
        "PUT " + right + "\n\n{\"firstName\":\"Oda\",\"companyName\":\"Ek\"}",
        "DELETE " + right + "\n\n",
        "POST " + right + "/merge\n\n{\"into\":\"x\"}",
    };
}

} // namespace

QList<Target> playedTargets(Stage &stage)
{
    const QJsonObject world = stage.smallWorld();
    const auto played = std::make_shared<PlayedWorld>(world);
    const auto watched = std::make_shared<PlayedWorld>(withWebhook(world));
    const auto steered = std::make_shared<SteeredSandbox>(world);
    const auto askedAs = [](const std::shared_ptr<PlayedWorld> &asked, Side side) {
        return [asked, side](QByteArrayView text) {
            expectReply(asked->answer(side, requestIn(text)));
        };
    };
    const QList<QByteArray> left = requestsTo(Side::Left, *played);
    const QList<QByteArray> right = requestsTo(Side::Right, *played);
    expectMostAreServed(*played, Side::Left, left);
    expectMostAreServed(*played, Side::Right, right);
    return {
        {u"sandbox.officernd"_s, left, askedAs(played, Side::Left)},
        {u"sandbox.highlevel"_s, right, askedAs(played, Side::Right)},
        {u"sandbox.officernd-events"_s, requestsWithEvents(left), askedAs(watched, Side::Left)},
        {u"sandbox.highlevel-events"_s, requestsWithEvents(right), askedAs(watched, Side::Right)},
        {u"sandbox.control"_s, orders(world),
         [steered](QByteArrayView text) { steered->read(text); }},
    };
}

} // namespace twinbook::fuzz
