// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! OfficeRnD as officernd.md tells it, asked over real HTTP.
class TestSandboxOfficernd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tokenNeedsKnownScopes();
    void tokenNeedsRightSecretAndGrant();
    void refusesStrangers();
    void refusesTokensWithoutTheScope();
    void tellsOrganisationLocationsAndProperties();
    void pagesToTheEnd();
    void pagesBackwards();
    void refusesBadListParameters_data();
    void refusesBadListParameters();
    void refusesBadCursors();
    void filters_data();
    void filters();
    void filtersByEmailWithPlus();
    void selects();
    void sorts_data();
    void sorts();
    void counts();
    void survivesHostileRequests();

private:
    [[nodiscard]] QString anyId() const
    {
        return m_sandbox->people(Side::Left).first().value(u"_id"_s).toString();
    }
    [[nodiscard]] QString location() const
    {
        return m_sandbox->people(Side::Left).first().value(u"location"_s).toString();
    }
    [[nodiscard]] QJsonObject memberBody() const
    {
        return {{u"name"_s, u"Nia Okafor"_s},
                {u"location"_s, location()},
                {u"startDate"_s, u"2026-02-01T00:00:00.000Z"_s}};
    }
    [[nodiscard]] static QString encoded(const QString &text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxOfficernd::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
    m_client->signIn();
}

void TestSandboxOfficernd::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxOfficernd::tokenNeedsKnownScopes()
{
    const Response good = m_client->requestToken(u"flex.community.members.read"_s);
    QCOMPARE(good.status, 200);
    QCOMPARE(good.json.value(u"expires_in"_s).toInt(), 3599);
    QCOMPARE(good.json.value(u"token_type"_s).toString(), u"Bearer"_s);
    QVERIFY(!good.json.contains(u"refresh_token"_s));
    QCOMPARE(m_client->requestToken(QString()).status, 400);
    const Response mixed
        = m_client->requestToken(u"flex.community.members.read flex.community.notes.read"_s);
    QCOMPARE(mixed.status, 400);
    QCOMPARE(mixed.json.value(u"error"_s).toString(), u"invalid_scope"_s);
}

void TestSandboxOfficernd::tokenNeedsRightSecretAndGrant()
{
    const SandboxCredentials old = m_sandbox->credentials();
    m_sandbox->changeClientSecret();
    QVERIFY(m_sandbox->credentials().clientSecret != old.clientSecret);
    QUrl url = m_sandbox->identityUrl();
    url.setPath(u"/oauth/token"_s);
    const QByteArray form = "client_id=" + old.clientId.toUtf8()
        + "&client_secret=" + old.clientSecret.toUtf8() + "&scope=flex.community.members.read";
    const QList<QPair<QByteArray, QByteArray>> type {
        {"Content-Type", "application/x-www-form-urlencoded"}};
    const Response stale
        = m_client->send("POST", url, type, form + "&grant_type=client_credentials");
    QCOMPARE(stale.status, 401);
    QCOMPARE(stale.json.value(u"error"_s).toString(), u"invalid_client"_s);
    const Response grant = m_client->send("POST", url, type, form + "&grant_type=password");
    QCOMPARE(grant.json.value(u"error"_s).toString(), u"unsupported_grant_type"_s);
    // Tokens from before the new secret live on, until they are revoked.
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 200);
    m_sandbox->revokeToken(Side::Left);
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 401);
}

void TestSandboxOfficernd::refusesStrangers()
{
    const QUrl base = m_sandbox->officerndUrl();
    m_client->setToken(u"wrong"_s);
    const Response wrong = m_client->officernd("GET", u"/members"_s);
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.message(), u"Unauthorized access"_s);
    const Response none = m_client->send(
        "GET", QUrl(base.toString() + "/api/v2/organizations/harbour-yard/members"_L1), {});
    QCOMPARE(none.status, 401);

    const Response token = m_client->requestToken(u"flex.community.members.read"_s);
    const QByteArray bearer = "Bearer " + token.json.value(u"access_token"_s).toString().toUtf8();
    const Response elsewhere
        = m_client->send("GET", QUrl(base.toString() + "/api/v2/organizations/other/members"_L1),
                         {{"Authorization", bearer}});
    QCOMPARE(elsewhere.status, 500);
    QCOMPARE(elsewhere.message(), u"Organization not found"_s);
    m_client->signIn();
    const Response method = m_client->officernd("PATCH", u"/members/"_s + anyId());
    QCOMPARE(method.status, 404);
    QVERIFY(method.message().startsWith(u"Cannot PATCH"_s));
}

