// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "sandbox/faultkinds.h"
#include "sandbox/requestreport.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The sandbox steered from outside, over HTTP.
class TestSandboxControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        SandboxOptions options;
        options.pace = SandboxOptions::Pace::Exact;
        m_sandbox = std::make_unique<Sandbox>(options);
        QVERIFY(m_sandbox->start());
        QVERIFY(m_sandbox->controlSecret().isEmpty()); // only when asked for
        QVERIFY(m_sandbox->startControl());
        m_client = std::make_unique<HttpClient>(*m_sandbox);
        m_client->signIn();
    }
    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void obeysOnlyWhoKnowsTheSecret()
    {
        const QUrl url(m_sandbox->controlUrl().toString() + "/faults"_L1);
        QCOMPARE(m_client->send("GET", url, {}).status, 401);
        QCOMPARE(m_client->send("GET", url, {{"X-Sandbox-Secret", "guess"}}).status, 401);
        QCOMPARE(steer("GET", u"/faults"_s).status, 200);
        QCOMPARE(steer("GET", u"/secrets"_s).status, 404);
        QCOMPARE(steer("PATCH", u"/quirks"_s).status, 404);
        Sandbox other;
        QVERIFY(other.start() && other.startControl());
        QVERIFY(other.controlSecret() != m_sandbox->controlSecret());
    }

    void setsUpFaults()
    {
        QCOMPARE(steer("POST", u"/faults"_s,
                       {{u"name"_s, u"403"_s},
                        {u"side"_s, u"officernd"_s},
                        {u"method"_s, u"get"_s},
                        {u"path"_s, u"*/members"_s},
                        {u"nth"_s, 2},
                        {u"times"_s, 2}})
                     .status,
                 200);
        QList<int> statuses;
        for (int i = 0; i < 3; ++i)
            statuses.append(m_client->officernd("GET", u"/members"_s).status);
        QCOMPARE(statuses, (QList<int> {200, 403, 403}));
        QVERIFY(listed().isEmpty());
        (void)steer("POST", u"/faults"_s,
                    {{u"name"_s, u"409"_s}, {u"side"_s, u"highlevel"_s}, {u"times"_s, 0}});
        QCOMPARE(listed().first().toObject().value(u"name"_s).toString(), u"409"_s);
        QCOMPARE(listed().first().toObject().value(u"times"_s).toInt(-1), 0);
        QCOMPARE(steer("DELETE", u"/faults"_s).status, 200);
        QVERIFY(listed().isEmpty());
    }

    void refusesOddFaults_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("name") << QJsonObject {{u"name"_s, u"gremlins"_s}};
        QTest::newRow("side") << QJsonObject {{u"side"_s, u"left"_s}};
        QTest::newRow("nth") << QJsonObject {{u"nth"_s, 0}};
        QTest::newRow("times") << QJsonObject {{u"times"_s, -1}};
        QTest::newRow("share") << QJsonObject {{u"share"_s, 2}};
        QTest::newRow("status") << QJsonObject {{u"status"_s, u"teapot"_s}};
        QTest::newRow("unknown") << QJsonObject {{u"often"_s, 2}};
    }
    void refusesOddFaults()
    {
        QFETCH(QJsonObject, change);
        QJsonObject fault {{u"name"_s, u"403"_s}, {u"side"_s, u"officernd"_s}};
        for (auto member = change.begin(); member != change.end(); ++member)
            fault.insert(member.key(), member.value());
        const Response refused = steer("POST", u"/faults"_s, fault);
        QCOMPARE(refused.status, 400);
        QVERIFY(!refused.json.value(u"error"_s).toString().isEmpty());
        QVERIFY(listed().isEmpty());
    }

    void listsKinds()
    {
        const QJsonArray kinds = steer("GET", u"/faults/kinds"_s).json.value(u"kinds"_s).toArray();
        QCOMPARE(static_cast<std::size_t>(kinds.size()), faultKinds().size());
        QVERIFY(!kinds.first().toObject().value(u"target"_s).toString().isEmpty());
    }

    void tellsRequestsAndPace()
    {
        m_sandbox->clearRequestLog();
        for (int i = 0; i < 405; ++i)
            (void)m_client->officernd("GET", u"/members/x"_s);
        const QJsonObject report = steer("GET", u"/requests"_s).json;
        QCOMPARE(report.value(u"entries"_s).toArray().size(), 405);
        QVERIFY(!report.value(u"entries"_s).toArray().first().toObject().contains(u"body"_s));
        const QJsonObject side = report.value(u"officernd"_s).toObject();
        QCOMPARE(side.value(u"reads"_s).toInt(), 405);
        QCOMPARE(side.value(u"refusals"_s).toInt(), 5);
        const QJsonObject reads = report.value(u"allowances"_s).toArray().first().toObject();
        QCOMPARE(reads.value(u"limit"_s).toInt(), 400);
        QCOMPARE(reads.value(u"highestUsePercent"_s).toDouble(), 100.0);
        QCOMPARE(reads.value(u"refused"_s).toInt(), 5);
        QCOMPARE(steer("DELETE", u"/requests"_s).status, 200);
        QCOMPARE(m_sandbox->requestLog().refusals(Side::Left), 0);
    }

    void judgesByWindows()
    {
        m_sandbox->clearRequestLog();
        for (int i = 0; i < 8; ++i)
            (void)m_client->officernd("GET", u"/members/x"_s);
        m_sandbox->advanceClock(std::chrono::minutes(1));
        for (int i = 0; i < 4; ++i)
            (void)m_client->officernd("GET", u"/members/x"_s);
        (void)m_client->officernd("PUT", u"/members/x"_s, {});
        const QList<Allowance> judged = judgedAllowances(SandboxOptions::Pace::Exact);
        const RequestLog &log = m_sandbox->requestLog();
        QCOMPARE(log.windows(judged.at(0)).size(), 2);
        QCOMPARE(log.windows(judged.at(0)).at(1).accepted, 4);
        QCOMPARE(log.highestUse(judged.at(0)), 2.0); // 8 of 400
        QCOMPARE(log.highestUse(judged.at(1)), 1.0); // 1 of 100
        QCOMPARE(log.highestUse(judged.at(2)), 0.0);
    }

    void switchesQuirks()
    {
        const QString name = u"officernd.long-page-is-refused"_s;
        QCOMPARE(steer("GET", u"/quirks"_s).json.value(name), QJsonValue(true));
        QCOMPARE(steer("PUT", u"/quirks"_s, {{name, false}}).status, 200);
        QVERIFY(!m_sandbox->quirks().holds(Quirk::LongPageIsRefused));
        QCOMPARE(m_client->officernd("GET", u"/members?$limit=99"_s).status, 200);
        // What is not named stays.
        QCOMPARE(steer("PUT", u"/quirks"_s, {{u"officernd.null-clears"_s, false}}).json.value(name),
                 QJsonValue(false));
        QCOMPARE(steer("PUT", u"/quirks"_s, {{u"officernd.gremlins"_s, false}}).status, 400);
        QCOMPARE(steer("PUT", u"/quirks"_s, {{name, u"no"_s}}).status, 400);
    }

    void movesTheClock()
    {
        const QString before = steer("GET", u"/clock"_s).json.value(u"now"_s).toString();
        QCOMPARE(steer("POST", u"/clock"_s, {{u"advanceMs"_s, 3'700'000}}).status, 200);
        const QString after = steer("GET", u"/clock"_s).json.value(u"now"_s).toString();
        QVERIFY(QDateTime::fromString(before, Qt::ISODateWithMs)
                    .msecsTo(QDateTime::fromString(after, Qt::ISODateWithMs))
                >= 3'700'000);
        QCOMPARE(m_client->officernd("GET", u"/members"_s).status, 401); // the token is old now
        QCOMPARE(steer("POST", u"/clock"_s, {{u"advanceMs"_s, -1}}).status, 400);
        QCOMPARE(steer("POST", u"/clock"_s).status, 400);
    }

    void actsAsAPerson_data()
    {
        QTest::addColumn<QString>("side");
        QTest::addColumn<QJsonObject>("fields");
        QTest::newRow("OfficeRnD") << u"officernd"_s << QJsonObject {{u"name"_s, u"Ada Act"_s}};
        QTest::newRow("HighLevel")
            << u"highlevel"_s
            << QJsonObject {{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Act"_s}};
    }
    void actsAsAPerson()
    {
        QFETCH(QString, side);
        QFETCH(QJsonObject, fields);
        const QString people = u"/people/"_s + side;
        const Response added = steer("POST", people, fields);
        const QString id = added.json.value(u"id"_s).toString();
        QVERIFY2(!id.isEmpty(), added.body.constData());
        const QJsonArray found
            = steer("GET", people + u"?find=ada%20act"_s).json.value(u"ids"_s).toArray();
        QVERIFY(found.contains(id));
        const QString person = people + u'/' + id;
        QCOMPARE(steer("PUT", person, {{u"email"_s, u"ada@act.example"_s}}).status, 200);
        QCOMPARE(steer("GET", person).json.value(u"email"_s).toString(), u"ada@act.example"_s);
        QCOMPARE(steer("PUT", person, {{u"shoeSize"_s, 3}}).status, 400);
        const QString other = steer("POST", people, fields).json.value(u"id"_s).toString();
        QCOMPARE(steer("POST", person + u"/merge"_s, {{u"into"_s, other}}).status, 200);
        QCOMPARE(steer("GET", person).status, 404);
        QCOMPARE(steer("DELETE", people + u'/' + other).status, 200);
        QCOMPARE(steer("DELETE", people + u'/' + other).status, 404);
        QCOMPARE(steer("GET", u"/people/pipedrive"_s).status, 404);
    }

    void survivesHostileRequests()
    {
        const QUrl url(m_sandbox->controlUrl().toString() + "/faults"_L1);
        const QList<QPair<QByteArray, QByteArray>> secret {
            {"X-Sandbox-Secret", m_sandbox->controlSecret().toLatin1()}};
        QCOMPARE(m_client->send("POST", url, secret, "[1]").status, 400);
        QCOMPARE(m_client->send("POST", url, secret, "{").status, 400);
        QCOMPARE(steer("GET", u"/people/officernd/..%2F..%2Fetc"_s).status, 404);
        QCOMPARE(steer("GET", u"//"_s).status, 404);
    }

private:
    [[nodiscard]] Response steer(const QByteArray &method, const QString &path,
                                 const QJsonObject &body = {})
    {
        const QUrl url(m_sandbox->controlUrl().toString() + path, QUrl::StrictMode);
        return m_client->send(method, url,
                              {{"X-Sandbox-Secret", m_sandbox->controlSecret().toLatin1()},
                               {"Content-Type", "application/json"}},
                              body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson());
    }
    [[nodiscard]] QJsonArray listed()
    {
        return steer("GET", u"/faults"_s).json.value(u"faults"_s).toArray();
    }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestSandboxControl)
#include "tst_sandbox_control.moc"
