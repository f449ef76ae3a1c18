// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Writing at OfficeRnD as officernd.md tells it: what is taken, what is refused, what comes of it.
class TestSandboxWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createsMembers();
    void refusesBadCreations_data();
    void refusesBadCreations();
    void updatesPartially();
    void keepsModifiedAtWithoutChange();
    void refusesBadUpdates_data();
    void refusesBadUpdates();
    void replacesAndClearsProperties();
    void replacesTagsAndClearsFields();
    void movesBetweenCompanies();
    void setsStatusAndPortalAccess();
    void deletesOnce();
    void writesCompanies();

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

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxWriting::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
    m_client->signIn();
}

void TestSandboxWriting::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxWriting::createsMembers()
{
    QJsonObject body = memberBody();
    body.insert(u"email"_s, u"nia@okafor.example"_s);
    body.insert(u"properties"_s, QJsonObject {{u"date_of_birth"_s, u"1990-05-06"_s}});
    const Response created = m_client->officernd("POST", u"/members"_s, body);
    QCOMPARE(created.status, 201);
    const QString id = created.json.value(u"_id"_s).toString();
    QCOMPARE(id.size(), 24);
    QCOMPARE(created.json.value(u"status"_s).toString(), u"contact"_s);
    QVERIFY(!created.json.contains(u"company"_s));
    QCOMPARE(created.json.value(u"properties"_s).toObject().value(u"date_of_birth"_s).toString(),
             u"1990-05-06T00:00:00.000Z"_s);
    QCOMPARE(m_client->officernd("GET", u"/members/"_s + id).json, created.json);
    // Not idempotent, and e-mails may repeat.
    const Response again = m_client->officernd("POST", u"/members"_s, body);
    QCOMPARE(again.status, 201);
    QVERIFY(again.json.value(u"_id"_s) != created.json.value(u"_id"_s));
    QCOMPARE(m_client->officernd("GET", u"/members?email=nia%40okafor.example"_s)
                 .json.value(u"results"_s)
                 .toArray()
                 .size(),
             2);
}

void TestSandboxWriting::refusesBadCreations_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto undefined = QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no name") << u"name"_s << undefined << 400
                             << u"name should not be null or undefined"_s;
    QTest::newRow("no location") << u"location"_s << undefined << 400
                                 << u"location should not be null or undefined"_s;
    QTest::newRow("no start") << u"startDate"_s << undefined << 400
                              << u"startDate should not be null or undefined"_s;
    QTest::newRow("empty name") << u"name"_s << QJsonValue(QString()) << 500
                                << u"Path 'name' is required."_s;
    QTest::newRow("name type") << u"name"_s << QJsonValue(7) << 400 << u"name must be a string"_s;
    QTest::newRow("status") << u"status"_s << QJsonValue(u"active"_s) << 400
                            << u"property status should not exist"_s;
    QTest::newRow("foreign location") << u"location"_s << QJsonValue(u"aaaaaaaaaaaaaaaaaaaaaaaa"_s)
                                      << 500 << u"Specified office was not found"_s;
    QTest::newRow("bad company")
        << u"company"_s << QJsonValue(u"ACME"_s) << 500
        << u"Cast to ObjectId failed for value \"ACME\" (type string) at path \"company\""_s;
}

void TestSandboxWriting::refusesBadCreations()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(int, status);
    QFETCH(QString, message);
    const qsizetype before = m_sandbox->people(Side::Left).size();
    QJsonObject body = memberBody();
    body.insert(field, value); // an undefined value removes the field
    const Response response = m_client->officernd("POST", u"/members"_s, body);
    QCOMPARE(response.status, status);
    if (status == 400)
        QCOMPARE(response.messages(), QStringList {message});
    else
        QCOMPARE(response.message(), message);
    QCOMPARE(m_sandbox->people(Side::Left).size(), before);
}

void TestSandboxWriting::updatesPartially()
{
    const QJsonObject before = m_sandbox->people(Side::Left).first();
    const Response updated = m_client->officernd(
        "PUT", u"/members/"_s + anyId(),
        {{u"phone"_s, u"012-345-6789"_s}, {u"address"_s, QJsonObject {{u"city"_s, u"Hull"_s}}}});
    QCOMPARE(updated.status, 200);
    QCOMPARE(updated.json.value(u"phone"_s).toString(), u"012-345-6789"_s);
    QCOMPARE(updated.json.value(u"name"_s), before.value(u"name"_s));
    QCOMPARE(updated.json.value(u"email"_s), before.value(u"email"_s));
    QCOMPARE(updated.json.value(u"address"_s).toObject().value(u"city"_s).toString(), u"Hull"_s);
    QVERIFY(updated.json.value(u"modifiedAt"_s).toString()
            > before.value(u"modifiedAt"_s).toString());
}

