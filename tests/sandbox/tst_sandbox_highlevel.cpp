// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! HighLevel as highlevel.md tells it, asked over real HTTP.
class TestSandboxHighlevel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void demandsVersion_data();
    void demandsVersion();
    void demandsTokenAndLocation();
    void tellsLocationUsersAndBusinesses();
    void createsContacts();
    void refusesDuplicates();
    void refusesBadBodies_data();
    void refusesBadBodies();
    void upserts();
    void findsDuplicates();
    void deletes();
    void listsDeprecated();
    void followsVersion3();
    void survivesHostileRequests();

private:
    [[nodiscard]] QString locationId() const { return m_sandbox->credentials().locationId; }
    [[nodiscard]] Response create(QJsonObject body)
    {
        body.insert(u"locationId"_s, locationId());
        return m_client->highlevel("POST", u"/contacts/"_s, body);
    }
    [[nodiscard]] QString createdId(const QJsonObject &body)
    {
        return create(body).json.value(u"contact"_s).toObject().value(u"id"_s).toString();
    }
    [[nodiscard]] QJsonObject contact(const QString &id)
    {
        return m_client->highlevel("GET", u"/contacts/"_s + id).json.value(u"contact"_s).toObject();
    }
    [[nodiscard]] Response put(const QString &id, const QJsonObject &body)
    {
        return m_client->highlevel("PUT", u"/contacts/"_s + id, body);
    }
    [[nodiscard]] QString fieldId(const QString &name)
    {
        const QJsonArray fields
            = m_client->highlevel("GET", u"/locations/"_s + locationId() + u"/customFields"_s)
                  .json.value(u"customFields"_s)
                  .toArray();
        for (const QJsonValue &field : fields) {
            if (field.toObject().value(u"name"_s) == name)
                return field.toObject().value(u"id"_s).toString();
        }
        return {};
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxHighlevel::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
}

void TestSandboxHighlevel::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxHighlevel::demandsVersion_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("dated") << QByteArray("2021-07-28") << 200 << QString();
    QTest::newRow("newer") << QByteArray("2023-02-21") << 200 << QString();
    QTest::newRow("v3") << QByteArray("v3") << 200 << QString();
    QTest::newRow("none") << QByteArray() << 401 << u"version header was not found."_s;
    QTest::newRow("bogus") << QByteArray("bogus-version") << 400
                           << u"Invalid API version segment 'bogus-version' at position 0"_s;
}

void TestSandboxHighlevel::demandsVersion()
{
    QFETCH(QByteArray, version);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Response response
        = m_client->highlevel("GET", u"/locations/"_s + locationId(), {}, version);
    QCOMPARE(response.status, status);
    QCOMPARE(response.message(), message);
    QVERIFY(!response.json.value(u"traceId"_s).toString().isEmpty());
    const QByteArrayList names {"x-ratelimit-limit-daily", "x-ratelimit-daily-remaining",
                                "x-ratelimit-interval-milliseconds", "x-ratelimit-max",
                                "x-ratelimit-remaining"};
    for (const QByteArray &name : names)
        QVERIFY2(response.headers.contains(name), name.constData());
}

void TestSandboxHighlevel::demandsTokenAndLocation()
{
    const Response foreign = m_client->highlevel("GET", u"/locations/elsewhere"_s);
    QCOMPARE(foreign.status, 403);
    QCOMPARE(foreign.message(), u"The token does not have access to this location."_s);
    QCOMPARE(m_client
                 ->highlevel("POST", u"/contacts/search"_s,
                             {{u"pageLimit"_s, 1}, {u"locationId"_s, u"elsewhere"_s}})
                 .status,
             403);
    const QByteArray old = m_sandbox->credentials().privateToken.toUtf8();
    QVERIFY(old.startsWith("pit-"));
    m_sandbox->revokeToken(Side::Right);
    const QUrl url(m_sandbox->highlevelUrl().toString() + "/locations/"_L1 + locationId());
    const Response stale = m_client->send(
        "GET", url, {{"Authorization", "Bearer " + old}, {"Version", "2021-07-28"}});
    QCOMPARE(stale.status, 401);
    QCOMPARE(stale.message(), u"Invalid token: access token is invalid"_s);
    QCOMPARE(m_client->highlevel("GET", u"/locations/"_s + locationId()).status, 200);
    QCOMPARE(m_client->highlevel("GET", u"/nowhere"_s).status, 404);
}

