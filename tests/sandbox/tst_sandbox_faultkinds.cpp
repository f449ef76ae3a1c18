// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "rawclient.h"
#include "sandbox/faultkinds.h"

#include <QJsonDocument>
#include <QMap>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

using Kind = Fault::Kind;

//! A sandbox with one fault set up, asked over bare connections.
struct World
{
    explicit World(Kind kind)
        : client(sandbox)
        , kind(kind)
    {
        if (!sandbox.start())
            qFatal("the sandbox does not start");
        client.signIn();
        token = client.token().toLatin1();
        person = sandbox.people(Side::Left).first();
        id = person.value(u"_id"_s).toString();
    }

    void setUp(const FaultAim &aim = {})
    {
        sandbox.failNext(aim, {.kind = kind, .lasting = std::chrono::milliseconds(200)});
    }
    [[nodiscard]] RawReply ask(const QByteArray &method, const QString &path,
                               const QJsonObject &body = {}, int linger = 0)
    {
        const QUrl url(sandbox.officerndUrl().toString() + "/api/v2/organizations/"_L1
                       + sandbox.credentials().organization + path);
        return rawExchange(url, method, token,
                           method == "GET" ? QByteArray() : QJsonDocument(body).toJson(),
                           "application/json", 400, linger);
    }
    [[nodiscard]] RawReply get(const QString &path) { return ask("GET", path); }
    //! Changes the person with the fault in the way.
    [[nodiscard]] RawReply rename(int linger = 0)
    {
        return ask("PUT", u"/members/"_s + id, {{u"name"_s, u"Renamed By Test"_s}}, linger);
    }
    [[nodiscard]] bool isRenamed() const
    {
        return sandbox.person(Side::Left, RemoteId(id)).value(u"name"_s) == u"Renamed By Test"_s;
    }
    [[nodiscard]] QString path() const { return u"/members/"_s + id; }
    [[nodiscard]] QJsonObject stored() const { return sandbox.person(Side::Left, RemoteId(id)); }
    //! The second page of ten.
    [[nodiscard]] RawReply secondPage()
    {
        const RawReply first = get(u"/members?$limit=10"_s);
        before = first.json().value(u"results"_s).toArray();
        const QByteArray cursor
            = QUrl::toPercentEncoding(first.json().value(u"cursorNext"_s).toString());
        return get(u"/members?$limit=10&$cursorNext="_s + QString::fromLatin1(cursor));
    }
    [[nodiscard]] static QJsonArray rows(const RawReply &reply)
    {
        return reply.json().value(u"results"_s).toArray();
    }

    Sandbox sandbox;
    HttpClient client;
    Kind kind;
    QByteArray token;
    QJsonObject person;
    QString id;
    QJsonArray before;
};

//! What a change of a person meets.
struct Outcome
{
    int status;
    bool happened;
    bool closed = false;
};

const QMap<Kind, Outcome> &outcomes()
{
    static const QMap<Kind, Outcome> table {
        {Kind::Html500, {500, false}},
        {Kind::HalfJson, {200, true}},
        {Kind::Status, {500, false}},
        {Kind::Reset, {0, false, true}},
        {Kind::NoReply, {0, false}},
        {Kind::AppliedThenReset, {0, true, true}},
        {Kind::Created422, {422, true}},
        {Kind::ConnectionRefused, {0, false, true}},
        {Kind::ResetInBody, {200, true, true}},
        {Kind::ResetAfterBody, {200, true, true}},
        {Kind::AppliedThenSilence, {0, true}},
        {Kind::SlowTrickle, {200, true, true}},
        {Kind::Html200, {200, false}},
        {Kind::WrongContentType, {200, true}},
        {Kind::GzipBomb, {200, true}},
        {Kind::OversizedBody, {200, true}},
        {Kind::Unauthorized, {401, false}},
        {Kind::UnauthorizedForEver, {401, false}},
        {Kind::Forbidden, {403, false}},
        {Kind::MissingThoughThere, {404, false}},
        {Kind::Conflict, {409, false}},
        {Kind::Refused422, {422, false}},
        {Kind::TooMany, {429, false}},
        {Kind::TooManyWithoutWait, {429, false}},
        {Kind::TooManyForAges, {429, false}},
        {Kind::Error500, {500, false}},
        {Kind::Applied500, {500, true}},
        {Kind::BadGateway, {502, false}},
        {Kind::Unavailable, {503, false}},
        {Kind::GatewayTimeout, {504, true}},
        {Kind::RecordLocked, {423, false}},
        {Kind::NoteTooLong, {400, false}},
        {Kind::TokenRevoked, {401, false}},
        {Kind::QuotaUsedByOthers, {429, false}},
        {Kind::DayUsedUp, {429, false}},
        {Kind::MergedAway, {404, false}},
    };
    return table;
}

