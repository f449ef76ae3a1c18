// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/plainservice.h"
#include "net/rawcall.h"
#include "net/scriptedserver.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RawRequest reading()
{
    return {.path = {u"people"_s, u"a/b"_s}, .effect = RawEffect::Reads};
}

RawRequest writing()
{
    return {.method = RawMethod::Post,
            .path = {u"people"_s, QString()},
            .body = "{\"name\": \"Ann\"}",
            .effect = RawEffect::Writes};
}

} // namespace

class TestRawCall final : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        SystemClock clock;
        NetworkTransport transport {TransportLimits {.silence = 500ms}};
        RateLimiter limiter {clock, {{100, 50ms}, {100, 50ms}}};
        PlainFaults faults;
        CountingTokens tokens;
        ScriptedServer server;
        HttpClient client {{clock, transport, limiter, faults, &tokens},
                           server.url(),
                           {{"Version", "2021-07-28"}}};

        Result<RawReply> ask(const RawRequest &request)
        {
            return outcome(client.sendRaw(httpRequest(request)));
        }
    };

    static ScriptedServer::Answer answer(const QByteArray &status, const QByteArray &body,
                                         const QByteArray &headers
                                         = "Content-Type: application/json\r\n")
    {
        return {ScriptedServer::reply(status, body, headers)};
    }

