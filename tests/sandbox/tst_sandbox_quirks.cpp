// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventcatcher.h"
#include "httpclient.h"

#include <QMap>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

struct World
{
    explicit World(const QuirkSet &quirks)
        : sandbox(SandboxOptions {.pace = SandboxOptions::Pace::Exact, .quirks = quirks})
        , client(sandbox)
    {
        if (sandbox.start())
            client.signIn();
    }

    [[nodiscard]] Response get(const QString &path) { return client.officernd("GET", path); }
    [[nodiscard]] Response put(const QString &path, const QJsonObject &body)
    {
        return client.officernd("PUT", path, body);
    }
    [[nodiscard]] Response post(const QString &path, const QJsonObject &body)
    {
        return client.officernd("POST", path, body);
    }
    //! The path of a new member.
    [[nodiscard]] QString member(QJsonObject fields = {})
    {
        if (!fields.contains(u"name"_s))
            fields.insert(u"name"_s, u"Quirk Hunter"_s);
        const auto id = sandbox.addPerson(Side::Left, fields);
        return id ? u"/members/"_s + id->text() : QString();
    }
    [[nodiscard]] static QJsonObject bag(const QString &key, const QString &value)
    {
        return {{u"properties"_s, QJsonObject {{key, value}}}};
    }
    [[nodiscard]] QJsonObject firstOf(const QString &path)
    {
        return get(path).json.value(u"results"_s).toArray().first().toObject();
    }

    Sandbox sandbox;
    HttpClient client;
};

//! True if the service behaves as the quirk says.
using Observation = std::function<bool(World &)>;

bool statusIsComputed(World &world)
{
    const QString path = world.member();
    (void)world.post(u"/opportunities"_s, {{u"member"_s, path.section(u'/', -1)}});
    return world.get(path).json.value(u"status"_s) == u"lead"_s;
}

bool tokensAreFew(World &world)
{
    int status = 200;
    for (int i = 0; i < 8 && status == 200; ++i)
        status = world.client.requestToken(u"flex.community.members.read"_s).status;
    return status == 429;
}

bool propertiesAreReplaced(World &world)
{
    const QString path = world.member();
    (void)world.put(path, World::bag(u"Access Card Nr"_s, u"7"_s));
    const Response second = world.put(path, World::bag(u"notes"_s, u"n"_s));
    return !second.json.value(u"properties"_s).toObject().contains(u"Access Card Nr"_s);
}

bool tagsAreReplaced(World &world)
{
    const QString path = world.member({{u"tags"_s, QJsonArray {u"a"_s}}});
    const Response second = world.put(path, {{u"tags"_s, QJsonArray {u"b"_s}}});
    return second.json.value(u"tags"_s).toArray() == QJsonArray {u"b"_s};
}

bool companyTagsAreReadOnly(World &world)
{
    const QString id = world.firstOf(u"/companies"_s).value(u"_id"_s).toString();
    const Response tagged = world.put(u"/companies/"_s + id, {{u"tags"_s, QJsonArray {u"a"_s}}});
    return tagged.status == 400 && !tagged.json.contains(u"tags"_s);
}

bool sameValueKeepsModifiedAt(World &world)
{
    const QString path = world.member();
    const QJsonObject before = world.get(path).json;
    const Response same = world.put(path, {{u"name"_s, before.value(u"name"_s)}});
    return same.json.value(u"modifiedAt"_s) == before.value(u"modifiedAt"_s);
}

bool emailIsNotUnique(World &world)
{
    const QJsonObject body {{u"name"_s, u"Twin"_s},
                            {u"email"_s, u"twin@quirk.example"_s},
                            {u"location"_s, world.firstOf(u"/locations"_s).value(u"_id"_s)},
                            {u"startDate"_s, u"2026-01-01"_s}};
    return world.post(u"/members"_s, body).status == 201
        && world.post(u"/members"_s, body).status == 201;
}

bool mergedMemberVanishes(World &world)
{
    const QString from = world.member();
    const QString into = world.member();
    const auto id = [](const QString &path) { return RemoteId(path.section(u'/', -1)); };
    if (!world.sandbox.mergePeople(Side::Left, id(into), id(from)))
        return false;
    return world.get(from).status == 404;
}

bool nullClears(World &world)
{
    const QString path = world.member({{u"phone"_s, u"1"_s}});
    const Response cleared = world.put(path, {{u"phone"_s, QJsonValue::Null}});
    return cleared.status == 200 && !world.get(path).json.contains(u"phone"_s);
}

bool webhooksAreSigned(World &world)
{
    EventCatcher catcher;
    (void)world.post(u"/webhooks"_s,
                     {{u"url"_s, catcher.url().toString()},
                      {u"eventTypes"_s, QJsonArray {u"member.created"_s}}});
    (void)world.member();
    return catcher.wait(1) && catcher.events().first().headers.contains("officernd-signature");
}