//! "" if the wire shows what the kind is named for.
using Check = std::function<QString(World &)>;

QString unless(bool good, const QString &complaint)
{
    return good ? QString() : complaint;
}

bool isHtml(const RawReply &reply)
{
    return reply.headers.value("content-type") == "text/html" && reply.body.startsWith("<html>");
}

QString refusesThePort(World &world)
{
    world.setUp();
    (void)world.rename();
    const RawReply refused = world.get(u"/members"_s);
    QTest::qWait(400);
    const RawReply again = world.get(u"/members"_s);
    return unless(!refused.connected && again.status == 200, u"closed, then open"_s);
}

QString tellsItsWait(World &world, const QByteArray &wait)
{
    world.setUp();
    return unless(world.rename().headers.value("retry-after") == wait, u"another Retry-After"_s);
}

QString leavesOut(World &world, const QString &member)
{
    world.setUp();
    const QJsonArray rows = World::rows(world.get(u"/members"_s));
    for (const QJsonValue &row : rows) {
        if (row.toObject().contains(member))
            return u"still has "_s + member;
    }
    return unless(!rows.isEmpty(), u"no rows"_s);
}

QString tellsTheOldList(World &world)
{
    const RawReply old = world.get(u"/members?$limit=3"_s);
    (void)world.rename();
    world.setUp();
    const RawReply stale = world.get(u"/members?$limit=3"_s);
    const RawReply fresh = world.get(u"/members?$limit=3"_s);
    return unless(stale.body == old.body && fresh.body != old.body, u"not the old list"_s);
}

QString losesATokenReply(World &world)
{
    world.setUp();
    QUrl url = world.sandbox.identityUrl();
    url.setPath(u"/oauth/token"_s);
    const SandboxCredentials secrets = world.sandbox.credentials();
    const QByteArray form = "grant_type=client_credentials&scope=flex.community.members.read"
                            "&client_id="
        + secrets.clientId.toUtf8() + "&client_secret=" + secrets.clientSecret.toUtf8();
    const QByteArray type = "application/x-www-form-urlencoded";
    const RawReply lost = rawExchange(url, "POST", {}, form, type);
    const RawReply next = rawExchange(url, "POST", {}, form, type);
    return unless(lost.status == 0 && lost.closed && next.status == 200, u"the reply came"_s);
}

QString storesOtherwise(World &world, const QString &member, const QJsonValue &sent,
                        const QJsonValue &stored)
{
    world.setUp();
    const RawReply reply = world.ask("PUT", world.path(), {{member, sent}});
    return unless(reply.status == 200 && world.stored().value(member) == stored,
                  u"stored as sent"_s);
}

QString isAheadByThreeHours(World &world)
{
    world.setUp();
    const RawReply skewed = world.get(world.path());
    const auto stamp = [](const QJsonObject &member) {
        return QDateTime::fromString(member.value(u"modifiedAt"_s).toString(), Qt::ISODateWithMs);
    };
    return unless(skewed.headers.contains("date")
                      && stamp(world.person).secsTo(stamp(skewed.json())) == 3 * 3600,
                  u"the clock is right"_s);
}