void TestSandboxOfficernd::refusesTokensWithoutTheScope()
{
    const Response token = m_client->requestToken(u"flex.space.locations.read"_s);
    m_client->setToken(token.json.value(u"access_token"_s).toString());
    QCOMPARE(m_client->officernd("GET", u"/locations"_s).status, 200);
    const Response refused = m_client->officernd("GET", u"/members"_s);
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.message(), u"Unauthorized access"_s);
}

void TestSandboxOfficernd::tellsOrganisationLocationsAndProperties()
{
    const Response organisation = m_client->officernd("GET", QString());
    QCOMPARE(organisation.status, 200);
    QCOMPARE(organisation.json.value(u"slug"_s).toString(), m_sandbox->credentials().organization);

    const QJsonArray locations
        = m_client->officernd("GET", u"/locations"_s).json.value(u"results"_s).toArray();
    QCOMPARE(locations.size(), 2);
    const QString id = locations.first().toObject().value(u"_id"_s).toString();
    const Response one = m_client->officernd("GET", u"/locations/"_s + id);
    QCOMPARE(one.json.value(u"timezone"_s).toString(), u"Europe/London"_s);
    QCOMPARE(m_client->officernd("GET", u"/locations?name=Rope%20Walk"_s)
                 .json.value(u"results"_s)
                 .toArray()
                 .size(),
             1);

    const QJsonArray properties = m_client->officernd("GET", u"/custom-properties?$limit=50"_s)
                                      .json.value(u"results"_s)
                                      .toArray();
    QMap<QString, QString> types;
    for (const QJsonValue &property : properties) {
        const QJsonArray targets = property.toObject().value(u"targets"_s).toArray();
        if (targets.contains(u"member"_s))
            types.insert(property.toObject().value(u"key"_s).toString(),
                         property.toObject().value(u"type"_s).toString());
    }
    QCOMPARE(types.value(u"highlevel_contact_id"_s), u"String"_s);
    QCOMPARE(types.value(u"date_of_birth"_s), u"Date"_s);
    QCOMPARE(types.value(u"Access Card Nr"_s), u"String"_s);
    QCOMPARE(types.value(u"notes"_s), u"Text"_s);
    QCOMPARE(types.value(u"tshirt_size"_s), u"select"_s);
}

void TestSandboxOfficernd::pagesToTheEnd()
{
    QStringList ids;
    QString cursor;
    int lastRow = 0;
    do {
        const QString next = cursor.isEmpty() ? QString() : u"&$cursorNext="_s + encoded(cursor);
        const Response page = m_client->officernd("GET", u"/members?$limit=7"_s + next);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json.value(u"rangeStart"_s).toInt(), lastRow + 1);
        lastRow = page.json.value(u"rangeEnd"_s).toInt();
        const QJsonArray results = page.json.value(u"results"_s).toArray();
        for (const QJsonValue &member : results)
            ids.append(member.toObject().value(u"_id"_s).toString());
        cursor = page.json.value(u"cursorNext"_s).toString();
        QVERIFY(!page.json.contains(u"cursorNext"_s) || !cursor.isEmpty());
        // A member removed while paging moves nobody to another page.
        if (lastRow == 7)
            QVERIFY(m_sandbox->removePerson(Side::Left, RemoteId(ids.at(3))));
        if (lastRow == 7)
            lastRow = 6;
    } while (!cursor.isEmpty());
    ids.removeAt(3);
    QCOMPARE(ids.size(), m_sandbox->people(Side::Left).size());
    QCOMPARE(lastRow, ids.size());
    const qsizetype before = ids.size();
    ids.removeDuplicates();
    QCOMPARE(ids.size(), before);
}

void TestSandboxOfficernd::pagesBackwards()
{
    const Response first = m_client->officernd("GET", u"/members?$limit=10"_s);
    QVERIFY(!first.json.contains(u"cursorPrev"_s));
    const Response second
        = m_client->officernd("GET",
                              u"/members?$limit=10&$cursorNext="_s
                                  + encoded(first.json.value(u"cursorNext"_s).toString()));
    QVERIFY(second.json.value(u"results"_s) != first.json.value(u"results"_s));
    const Response back
        = m_client->officernd("GET",
                              u"/members?$limit=10&$cursorPrev="_s
                                  + encoded(second.json.value(u"cursorPrev"_s).toString()));
    QCOMPARE(back.json, first.json);
    const Response nobody = m_client->officernd("GET", u"/members?name=Nobody"_s);
    QCOMPARE(nobody.json.value(u"rangeStart"_s).toInt(-1), 0);
    QCOMPARE(nobody.json.value(u"rangeEnd"_s).toInt(-1), 0);
}