void TestSandboxHighlevel::tellsLocationUsersAndBusinesses()
{
    const QJsonObject location = m_client->highlevel("GET", u"/locations/"_s + locationId())
                                     .json.value(u"location"_s)
                                     .toObject();
    QCOMPARE(location.value(u"country"_s).toString(), u"GB"_s);
    QCOMPARE(location.value(u"timezone"_s).toString(), u"Europe/London"_s);
    QCOMPARE(location.value(u"settings"_s).toObject().value(u"allowDuplicateContact"_s),
             QJsonValue(false));
    const QString company = location.value(u"companyId"_s).toString();
    const Response users = m_client->highlevel("GET", u"/users/search?companyId="_s + company);
    QCOMPARE(users.json.value(u"count"_s).toInt(), 2);
    QCOMPARE(m_client->highlevel("GET", u"/users/search"_s).status, 422);
    const Response businesses
        = m_client->highlevel("GET", u"/businesses/?locationId="_s + locationId());
    QCOMPARE(businesses.status, 200);
    QVERIFY(businesses.json.value(u"businesses"_s).isArray());
    QCOMPARE(m_client->highlevel("GET", u"/businesses/"_s).status, 403);
}

void TestSandboxHighlevel::createsContacts()
{
    const Response created = create({{u"firstName"_s, u"Zoë"_s},
                                     {u"lastName"_s, u"McAdam"_s},
                                     {u"email"_s, u"Zoe@McAdam.example"_s},
                                     {u"phone"_s, u"+44 20 7946 0999"_s},
                                     {u"companyName"_s, u"McAdam"_s},
                                     {u"dateOfBirth"_s, u"1990-09-25"_s}});
    QCOMPARE(created.status, 201);
    const QJsonObject shown = created.json.value(u"contact"_s).toObject();
    QCOMPARE(shown.value(u"dateOfBirth"_s).toString(), u"1990-09-25T00:00:00.000Z"_s);
    QCOMPARE(shown.value(u"birthMonth"_s).toInt(), 9);
    QVERIFY(shown.contains(u"bounceEmail"_s));

    const QJsonObject read = contact(shown.value(u"id"_s).toString());
    QCOMPARE(read.value(u"firstName"_s).toString(), u"Zoë"_s);
    QCOMPARE(read.value(u"name"_s).toString(), u"Zoë McAdam"_s);
    QCOMPARE(read.value(u"fullNameLowerCase"_s).toString(), u"zoë mcadam"_s);
    QCOMPARE(read.value(u"emailLowerCase"_s).toString(), u"zoe@mcadam.example"_s);
    QCOMPARE(read.value(u"phone"_s).toString(), u"+442079460999"_s);
    QCOMPARE(read.value(u"dateOfBirth"_s).toString(), u"1990-09-25"_s);
    QCOMPARE(read.value(u"companyName"_s).toString(), u"McAdam"_s);

    const QJsonObject split = contact(createdId({{u"name"_s, u"Ada van Loon"_s}}));
    QCOMPARE(split.value(u"firstName"_s).toString(), u"Ada"_s);
    QCOMPARE(split.value(u"lastName"_s).toString(), u"van Loon"_s);
}

void TestSandboxHighlevel::refusesDuplicates()
{
    const QString id
        = createdId({{u"email"_s, u"one@twin.example"_s}, {u"phone"_s, u"+442079460998"_s}});
    const auto check = [&](const Response &response, const QString &field) {
        QCOMPARE(response.status, 400);
        QCOMPARE(response.message(), u"This location does not allow duplicated contacts."_s);
        const QJsonObject meta = response.json.value(u"meta"_s).toObject();
        QCOMPARE(meta.value(u"contactId"_s).toString(), id);
        QCOMPARE(meta.value(u"matchingField"_s).toString(), field);
    };
    check(create({{u"email"_s, u"ONE@twin.example"_s}}), u"email"_s);
    check(create({{u"phone"_s, u"+44 (20) 7946-0998"_s}}), u"phone"_s);
    const QString other = createdId({{u"email"_s, u"two@twin.example"_s}});
    check(put(other, {{u"phone"_s, u"+442079460998"_s}}), u"phone"_s);
    check(put(other, {{u"email"_s, u"one@twin.example"_s}}), u"email"_s);
    // One's own values are no duplicates.
    QCOMPARE(
        put(id, {{u"email"_s, u"one@twin.example"_s}, {u"phone"_s, u"+442079460998"_s}}).status,
        200);
}