const QMap<Kind, Check> &formChecks()
{
    static const QMap<Kind, Check> table {
        {Kind::Html500,
         [](World &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::Html200,
         [](World &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::BadGateway,
         [](World &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::HalfJson,
         [](World &w) {
             w.setUp();
             const RawReply half = w.rename();
             return unless(half.isWhole() && half.body.startsWith('{') && half.json().isEmpty(),
                           u"not half"_s);
         }},
        {Kind::ResetInBody,
         [](World &w) {
             w.setUp();
             const RawReply cut = w.rename();
             return unless(!cut.body.isEmpty() && !cut.isWhole(), u"not in the body"_s);
         }},
        {Kind::ResetAfterBody,
         [](World &w) {
             w.setUp();
             const RawReply cut = w.rename(200);
             return unless(cut.isWhole() && cut.headers.value("connection") != "close",
                           u"not after the body"_s);
         }},
        {Kind::SlowTrickle,
         [](World &w) {
             w.setUp();
             const RawReply slow = w.rename();
             return unless(slow.isWhole() && slow.pieces > 5 && !slow.json().isEmpty(),
                           u"not in pieces"_s);
         }},
        {Kind::ConnectionRefused, refusesThePort},
        {Kind::WrongContentType,
         [](World &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("content-type") == "text/plain"
                               && !reply.json().isEmpty(),
                           u"the right type"_s);
         }},
        {Kind::GzipBomb,
         [](World &w) {
             w.setUp();
             const RawReply bomb = w.rename();
             const QByteArray size = bomb.body.last(4);
             return unless(bomb.headers.value("content-encoding") == "gzip"
                               && bomb.body.startsWith("\x1f\x8b") && bomb.body.size() < 1'000'000
                               && size == QByteArray::fromHex("00000004"),
                           u"no bomb"_s);
         }},
        {Kind::OversizedBody,
         [](World &w) {
             w.setUp();
             return unless(w.rename().headers.value("content-length").toInt() > 64'000'000,
                           u"not oversized"_s);
         }},
        {Kind::TooMany, [](World &w) { return tellsItsWait(w, "2"); }},
        {Kind::TooManyWithoutWait, [](World &w) { return tellsItsWait(w, {}); }},
        {Kind::TooManyForAges, [](World &w) { return tellsItsWait(w, "86400000"); }},
        {Kind::UnauthorizedForEver,
         [](World &w) {
             w.setUp();
             for (int i = 0; i < 5; ++i) {
                 if (w.rename().status != 401)
                     return u"it ended"_s;
             }
             return QString();
         }},
        {Kind::QuotaUsedByOthers,
         [](World &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("x-ratelimit-remaining-write-minute") == "0"
                               && reply.headers.value("x-ratelimit-remaining-write-day") != "0",
                           u"the minute is not used up"_s);
         }},
        {Kind::DayUsedUp,
         [](World &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("x-ratelimit-remaining-write-day") == "0"
                               && reply.headers.value("retry-after") == "36000",
                           u"the day is not used up"_s);
         }},
    };
    return table;
}

const QMap<Kind, Check> &contentChecks()
{
    static const QMap<Kind, Check> table {
        {Kind::EmptyList,
         [](World &w) {
             w.setUp();
             const RawReply list = w.get(u"/members"_s);
             return unless(list.status == 200 && World::rows(list).isEmpty()
                               && !list.json().contains(u"cursorNext"_s),
                           u"not empty"_s);
         }},
        {Kind::StaleList, tellsTheOldList},
        {Kind::InvalidCursor,
         [](World &w) {
             w.setUp();
             return unless(w.secondPage().status == 500 && !w.before.isEmpty(),
                           u"the cursor was taken, or the first page refused"_s);
         }},
        {Kind::SeenTwice,
         [](World &w) {
             w.setUp();
             const QJsonArray second = World::rows(w.secondPage());
             return unless(second.size() == 11 && second.first() == w.before.last(),
                           u"not seen twice"_s);
         }},
        {Kind::NeverSeen,
         [](World &w) {
             const QJsonArray all = World::rows(w.secondPage());
             w.setUp();
             const QJsonArray second = World::rows(w.secondPage());
             return unless(second.size() == 9 && second.first() == all.at(1), u"seen"_s);
         }},
        {Kind::EmptyPage,
         [](World &w) {
             w.setUp();
             const RawReply page = w.get(u"/members?$limit=10"_s);
             return unless(World::rows(page).isEmpty() && page.json().contains(u"cursorNext"_s),
                           u"not empty, or an end"_s);
         }},
        {Kind::TotalIsZero,
         [](World &w) {
             w.setUp();
             const RawReply page = w.get(u"/members?$limit=10"_s);
             return unless(page.json().value(u"rangeEnd"_s) == 0 && World::rows(page).size() == 10,
                           u"totals are right"_s);
         }},
        {Kind::FieldsMissing, [](World &w) { return leavesOut(w, u"email"_s); }},
        {Kind::DateWithoutZone,
         [](World &w) {
             w.setUp();
             const RawReply reply = w.get(w.path());
             return unless(reply.json().contains(u"modifiedAt"_s) && !reply.body.contains("Z\""),
                           u"there is a zone"_s);
         }},
        {Kind::ClockSkew, isAheadByThreeHours},
        {Kind::TokenLost, losesATokenReply},
        {Kind::IdReused,
         [](World &w) {
             w.setUp();
             const QJsonObject other = w.get(w.path()).json();
             return unless(other.value(u"_id"_s) == w.id
                               && other.value(u"name"_s) != w.person.value(u"name"_s),
                           u"the same person"_s);
         }},
        {Kind::TagCaseChanged,
         [](World &w) {
             return storesOtherwise(w, u"tags"_s, QJsonArray {u"vip"_s}, QJsonArray {u"VIP"_s});
         }},
        {Kind::PhoneRewritten,
         [](World &w) {
             return storesOtherwise(w, u"phone"_s, u"+44 20-7946 0001"_s, u"00442079460001"_s);
         }},
        {Kind::EmailLowered,
         [](World &w) {
             return storesOtherwise(w, u"email"_s, u"Ana@Bay.example"_s, u"ana@bay.example"_s);
         }},
        {Kind::TextTrimmed,
         [](World &w) { return storesOtherwise(w, u"name"_s, u" Ana "_s, u"Ana"_s); }},
    };
    return table;
}

} // namespace