void TestSandboxOfficernd::refusesBadListParameters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("message");
    QTest::newRow("limit") << u"$limit=51"_s << u"$limit must not be greater than 50"_s;
    QTest::newRow("not a limit") << u"$limit=many"_s << u"$limit must be a positive integer"_s;
    QTest::newRow("unknown") << u"phone=1"_s << u"property phone should not exist"_s;
    QTest::newRow("no operator") << u"name[$in]=a,b"_s << u"property name[$in] should not exist"_s;
    QTest::newRow("empty select") << u"$select="_s << u"$select should not be empty"_s;
    QTest::newRow("sort field") << u"$sort[phone]=asc"_s
                                << u"property $sort.phone should not exist"_s;
    QTest::newRow("moment") << u"modifiedAt[$gte]=yesterday"_s
                            << u"modifiedAt[$gte] must be a valid ISO 8601 date string"_s;
}

void TestSandboxOfficernd::refusesBadListParameters()
{
    QFETCH(QString, query);
    QFETCH(QString, message);
    const Response response = m_client->officernd("GET", u"/members?"_s + query);
    QCOMPARE(response.status, 400);
    QVERIFY(response.json.value(u"message"_s).isArray());
    QCOMPARE(response.messages(), QStringList {message});
    QCOMPARE(response.json.value(u"error"_s).toString(), u"Bad Request"_s);
    QVERIFY(response.json.contains(u"timestamp"_s) && response.json.contains(u"path"_s));
}

void TestSandboxOfficernd::refusesBadCursors()
{
    QCOMPARE(m_client->officernd("GET", u"/members?$cursorNext=e30&$cursorPrev=e30"_s).status, 504);
    const Response tampered = m_client->officernd("GET", u"/members?$cursorNext=garbage"_s);
    QCOMPARE(tampered.status, 500);
    QVERIFY(tampered.message().contains(u"JSON"_s));
}

void TestSandboxOfficernd::filters_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("name") << u"name=%1"_s << u"name"_s << u"Ida Filter"_s;
    QTest::newRow("email") << u"email=%1"_s << u"email"_s << u"ida@filter.example"_s;
    QTest::newRow("property") << u"properties[Access%20Card%20Nr]=%1"_s
                              << u"properties.Access Card Nr"_s << u"AC 77/1"_s;
    QTest::newRow("id") << u"_id=%1"_s << u"_id"_s << QString();
    QTest::newRow("ids") << u"_id[$in]=%1,000000000000000000000000"_s << u"_id"_s << QString();
}

void TestSandboxOfficernd::filters()
{
    QFETCH(QString, query);
    QFETCH(QString, value);
    const auto id = m_sandbox->addPerson(
        Side::Left,
        {{u"name"_s, u"Ida Filter"_s},
         {u"email"_s, u"ida@filter.example"_s},
         {u"properties"_s, QJsonObject {{u"Access Card Nr"_s, u"AC 77/1"_s}}}});
    QVERIFY(id);
    const QString wanted = value.isEmpty() ? id->text() : value;
    const Response found = m_client->officernd("GET", u"/members?"_s + query.arg(encoded(wanted)));
    QCOMPARE(found.status, 200);
    const QJsonArray results = found.json.value(u"results"_s).toArray();
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().toObject().value(u"_id"_s).toString(), id->text());
    // Exact means exact.
    const Response other
        = m_client->officernd("GET", u"/members?"_s + query.arg(encoded(wanted.toUpper() + u'x')));
    QCOMPARE(other.json.value(u"results"_s).toArray().size(), 0);
}

void TestSandboxOfficernd::filtersByEmailWithPlus()
{
    const auto id = m_sandbox->addPerson(
        Side::Left, {{u"name"_s, u"Plus"_s}, {u"email"_s, u"a+b@filter.example"_s}});
    QVERIFY(id);
    const auto hits = [&](const QString &query) {
        return m_client->officernd("GET", u"/members?email="_s + query)
            .json.value(u"results"_s)
            .toArray()
            .size();
    };
    QCOMPARE(hits(u"a%2Bb%40filter.example"_s), 1);
    QCOMPARE(hits(u"a+b%40filter.example"_s), 0); // a bare "+" is a space
}