void TestSandboxHighlevel::refusesBadBodies_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value,
                        const QString &message) {
        QTest::newRow(name) << QJsonObject {{field, value}} << message;
    };
    row("companyName", u"companyName"_s, u"x"_s, u"property companyName should not exist"_s);
    row("locationId", u"locationId"_s, u"x"_s, u"property locationId should not exist"_s);
    row("id", u"id"_s, u"x"_s, u"property id should not exist"_s);
    row("additionalEmails", u"additionalEmails"_s, QJsonArray(),
        u"property additionalEmails should not exist"_s);
    row("null country", u"country"_s, QJsonValue::Null, u"country must be a string"_s);
    row("country", u"country"_s, u"Britain"_s, u"country must be a valid ISO31661 Alpha2 code"_s);
    row("email", u"email"_s, u"nobody"_s, u"email must be an email"_s);
    row("birthday", u"dateOfBirth"_s, u"31 May"_s, u"dateOfBirth must be a valid date"_s);
    row("user", u"assignedTo"_s, u"x"_s, u"assignedTo must be a user of this location"_s);
    row("custom field", u"customFields"_s, QJsonArray {QJsonObject {{u"name"_s, u"x"_s}}},
        u"customFields.0.property name should not exist"_s);
    row("tags", u"tags"_s, u"vip"_s, u"tags must be an array of strings"_s);
    row("dnd", u"dndSettings"_s, QJsonObject {{u"Call"_s, QJsonObject {{u"status"_s, u"maybe"_s}}}},
        u"dndSettings.Call.status must be one of the following values: "
        "active, inactive, permanent"_s);
}

void TestSandboxHighlevel::refusesBadBodies()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, message);
    const QJsonObject before = m_sandbox->people(Side::Right).first();
    const Response response = put(before.value(u"id"_s).toString(), body);
    QCOMPARE(response.status, 422);
    QCOMPARE(response.messages(), QStringList {message});
    QCOMPARE(response.json.value(u"error"_s).toString(), u"Unprocessable Entity"_s);
    QCOMPARE(m_sandbox->people(Side::Right).first(), before);
    QCOMPARE(m_client->highlevel("POST", u"/contacts/"_s, {{u"firstName"_s, u"x"_s}}).status, 422);
}

void TestSandboxHighlevel::upserts()
{
    const auto upsert = [&](QJsonObject body) {
        body.insert(u"locationId"_s, locationId());
        return m_client->highlevel("POST", u"/contacts/upsert"_s, body);
    };
    const Response made = upsert({{u"email"_s, u"u@up.example"_s}, {u"firstName"_s, u"Una"_s}});
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json.value(u"new"_s), QJsonValue(true));
    const QString id = made.json.value(u"contact"_s).toObject().value(u"id"_s).toString();
    const QString owner = createdId({{u"phone"_s, u"+442079460991"_s}});
    // E-mail decides; the phone of somebody else is passed over in silence; tags are wiped.
    (void)put(id, {{u"tags"_s, QJsonArray {u"old"_s}}});
    const Response found = upsert({{u"email"_s, u"U@up.example"_s},
                                   {u"phone"_s, u"+442079460991"_s},
                                   {u"companyName"_s, u"Up Ltd"_s},
                                   {u"tags"_s, QJsonArray {u"new"_s}}});
    QCOMPARE(found.json.value(u"new"_s), QJsonValue(false));
    const QJsonObject contact = found.json.value(u"contact"_s).toObject();
    QCOMPARE(contact.value(u"id"_s).toString(), id);
    QVERIFY(!contact.contains(u"phone"_s));
    QCOMPARE(contact.value(u"companyName"_s).toString(), u"Up Ltd"_s);
    QCOMPARE(contact.value(u"tags"_s).toArray(), QJsonArray {u"new"_s});
    QCOMPARE(upsert({{u"phone"_s, u"+442079460991"_s}})
                 .json.value(u"contact"_s)
                 .toObject()
                 .value(u"id"_s)
                 .toString(),
             owner);
}

void TestSandboxHighlevel::findsDuplicates()
{
    const QString id
        = createdId({{u"email"_s, u"d+1@dup.example"_s}, {u"phone"_s, u"+442079460992"_s}});
    const auto find = [&](const QString &query) {
        return m_client->highlevel(
            "GET", u"/contacts/search/duplicate?locationId="_s + locationId() + query);
    };
    const auto idOf = [](const Response &response) {
        return response.json.value(u"contact"_s).toObject().value(u"id"_s).toString();
    };
    QCOMPARE(idOf(find(u"&email=D%2B1%40dup.example"_s)), id);
    QCOMPARE(idOf(find(u"&number=%2B442079460992"_s)), id);
    const Response none = find(u"&number=+442079460992"_s); // a bare "+" is a space
    QCOMPARE(none.status, 200);
    QVERIFY(none.json.contains(u"contact"_s) && none.json.value(u"contact"_s).isNull());
    QCOMPARE(m_client->highlevel("GET", u"/contacts/search/duplicate?email=x"_s).status, 403);
}