void TestSandboxWriting::keepsModifiedAtWithoutChange()
{
    const QJsonObject before = m_sandbox->people(Side::Left).first();
    const Response same = m_client->officernd("PUT", u"/members/"_s + anyId(),
                                              {{u"name"_s, before.value(u"name"_s)},
                                               {u"tags"_s, before.value(u"tags"_s)},
                                               {u"address"_s, before.value(u"address"_s)}});
    QCOMPARE(same.status, 200);
    QCOMPARE(same.json, before);
}

void TestSandboxWriting::refusesBadUpdates_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("echo of a read") << QJsonObject {{u"_id"_s, u"x"_s}, {u"createdAt"_s, u"x"_s}}
                                    << QStringList {u"property _id should not exist"_s,
                                                    u"property createdAt should not exist"_s};
    QTest::newRow("company") << QJsonObject {{u"company"_s, u"x"_s}}
                             << QStringList {u"property company should not exist"_s};
    QTest::newRow("nested") << QJsonObject {{u"address"_s, QJsonObject {{u"address1"_s, u"x"_s}}}}
                            << QStringList {u"property address.address1 should not exist"_s};
    QTest::newRow("tags") << QJsonObject {{u"tags"_s, u"vip"_s}}
                          << QStringList {u"tags must be an array of strings"_s};
    QTest::newRow("unknown property")
        << QJsonObject {{u"properties"_s, QJsonObject {{u"shoe"_s, u"42"_s}}}}
        << QStringList {u"property properties.shoe should not exist"_s};
    QTest::newRow("option") << QJsonObject {{u"properties"_s,
                                             QJsonObject {{u"tshirt_size"_s, u"XXL"_s}}}}
                            << QStringList {u"properties.tshirt_size must be one of the "
                                            "following values: S, M, L, XL"_s};
}

void TestSandboxWriting::refusesBadUpdates()
{
    QFETCH(QJsonObject, body);
    QFETCH(QStringList, messages);
    const QJsonObject before = m_sandbox->people(Side::Left).first();
    const Response response = m_client->officernd("PUT", u"/members/"_s + anyId(), body);
    QCOMPARE(response.status, 400);
    QCOMPARE(response.messages(), messages);
    QCOMPARE(m_sandbox->people(Side::Left).first(), before);
    QCOMPARE(m_client->officernd("PUT", u"/members/"_s + QString(24, u'0'), {}).status, 404);
}

void TestSandboxWriting::replacesAndClearsProperties()
{
    const auto id = m_sandbox->addPerson(Side::Left, {{u"name"_s, u"Pia"_s}});
    QVERIFY(id);
    const QString path = u"/members/"_s + id->text();
    QVERIFY(!m_client->officernd("GET", path).json.contains(u"properties"_s));
    const auto put = [&](const QJsonObject &properties) {
        return m_client->officernd("PUT", path, {{u"properties"_s, properties}})
            .json.value(u"properties"_s)
            .toObject();
    };
    (void)put({{u"Access Card Nr"_s, u"1"_s}});
    QCOMPARE(put({{u"tshirt_size"_s, u"M"_s}}), QJsonObject({{u"tshirt_size"_s, u"M"_s}}));
    QCOMPARE(put({{u"Access Card Nr"_s, QJsonValue::Null}, {u"tshirt_size"_s, u"M"_s}}),
             QJsonObject({{u"tshirt_size"_s, u"M"_s}}));
    QCOMPARE(put({{u"tshirt_size"_s, QString()}}), QJsonObject());
    QVERIFY(!m_client->officernd("GET", path).json.contains(u"properties"_s));
}