private Q_SLOTS:
    void sendsWhatWasComposed()
    {
        Setup setup;
        setup.server.script(
            {answer("201 Created", "{\"traceId\":\"168e1af9-ace3-41e6-aad5-1a83d38a5123\"}")});
        const Result<RawReply> reply = setup.ask(writing());
        QVERIFY(reply);
        QCOMPARE(reply->status, 201);
        QCOMPARE(reply->traceId, u"168e1af9-ace3-41e6-aad5-1a83d38a5123"_s);
        QCOMPARE(reply->body, u"{\"traceId\":\"168e1af9-ace3-41e6-aad5-1a83d38a5123\"}"_s);
        const QByteArray sent = setup.server.requests().constFirst();
        QVERIFY2(sent.startsWith("POST /people/ HTTP/1.1\r\n"), sent.constData());
        QVERIFY(sent.contains("Authorization: Bearer token-0\r\n"));
        QVERIFY(sent.contains("Version: 2021-07-28\r\n"));
        QVERIFY(sent.contains("Content-Type: application/json\r\n"));
        QVERIFY(sent.endsWith("{\"name\": \"Ann\"}"));
    }

    //! A slash in a value is no slash in the address, on the wire too.
    void aHostileSegmentStaysOne()
    {
        Setup setup;
        setup.server.script({answer("404 Not Found", "{}")});
        RawRequest request = reading();
        request.path = {u"contacts"_s, u"../../oauth/token?x=1"_s};
        QVERIFY(setup.ask(request));
        const QByteArray sent = setup.server.requests().constFirst();
        QVERIFY2(sent.startsWith("GET /contacts/..%2F..%2Foauth%2Ftoken%3Fx%3D1 HTTP/1.1\r\n"),
                 sent.left(80).constData());
        request.path = {u"contacts"_s, u".."_s};
        const Result<RawReply> climbing = setup.ask(request);
        QVERIFY(!climbing);
        QCOMPARE(climbing.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void everyStatusIsAResult_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("refused") << QByteArray("400 Bad Request");
        QTest::newRow("no permission") << QByteArray("403 Forbidden");
        QTest::newRow("too many") << QByteArray("429 Too Many Requests");
        QTest::newRow("failed") << QByteArray("500 Internal Server Error");
        QTest::newRow("gateway") << QByteArray("502 Bad Gateway");
    }

    void everyStatusIsAResult()
    {
        QFETCH(const QByteArray, status);
        for (const RawRequest &request : {reading(), writing()}) {
            Setup setup;
            setup.server.script({answer(status, "<html><b>no</b></html>",
                                        "Content-Type: text/html\r\nSet-Cookie: a=b\r\n")});
            const Result<RawReply> reply = setup.ask(request);
            QVERIFY(reply);
            QCOMPARE(reply->status, status.left(3).toInt());
            QCOMPARE(reply->body, u"<html><b>no</b></html>"_s);
            const QList<std::pair<QString, QString>> shown {{u"Content-Type"_s, u"text/html"_s}};
            QCOMPARE(reply->headers, shown);
            QCOMPARE(setup.server.requests().size(), 1);
        }
    }

    void aReadRenewsItsTokenOnce()
    {
        Setup setup;
        setup.server.script({answer("401 Unauthorized", "{}")});
        const Result<RawReply> reply = setup.ask(reading());
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QCOMPARE(setup.server.requests().size(), 2);
        QVERIFY(setup.server.requests().constLast().contains("Bearer token-1\r\n"));
    }

    void aWriteIsSentOnce()
    {
        Setup setup;
        setup.server.script({answer("401 Unauthorized", "{}")});
        QCOMPARE(setup.ask(writing())->status, 401);
        QCOMPARE(setup.server.requests().size(), 1);
        // The next one a person sends has a new token.
        QCOMPARE(setup.tokens.renewals, 1);

        Setup broken;
        broken.server.script({{"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"}});
        const Result<RawReply> lost = broken.ask(writing());
        QVERIFY(!lost);
        QVERIFY(leavesWriteUnknown(lost.error()));
        QCOMPARE(broken.server.requests().size(), 1);
    }

    void nobodyThereIsAnError()
    {
        Setup setup;
        setup.client.setBaseUrl(QUrl(u"http://127.0.0.1:1"_s));
        const Result<RawReply> reply = setup.ask(reading());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, ErrorKind::Network);
        QVERIFY(reply.error().message.contains("Testservice"_L1));
    }

    void credentialsAreTakenOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QString &text, const QString &shown) {
            QTest::newRow(name) << text << shown;
        };
        row("webhook secret", u"{\"secret\": \"s3cr3t\", \"url\": \"u\"}"_s,
            u"{\"secret\": \"(hidden)\", \"url\": \"u\"}"_s);
        row("escaped quote", uR"j({"client_secret":"a\"b","x":1})j"_s,
            uR"j({"client_secret":"(hidden)","x":1})j"_s);
        row("cut off", uR"j({"access_token":"abcde)j"_s, uR"j({"access_token":"(hidden)")j"_s);
        row("own token", u"<p>Bearer token-0</p>"_s, u"<p>Bearer (hidden)</p>"_s);
        row("private token", u"pit-0123abcd-ef01"_s, u"(hidden)"_s);
        row("web token", u"eyJhbGciOiJI.eyJzdWIiOiI.sig"_s, u"(hidden)"_s);
        row("people stay",
            uR"j({"email":"ada@example.com","secretary":"Ann","nextPageToken":"p"})j"_s,
            uR"j({"email":"ada@example.com","secretary":"Ann","nextPageToken":"p"})j"_s);
        row("long value", u"{\"password\":\""_s + QString(300'000, u'\\') + u"\"}"_s,
            u"{\"password\":\"(hidden)\"}"_s);
    }

    void credentialsAreTakenOut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        Setup setup;
        setup.server.script({answer("200 OK", text.toUtf8())});
        QCOMPARE(setup.ask(reading())->body, shown);
    }

    //! Like every request: without its values, a refusal as a refusal, as one of a person.
    void isWrittenDown()
    {
        Setup setup;
        RequestLog log;
        HttpClient client({setup.clock, setup.transport, setup.limiter, setup.faults, &setup.tokens,
                           &log, u"Testservice"_s},
                          setup.server.url());
        setup.server.script({answer("401 Unauthorized", "{}"), answer("200 OK", "{}")});
        RawRequest request = reading();
        request.query = {{u"email"_s, u"ada@example.com"_s}};
        QVERIFY(outcome(client.sendRaw(httpRequest(request))));
        QCOMPARE(log.records().size(), 2);
        const RequestRecord &refused = log.records().at(0);
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.error, errorKindName(ErrorKind::Unauthorized));
        const RequestRecord &good = log.records().at(1);
        QCOMPARE(good.number, refused.number);
        QCOMPARE(good.attempt, 2);
        QVERIFY(good.error.isEmpty());
        QCOMPARE(good.lane, Lane::Person);
        QVERIFY(!good.path.contains("ada"_L1));
    }

    void cancellingEndsIt()
    {
        Setup setup;
        setup.server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        const auto job = setup.client.sendRaw(httpRequest(reading()));
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QTRY_COMPARE(setup.server.requests().size(), 1);
        job->cancel();
        QVERIFY(finished.wait());
        QCOMPARE(job->result().error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestRawCall)
#include "tst_rawcall.moc"