void TestSandboxHighlevel::deletes()
{
    const QString id = createdId({{u"email"_s, u"gone@del.example"_s}});
    const Response first = m_client->highlevel("DELETE", u"/contacts/"_s + id);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json.value(u"succeded"_s), QJsonValue(true));
    QCOMPARE(m_client->highlevel("DELETE", u"/contacts/"_s + id).status, 400);
    QCOMPARE(m_client->highlevel("GET", u"/contacts/"_s + id).status, 400);
    QCOMPARE(create({{u"email"_s, u"gone@del.example"_s}}).status, 201);
}

void TestSandboxHighlevel::listsDeprecated()
{
    QStringList ids;
    QString next;
    do {
        const Response page = m_client->highlevel(
            "GET", u"/contacts/?limit=25&locationId="_s + locationId() + next);
        QCOMPARE(page.status, 200);
        const QJsonArray contacts = page.json.value(u"contacts"_s).toArray();
        for (const QJsonValue &contact : contacts)
            ids.append(contact.toObject().value(u"id"_s).toString());
        const QJsonObject meta = page.json.value(u"meta"_s).toObject();
        QCOMPARE(meta.value(u"total"_s).toInt(), m_sandbox->people(Side::Right).size());
        next.clear();
        if (meta.contains(u"startAfterId"_s))
            next = u"&startAfterId="_s + meta.value(u"startAfterId"_s).toString()
                + u"&startAfter="_s + QString::number(meta.value(u"startAfter"_s).toInteger());
    } while (!next.isEmpty());
    ids.removeDuplicates();
    QCOMPARE(ids.size(), m_sandbox->people(Side::Right).size());
    QCOMPARE(m_client->highlevel("GET", u"/contacts/?limit=5"_s).status, 403);
    QCOMPARE(
        m_client->highlevel("GET", u"/contacts/?limit=101&locationId="_s + locationId()).status,
        422);
}

void TestSandboxHighlevel::followsVersion3()
{
    QCOMPARE(
        m_client->highlevel("GET", u"/contacts/?locationId="_s + locationId(), {}, "v3").status,
        404);
    QCOMPARE(m_client->highlevel("GET", u"/contacts/nobody"_s, {}, "v3").status, 404);
    const QString id = createdId({{u"firstName"_s, u"Vee"_s}});
    const QJsonObject field {{u"key"_s, u"access_card"_s}, {u"fieldValue"_s, u"9"_s}};
    const Response updated = m_client->highlevel("PUT", u"/contacts/"_s + id,
                                                 {{u"customFields"_s, QJsonArray {field}}}, "v3");
    QCOMPARE(updated.json.value(u"succeeded"_s), QJsonValue(true));
    QVERIFY(!updated.json.contains(u"succeded"_s));
    QCOMPARE(contact(id).value(u"customFields"_s).toArray().size(), 1);
}

void TestSandboxHighlevel::survivesHostileRequests()
{
    const QUrl url(m_sandbox->highlevelUrl().toString() + "/contacts/search"_L1);
    const QList<QPair<QByteArray, QByteArray>> headers {
        {"Authorization", "Bearer " + m_sandbox->credentials().privateToken.toUtf8()},
        {"Version", "2021-07-28"},
        {"Content-Type", "application/json"}};
    for (const QByteArray &body : {QByteArray("{\"pageLimit\":"), QByteArray("[]"),
                                   QByteArray("{\"filters\":[").repeated(2000)})
        QCOMPARE(m_client->send("POST", url, headers, body).status, 400);
    QCOMPARE(m_client->send("POST", url, headers, QByteArray(2 * 1024 * 1024, ' ')).status, 413);
    QJsonObject nested {{u"field"_s, u"city"_s}, {u"operator"_s, u"exists"_s}};
    for (int i = 0; i < 100; ++i)
        nested = {{u"group"_s, u"OR"_s}, {u"filters"_s, QJsonArray {nested}}};
    QCOMPARE(m_client->search({{u"pageLimit"_s, 1}, {u"filters"_s, QJsonArray {nested}}}).status,
             400);
    QCOMPARE(m_client->search({{u"pageLimit"_s, 1}}).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxHighlevel)
#include "tst_sandbox_highlevel.moc"
