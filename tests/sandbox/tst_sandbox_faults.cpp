// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Faults hit what they are aimed at, once, and are told apart by whether the write happened.
class TestSandboxFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hitsTheNthMatchOnly();
    void matchesMethodAndPath();
    void waitsSideBySide();
    void sendsHtml();
    void sendsHalfAReply();
    void sendsEmptyLists();
    void sendsAnyStatus();
    void cutsWithoutWriting();
    void cutsAfterWriting();
    void staysSilent();
    void writesAndRefuses();
    void logsWhatWasSent();

private:
    [[nodiscard]] Response createMember(const QString &name)
    {
        const QJsonObject anybody = m_sandbox->people(Side::Left).first();
        return m_client->officernd("POST", u"/members"_s,
                                   {{u"name"_s, name},
                                    {u"location"_s, anybody.value(u"location"_s)},
                                    {u"startDate"_s, u"2026-01-01"_s}});
    }
    [[nodiscard]] Response createContact(const QString &name)
    {
        return m_client->highlevel(
            "POST", u"/contacts/"_s,
            {{u"firstName"_s, name}, {u"locationId"_s, m_sandbox->credentials().locationId}});
    }
    [[nodiscard]] qsizetype count(Side side, const QString &name) const
    {
        return m_sandbox->findPeople(side, name).size();
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxFaults::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
    m_client->signIn();
}

void TestSandboxFaults::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxFaults::hitsTheNthMatchOnly()
{
    m_sandbox->failNext({.side = Side::Left, .pathPattern = u"*/members"_s, .nth = 2, .times = 2},
                        {.kind = Fault::Kind::Status, .status = 503});
    QList<int> statuses;
    for (int i = 0; i < 5; ++i) {
        statuses.append(m_client->officernd("GET", u"/members?$limit=1"_s).status);
        QCOMPARE(m_client->officernd("GET", u"/locations"_s).status, 200);
    }
    QCOMPARE(statuses, (QList<int> {200, 503, 503, 200, 200}));
}

void TestSandboxFaults::matchesMethodAndPath()
{
    const Fault fault {.kind = Fault::Kind::Status, .status = 502};
    m_sandbox->failNext({.side = Side::Right, .method = "PUT", .pathPattern = u"/contacts/*"_s},
                        fault);
    const QString id = m_sandbox->people(Side::Right).first().value(u"id"_s).toString();
    QCOMPARE(m_client->highlevel("GET", u"/contacts/"_s + id).status, 200);
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 200);
    QCOMPARE(m_client->highlevel("PUT", u"/contacts/"_s + id, {{u"city"_s, u"x"_s}}).status, 502);
    m_sandbox->failNext({.side = Side::Right}, fault);
    m_sandbox->clearFaults();
    QCOMPARE(m_client->highlevel("GET", u"/contacts/"_s + id).status, 200);
}

void TestSandboxFaults::waitsSideBySide()
{
    m_sandbox->failNext({.side = Side::Left, .nth = 1},
                        {.kind = Fault::Kind::Status, .status = 500});
    m_sandbox->failNext({.side = Side::Left, .nth = 2},
                        {.kind = Fault::Kind::Status, .status = 502});
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 500);
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 502);
    QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 200);
}

void TestSandboxFaults::sendsHtml()
{
    m_sandbox->failNext({.side = Side::Left}, {.kind = Fault::Kind::Html500});
    const Response response = createMember(u"Html Victim"_s);
    QCOMPARE(response.status, 500);
    QVERIFY(response.body.startsWith("<html>"));
    QCOMPARE(response.headers.value("content-type"), QByteArray("text/html"));
    QCOMPARE(count(Side::Left, u"Html Victim"_s), 0);
}

void TestSandboxFaults::sendsHalfAReply()
{
    m_sandbox->failNext({.side = Side::Right}, {.kind = Fault::Kind::HalfJson});
    const Response response = createContact(u"Halfdan"_s);
    QCOMPARE(response.status, 201);
    QVERIFY(response.body.startsWith("{"));
    QVERIFY(QJsonDocument::fromJson(response.body).isNull());
    QCOMPARE(count(Side::Right, u"Halfdan"_s), 1);
}