//! Every kind of fault does on the wire what it is named for.
class TestSandboxFaultKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areManyAndNamed()
    {
        QVERIFY(faultKinds().size() >= 40);
        QSet<QString> names;
        for (const FaultFacts &facts : faultKinds()) {
            const QString name = QString::fromLatin1(facts.name);
            names.insert(name);
            QCOMPARE(faultNamed(name), std::optional(facts.kind));
            QCOMPARE(factsOf(facts.kind).name, facts.name);
            QVERIFY(QByteArray(facts.description).endsWith('.'));
        }
        QCOMPARE(static_cast<std::size_t>(names.size()), faultKinds().size());
        QVERIFY(!faultNamed(u"reset"_s));
    }

    void showsOnTheWire_data()
    {
        QTest::addColumn<int>("kind");
        for (const FaultFacts &facts : faultKinds())
            QTest::newRow(facts.name) << static_cast<int>(facts.kind);
    }
    void showsOnTheWire()
    {
        QFETCH(int, kind);
        const auto checked = static_cast<Kind>(kind);
        if (factsOf(checked).target == FaultTarget::Event)
            return; // deliversWronglyOnPurpose() in tst_sandbox_webhooks has these three
        bool isChecked = false;
        if (const auto outcome = outcomes().constFind(checked); outcome != outcomes().constEnd()) {
            World world(checked);
            world.setUp();
            const RawReply reply = world.rename(100);
            QCOMPARE(reply.status, outcome->status);
            QCOMPARE(world.isRenamed(), outcome->happened);
            QCOMPARE(reply.closed, outcome->closed);
            isChecked = true;
        }
        for (const auto *table : {&formChecks(), &contentChecks()}) {
            const auto check = table->constFind(checked);
            if (check == table->constEnd())
                continue;
            World world(checked);
            QCOMPARE((*check)(world), QString());
            isChecked = true;
        }
        QVERIFY2(isChecked, "this kind has no check");
    }

    void hitsOnlyWhatItConcerns()
    {
        World world(Kind::Conflict);
        world.setUp();
        QCOMPARE(world.get(world.path()).status, 200); // reading is no conflict
        QCOMPARE(world.rename().status, 409);
        QCOMPARE(world.rename().status, 200);
    }

    void hitsASeededShare()
    {
        const auto pattern = [](quint64 seed) {
            World world(Kind::Forbidden);
            world.setUp({.times = FaultAim::always, .share = 0.3, .seed = seed});
            QByteArray hits;
            for (int i = 0; i < 60; ++i)
                hits.append(world.get(world.path()).status == 403 ? 'x' : '.');
            return hits;
        };
        const QByteArray one = pattern(1);
        QCOMPARE(pattern(1), one);
        QVERIFY(pattern(2) != one);
        QVERIFY2(one.count('x') > 8 && one.count('x') < 30, one.constData());
    }

    void alsoHitsHighlevel()
    {
        World world(Kind::TotalIsZero);
        world.setUp({.side = Side::Right});
        const Response search = world.client.search({{u"pageLimit"_s, 5}});
        QCOMPARE(search.json.value(u"total"_s).toInt(-1), 0);
        QCOMPARE(search.json.value(u"contacts"_s).toArray().size(), 5);
        world.sandbox.failNext({.side = Side::Right}, {.kind = Kind::QuotaUsedByOthers});
        const Response used = world.client.search({{u"pageLimit"_s, 5}});
        QCOMPARE(used.status, 429);
        QCOMPARE(used.headers.value("x-ratelimit-remaining"), QByteArray("0"));
    }
};

QTEST_GUILESS_MAIN(TestSandboxFaultKinds)
#include "tst_sandbox_faultkinds.moc"