const QMap<Quirk, Observation> &observations()
{
    static const QMap<Quirk, Observation> table {
        {Quirk::LongPageIsRefused,
         [](World &world) { return world.get(u"/members?$limit=51"_s).status == 400; }},
        {Quirk::BothCursorsTimeOut,
         [](World &world) {
             return world.get(u"/members?$cursorNext=e30&$cursorPrev=e30"_s).status == 504;
         }},
        {Quirk::LastPageHasNoCursor,
         [](World &world) { return !world.get(u"/locations"_s).json.contains(u"cursorNext"_s); }},
        {Quirk::BusinessRuleAnswers500,
         [](World &world) {
             return world.put(world.member(), {{u"name"_s, u""_s}}).status == 500;
         }},
        {Quirk::MissingScopeAnswers401,
         [](World &world) {
             world.client.setToken(world.client.requestToken(u"flex.space.locations.read"_s)
                                       .json.value(u"access_token"_s)
                                       .toString());
             return world.get(u"/members"_s).status == 401;
         }},
        {Quirk::StatusIsComputed, statusIsComputed},
        {Quirk::TicketsHaveNoDueDate,
         [](World &world) { return !world.firstOf(u"/tickets"_s).contains(u"dueDate"_s); }},
        {Quirk::TicketsRefuseModifiedFilter,
         [](World &world) {
             return world.get(u"/tickets?modifiedAt[$gte]=2026-01-01"_s).status == 400;
         }},
        {Quirk::TokenRequestsAreFew, tokensAreFew},
        {Quirk::EmptyPropertiesAreAbsent,
         [](World &world) { return !world.get(world.member()).json.contains(u"properties"_s); }},
        {Quirk::PropertiesAreReplaced, propertiesAreReplaced},
        {Quirk::TagsAreReplaced, tagsAreReplaced},
        {Quirk::CompanyTagsAreReadOnly, companyTagsAreReadOnly},
        {Quirk::UnknownFieldIsRefused,
         [](World &world) {
             return world.put(world.member(), {{u"shoeSize"_s, 42}}).status == 400;
         }},
        {Quirk::SameValueKeepsModifiedAt, sameValueKeepsModifiedAt},
        {Quirk::UnknownOrganizationAnswers500,
         [](World &world) {
             const QByteArray token = world.client.requestToken(u"flex.community.members.read"_s)
                                          .json.value(u"access_token"_s)
                                          .toString()
                                          .toLatin1();
             const QUrl url(world.sandbox.officerndUrl().toString()
                            + "/api/v2/organizations/elsewhere/members"_L1);
             return world.client.send("GET", url, {{"Authorization", "Bearer " + token}}).status
                 == 500;
         }},
        {Quirk::MemberEmailIsNotUnique, emailIsNotUnique},
        {Quirk::MergedMemberVanishes, mergedMemberVanishes},
        {Quirk::ReadsAndWritesAreCountedApart,
         [](World &world) {
             return world.get(u"/members"_s).headers.contains("x-ratelimit-limit-read-minute");
         }},
        {Quirk::AccountLivesOnRegionHost,
         [](World &world) {
             const QJsonObject region = world.get(QString()).json.value(u"regionInfo"_s).toObject();
             return region.value(u"regionUrl"_s) == world.sandbox.officerndUrl().toString();
         }},
        {Quirk::OfficeRnDNullClears, nullClears},
        {Quirk::OfficeRnDWebhooksAreSigned, webhooksAreSigned},
    };
    return table;
}

} // namespace

Q_DECLARE_METATYPE(twinbook::Quirk)

//! Each named behaviour of OfficeRnD is played while it holds, and not when it does not.
class TestSandboxQuirks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPlayed_data()
    {
        QTest::addColumn<Quirk>("quirk");
        QTest::addColumn<bool>("holds");
        for (const QuirkFacts &facts : quirks()) {
            if (facts.side != Side::Left)
                continue;
            for (const bool holds : {true, false})
                QTest::addRow("%s %s", facts.name, holds ? "on" : "off") << facts.quirk << holds;
        }
    }
    void isPlayed()
    {
        QFETCH(Quirk, quirk);
        QFETCH(bool, holds);
        const auto observation = observations().constFind(quirk);
        QVERIFY2(observation != observations().constEnd(), "this behaviour has no check");
        World world(holds ? QuirkSet() : QuirkSet().without(quirk));
        QCOMPARE((*observation)(world), holds);
    }

    void switchesWhileRunning()
    {
        World world((QuirkSet()));
        QCOMPARE(world.get(u"/members?$limit=80"_s).status, 400);
        world.sandbox.setQuirks(QuirkSet().without(Quirk::LongPageIsRefused));
        const Response cut = world.get(u"/members?$limit=80"_s);
        QCOMPARE(cut.status, 200);
        QCOMPARE(cut.json.value(u"results"_s).toArray().size(), 50);
    }

    void countsTogetherIfNotApart()
    {
        World world(QuirkSet().without(Quirk::ReadsAndWritesAreCountedApart));
        const int before
            = world.get(u"/members"_s).headers.value("x-ratelimit-remaining-minute").toInt();
        const Response write = world.put(u"/members/x"_s, {});
        QCOMPARE(write.headers.value("x-ratelimit-remaining-minute").toInt(), before - 1);
    }
};

QTEST_GUILESS_MAIN(TestSandboxQuirks)
#include "tst_sandbox_quirks.moc"