void TestSandboxFaults::sendsEmptyLists()
{
    m_sandbox->failNext({.side = Side::Left}, {.kind = Fault::Kind::EmptyList});
    const Response members = m_client->officernd("GET", u"/members"_s);
    QCOMPARE(members.status, 200);
    QCOMPARE(members.json.value(u"rangeEnd"_s).toInt(-1), 0);
    QCOMPARE(members.json.value(u"results"_s), QJsonValue(QJsonArray()));
    m_sandbox->failNext({.side = Side::Right}, {.kind = Fault::Kind::EmptyList});
    const Response contacts = m_client->search({{u"pageLimit"_s, 5}});
    QCOMPARE(contacts.json.value(u"contacts"_s), QJsonValue(QJsonArray()));
    QCOMPARE(contacts.json.value(u"total"_s).toInt(-1), 0);
}

void TestSandboxFaults::sendsAnyStatus()
{
    m_sandbox->failNext({.side = Side::Right}, {.kind = Fault::Kind::Status, .status = 401});
    const Response response = createContact(u"Stan"_s);
    QCOMPARE(response.status, 401);
    QVERIFY(response.json.contains(u"traceId"_s));
    QCOMPARE(count(Side::Right, u"Stan"_s), 0);
}

void TestSandboxFaults::cutsWithoutWriting()
{
    m_sandbox->failNext({.side = Side::Left, .method = "POST", .times = 10},
                        {.kind = Fault::Kind::Reset});
    const Response response = createMember(u"Cut Off"_s);
    QCOMPARE(response.status, 0);
    QVERIFY(response.error != QNetworkReply::NoError);
    QCOMPARE(count(Side::Left, u"Cut Off"_s), 0);
    m_sandbox->clearFaults();
    QCOMPARE(createMember(u"Cut Off"_s).status, 201);
}

void TestSandboxFaults::cutsAfterWriting()
{
    m_sandbox->failNext({.side = Side::Left, .method = "POST", .times = 10},
                        {.kind = Fault::Kind::AppliedThenReset});
    const Response response = createMember(u"Done Anyway"_s);
    QCOMPARE(response.status, 0);
    // QNetworkAccessManager may have sent it more than once; the log tells how often.
    const auto entries = m_sandbox->requestLog().entries();
    const auto sent = std::count_if(entries.begin(), entries.end(), [](const auto &entry) {
        return entry.method == "POST" && entry.path.endsWith("/members"_L1);
    });
    QVERIFY(sent >= 1);
    QCOMPARE(count(Side::Left, u"Done Anyway"_s), sent);
}

void TestSandboxFaults::staysSilent()
{
    m_sandbox->failNext({.side = Side::Right}, {.kind = Fault::Kind::NoReply});
    const QUrl url(m_sandbox->highlevelUrl().toString() + "/contacts/"_L1);
    const Response response = m_client->send("POST", url, {}, "{}", 300);
    QCOMPARE(response.status, 0);
    QCOMPARE(response.error, QNetworkReply::OperationCanceledError);
    QCOMPARE(m_client->search({{u"pageLimit"_s, 1}}).status, 200);
}

void TestSandboxFaults::writesAndRefuses()
{
    m_sandbox->failNext({.side = Side::Right, .method = "POST"}, {.kind = Fault::Kind::Created422});
    QCOMPARE(createContact(u"Ghost Entry"_s).status, 422);
    QCOMPARE(count(Side::Right, u"Ghost Entry"_s), 1);
}

void TestSandboxFaults::logsWhatWasSent()
{
    m_sandbox->clearRequestLog();
    m_sandbox->failNext({.side = Side::Left, .method = "GET"}, {.kind = Fault::Kind::NoReply});
    QVERIFY(createMember(u"Logged"_s).status == 201);
    (void)m_client->search({{u"pageLimit"_s, 3}});
    const QString id = m_sandbox->people(Side::Right).first().value(u"id"_s).toString();
    (void)m_client->highlevel("DELETE", u"/contacts/"_s + id);
    (void)m_client->highlevel(
        "GET", u"/contacts/?limit=1&locationId="_s + m_sandbox->credentials().locationId);
    const RequestLog &log = m_sandbox->requestLog();
    QCOMPARE(log.entries().size(), 4);
    QCOMPARE(log.writes(Side::Left), 1);
    QCOMPARE(log.reads(Side::Left), 0);
    QCOMPARE(log.writes(Side::Right), 1);
    QCOMPARE(log.reads(Side::Right), 2); // a search is reading, though it is a POST
    const RequestLogEntry first = log.entries().first();
    QCOMPARE(first.status, 201);
    QVERIFY(first.body.contains("Logged"));
    QCOMPARE(log.entries().last().path, u"/contacts/"_s);
    QVERIFY(log.entries().last().query.startsWith(u"limit=1&"_s));
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandbox_faults.moc"