void TestSandboxWriting::replacesTagsAndClearsFields()
{
    const auto id = m_sandbox->addPerson(Side::Left,
                                         {{u"name"_s, u"Tom"_s},
                                          {u"email"_s, u"tom@tags.example"_s},
                                          {u"phone"_s, u"1"_s},
                                          {u"tags"_s, QJsonArray {u"A"_s, u"b"_s}}});
    QVERIFY(id);
    const Response replaced = m_client->officernd("PUT", u"/members/"_s + id->text(),
                                                  {{u"tags"_s, QJsonArray {u"C d"_s}},
                                                   {u"email"_s, QJsonValue::Null},
                                                   {u"phone"_s, QString()}});
    QCOMPARE(replaced.json.value(u"tags"_s).toArray(), QJsonArray {u"C d"_s});
    QVERIFY(!replaced.json.contains(u"email"_s));
    QVERIFY(!replaced.json.contains(u"phone"_s));
    QCOMPARE(m_client->officernd("GET", u"/members?email=tom%40tags.example"_s)
                 .json.value(u"results"_s)
                 .toArray()
                 .size(),
             0);
}

void TestSandboxWriting::movesBetweenCompanies()
{
    const auto id = m_sandbox->addPerson(Side::Left, {{u"name"_s, u"Mo"_s}});
    QVERIFY(id);
    const QString company = m_sandbox->companyAtOfficernd(u"Tidewise Software"_s).text();
    const QString path = u"/members/"_s + id->text() + u"/company"_s;
    const Response moved = m_client->officernd("PUT", path, {{u"company"_s, company}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.json.value(u"company"_s).toString(), company);
    QCOMPARE(m_client->officernd("PUT", path, {{u"company"_s, QString(24, u'0')}}).status, 500);
    const Response alone = m_client->officernd("PUT", path, {{u"company"_s, QJsonValue::Null}});
    QVERIFY(!alone.json.contains(u"company"_s));
}

void TestSandboxWriting::setsStatusAndPortalAccess()
{
    const QString path = u"/members/"_s + anyId();
    const Response former
        = m_client->officernd("PUT", path + u"/status"_s, {{u"status"_s, u"former"_s}});
    QCOMPARE(former.status, 204);
    QVERIFY(former.body.isEmpty());
    QCOMPARE(m_client->officernd("GET", path).json.value(u"status"_s).toString(), u"former"_s);
    QCOMPARE(m_client->officernd("PUT", path + u"/status"_s, {{u"status"_s, u"active"_s}}).status,
             400);
    QCOMPARE(
        m_client->officernd("PUT", path + u"/portal-access"_s, {{u"isPortalAccessEnabled"_s, true}})
            .status,
        204);
}

void TestSandboxWriting::deletesOnce()
{
    const QString path = u"/members/"_s + anyId();
    const QJsonObject before = m_sandbox->people(Side::Left).first();
    const Response first = m_client->officernd("DELETE", path);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json, before);
    const Response second = m_client->officernd("DELETE", path);
    QCOMPARE(second.status, 404);
    QVERIFY(second.message().startsWith(u"Item with Id ("_s));
    QCOMPARE(m_client->officernd("GET", path).status, 404);
}

void TestSandboxWriting::writesCompanies()
{
    const Response created
        = m_client->officernd("POST", u"/companies"_s, {{u"name"_s, u"Gull & Co"_s}});
    QCOMPARE(created.status, 201);
    const QString path = u"/companies/"_s + created.json.value(u"_id"_s).toString();
    const Response renamed = m_client->officernd("PUT", path, {{u"name"_s, u"Gull Co"_s}});
    QCOMPARE(renamed.json.value(u"name"_s).toString(), u"Gull Co"_s);
    QCOMPARE(m_client->officernd("PUT", path, {{u"tags"_s, QJsonArray {}}}).messages(),
             QStringList {u"property tags should not exist"_s});
    QCOMPARE(m_client->officernd("PUT", path, {{u"name"_s, QString()}}).status, 500);
    QCOMPARE(m_client->officernd("GET", u"/companies?name=Gull%20Co"_s)
                 .json.value(u"results"_s)
                 .toArray()
                 .size(),
             1);
    QCOMPARE(m_client->officernd("GET", u"/companies?email=x"_s).status, 400);
    QCOMPARE(m_client->officernd("GET", u"/companies?$sort[modifiedAt]=asc"_s).status, 400);
    QCOMPARE(m_client->officernd("DELETE", path).status, 200);
    QCOMPARE(m_client->officernd("GET", path).status, 404);
}

QTEST_GUILESS_MAIN(TestSandboxWriting)
#include "tst_sandbox_writing.moc"