void TestSandboxOfficernd::selects()
{
    const Response page = m_client->officernd("GET", u"/members?$select=name,nonsense&$limit=1"_s);
    const QJsonObject member = page.json.value(u"results"_s).toArray().first().toObject();
    QCOMPARE(member.keys(), QStringList({u"_id"_s, u"name"_s}));
}

void TestSandboxOfficernd::sorts_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("ascending");
    QTest::newRow("brackets") << u"$sort[modifiedAt]=asc"_s << true;
    QTest::newRow("number") << u"$sort[modifiedAt]=-1"_s << false;
    QTest::newRow("json") << u"$sort=%7B%22modifiedAt%22%3A%22desc%22%7D"_s << false;
}

void TestSandboxOfficernd::sorts()
{
    QFETCH(QString, query);
    QFETCH(bool, ascending);
    QStringList stamps;
    QString cursor;
    do {
        const QString next = cursor.isEmpty() ? QString() : u"&$cursorNext="_s + encoded(cursor);
        const Response page = m_client->officernd("GET", u"/members?$limit=9&"_s + query + next);
        QCOMPARE(page.status, 200);
        const QJsonArray results = page.json.value(u"results"_s).toArray();
        for (const QJsonValue &member : results)
            stamps.append(member.toObject().value(u"modifiedAt"_s).toString());
        cursor = page.json.value(u"cursorNext"_s).toString();
    } while (!cursor.isEmpty());
    QCOMPARE(stamps.size(), m_sandbox->people(Side::Left).size());
    QStringList sorted = stamps;
    sorted.sort();
    if (!ascending)
        std::reverse(sorted.begin(), sorted.end());
    QCOMPARE(stamps, sorted);

    const QString middle = sorted.at(20);
    const Response since
        = m_client->officernd("GET", u"/members?modifiedAt[$gte]="_s + encoded(middle));
    const qsizetype expected = std::count_if(stamps.begin(), stamps.end(),
                                             [&](const QString &stamp) { return stamp >= middle; });
    QCOMPARE(since.json.value(u"results"_s).toArray().size(), expected);
}

void TestSandboxOfficernd::counts()
{
    const Response all = m_client->officernd("GET", u"/members/count?nonsense=1"_s);
    QCOMPARE(all.json.value(u"total"_s).toInt(), m_sandbox->people(Side::Left).size());
    const Response before = m_client->officernd("GET", u"/members/count?status=contact"_s);
    QVERIFY(m_sandbox->addPerson(Side::Left, {{u"name"_s, u"New"_s}}));
    const Response grouped = m_client->officernd("GET", u"/members/count?$countBy=status"_s);
    int sum = 0;
    const QJsonArray groups = grouped.json.value(u"groups"_s).toArray();
    QVERIFY(groups.size() >= 4); // the practice organisation has most kinds of people
    for (const QJsonValue &group : groups)
        sum += group.toObject().value(u"count"_s).toInt();
    QCOMPARE(sum, grouped.json.value(u"total"_s).toInt());
    const Response contacts = m_client->officernd("GET", u"/members/count?status=contact"_s);
    QCOMPARE(contacts.json.value(u"total"_s).toInt(), before.json.value(u"total"_s).toInt() + 1);
}

void TestSandboxOfficernd::survivesHostileRequests()
{
    const Response token = m_client->requestToken(u"flex.community.members.update"_s);
    const QUrl url(m_sandbox->officerndUrl().toString()
                   + "/api/v2/organizations/harbour-yard/members/"_L1 + anyId());
    const QList<QPair<QByteArray, QByteArray>> headers {
        {"Authorization", "Bearer " + token.json.value(u"access_token"_s).toString().toUtf8()},
        {"Content-Type", "application/json"}};
    for (const QByteArray &body :
         {QByteArray("{\"name\":"), QByteArray("[]"), QByteArray("\xff\xfe"),
          QByteArray("{\"a\":").repeated(5000), QByteArray("null")})
        QCOMPARE(m_client->send("PUT", url, headers, body).status, 400);
    QCOMPARE(m_client->send("PUT", url, headers, QByteArray(2 * 1024 * 1024, ' ')).status, 413);
    QCOMPARE(m_client->officernd("GET", u"/members/..%2F..%2Fetc%2Fpasswd"_s).status, 404);
    QCOMPARE(m_client->officernd("GET", u"/members?$limit=1&[=&%5B%5D=&==&&"_s).status, 400);
    QCOMPARE(m_client->officernd("GET", u"/members?$limit=1"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxOfficernd)
#include "tst_sandbox_officernd.moc"
