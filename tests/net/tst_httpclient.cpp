// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/flowjob.h"
#include "net/httpclient.h"
#include "net/networktransport.h"
#include "net/plainservice.h"
#include "net/scriptedserver.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RetryTable quickTable()
{
    RetryTable table;
    table.network.base = table.timeout.base = table.rateLimited.base = table.serverFault.base = 1ms;
    return table;
}

} // namespace

class TestHttpClient final : public QObject
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
                           {{"Version", "2021-07-28"}},
                           RetryPolicy(quickTable())};

        Result<QJsonObject> ask(const HttpRequest &request)
        {
            const auto job = client.send(request);
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            if (!finished.wait(10'000))
                return Failure(Error {.kind = ErrorKind::Bug, .message = {}, .detail = {}});
            return job->result();
        }
    };

    static ScriptedServer::Answer answer(const QByteArray &status, const QByteArray &body,
                                         const QByteArray &headers
                                         = "Content-Type: application/json\r\n")
    {
        return {ScriptedServer::reply(status, body, headers)};
    }

    static HttpRequest create()
    {
        HttpRequest request = jsonRequest(HttpMethod::Post, {u"people"_s}, {{u"name"_s, u"Ann"_s}});
        request.repetition = Repetition::Unsafe;
        return request;
    }

private Q_SLOTS:
    void sendsCredentialAndFixedHeaders()
    {
        Setup setup;
        setup.server.script({answer("200 OK", "{\"a\":1}")});
        const auto reply = setup.ask(getRequest({u"people"_s}));
        QVERIFY(reply);
        QCOMPARE(reply->value("a"_L1).toInt(), 1);
        const QByteArray request = setup.server.requests().constFirst();
        QVERIFY(request.contains("Authorization: Bearer token-0\r\n"));
        QVERIFY(request.contains("Version: 2021-07-28\r\n"));
    }

    void stages_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &reply, ErrorKind kind) {
            QTest::newRow(name) << reply << static_cast<int>(kind);
        };
        const QByteArray html = "Content-Type: text/html\r\n";
        row("html", ScriptedServer::reply("200 OK", "<html>", html), ErrorKind::BadReply);
        row("no type", ScriptedServer::reply("200 OK", "{}", ""), ErrorKind::BadReply);
        row("half json", ScriptedServer::reply("200 OK", "{\"results\":["), ErrorKind::BadReply);
        row("array", ScriptedServer::reply("200 OK", "[]"), ErrorKind::BadReply);
        row("wrong shape", ScriptedServer::reply("200 OK", "{\"results\":{}}"),
            ErrorKind::BadReply);
        row("empty", ScriptedServer::reply("200 OK", ""), ErrorKind::BadReply);
        row("gateway page", ScriptedServer::reply("502 Bad", "<html>", html),
            ErrorKind::ServerFault);
        row("bad request", ScriptedServer::reply("400 Bad", "{\"message\":[\"a\",\"b\"]}"),
            ErrorKind::Rejected);
        row("forbidden", ScriptedServer::reply("403 No", "{}"), ErrorKind::Forbidden);
        row("gone", ScriptedServer::reply("404 No", "{}"), ErrorKind::NotFound);
    }

    void stages()
    {
        QFETCH(QByteArray, reply);
        QFETCH(int, kind);
        Setup setup;
        setup.server.script({{reply}});
        HttpRequest request = getRequest({u"people"_s});
        request.expected = {{u"results"_s, QJsonValue::Array}};
        const auto result = setup.ask(request);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().kind), kind);
        QVERIFY(result.error().message.contains("Testservice"_L1));
        QVERIFY(!result.error().message.contains("40"_L1));
    }

    void deepNestingIsNoCrash()
    {
        Setup setup;
        setup.server.script({answer("200 OK", "{\"a\":" + QByteArray(100'000, '['))});
        QCOMPARE(setup.ask(getRequest({})).error().kind, ErrorKind::BadReply);
    }

    void refusedTokenIsRenewedOnce()
    {
        Setup setup;
        setup.server.script({answer("401 No", "{}"), answer("200 OK", "{}")});
        QVERIFY(setup.ask(create()));
        QCOMPARE(setup.tokens.renewals, 1);
        QVERIFY(setup.server.requests().constLast().contains("Bearer token-1\r\n"));

        setup.server.script({answer("401 No", "{}")});
        QCOMPARE(setup.ask(create()).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(setup.tokens.renewals, 2);
        QCOMPARE(setup.faults.last.credential, Fault::Credential::Fresh);
    }

    void fixedTokenIsNotTriedAgain()
    {
        Setup setup;
        setup.tokens.fixed = true;
        setup.server.script({answer("401 No", "{}")});
        QCOMPARE(setup.ask(getRequest({})).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void readsAreRetried()
    {
        Setup setup;
        setup.server.script({answer("503 No", "{}"), {""}, answer("200 OK", "{}")});
        QVERIFY(setup.ask(getRequest({u"people"_s})));
        QVERIFY(setup.server.requests().size() >= 3);
    }

    void lostCreateIsNotRetried_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("500") << ScriptedServer::reply("500 No", "{}");
        QTest::newRow("lost") << QByteArray();
        QTest::newRow("half") << ScriptedServer::reply("201 Created", "{\"a");
    }

    void lostCreateIsNotRetried()
    {
        QFETCH(QByteArray, reply);
        Setup setup;
        setup.server.script({{reply}});
        const auto result = setup.ask(create());
        QVERIFY(!result);
        QVERIFY(leavesWriteUnknown(result.error()));
        QTest::qWait(50);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void refusedCreateIsRetriedWithTheSameBytes()
    {
        Setup setup;
        setup.server.script(
            {answer("429 Slow", "{}", "Retry-After: 0\r\n"), answer("200 OK", "{}")});
        QVERIFY(setup.ask(create()));
        QCOMPARE(setup.server.requests().size(), 2);
        QCOMPARE(setup.server.requests().at(0), setup.server.requests().at(1));
    }

    void longPauseEndsTheRequest()
    {
        Setup setup;
        setup.server.script({answer("429 Slow", "{}", "Retry-After: 3600\r\n")});
        const auto result = setup.ask(getRequest({}));
        QCOMPARE(result.error().kind, ErrorKind::RateLimited);
        QCOMPARE(result.error().retryAfter, 1h);
        QCOMPARE(setup.server.requests().size(), 1);

        // and whoever asks meanwhile is told so, instead of hanging for an hour
        const auto next = setup.ask(getRequest({}));
        QCOMPARE(next.error().kind, ErrorKind::RateLimited);
        QCOMPARE(setup.faults.last.stage, FaultStage::Allowance);
        QVERIFY(next.error().retryAfter > 59min);
        QVERIFY(next.error().message.contains("Nothing was sent"_L1));
        QVERIFY(!leavesWriteUnknown(next.error()));
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void theReaderHasTheLastWordAboutRetries()
    {
        Setup setup;
        setup.faults.permanent = true;
        setup.server.script({answer("500 No", "{}")});
        QCOMPARE(setup.ask(getRequest({u"people"_s})).error().kind, ErrorKind::ServerFault);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void cancellingWorksInEveryState()
    {
        Setup setup;
        setup.server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        for (const int wait : {0, 1, 5, 60}) {
            const auto job = setup.client.send(create());
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            QTest::qWait(wait);
            job->cancel();
            QCOMPARE(finished.size(), 0);
            QTRY_COMPARE(finished.size(), 1);
            QCOMPARE(job->result().error().kind, ErrorKind::Cancelled);
        }
    }

    void detailsHoldNoPersonalWords()
    {
        Setup setup;
        setup.server.script(
            {answer("422 No", "{\"message\":\"ann@example.test is taken\",\"traceId\":\"t-1\"}")});
        const auto result = setup.ask(create());
        QVERIFY(result.error().detail.contains("t-1"_L1));
        QVERIFY(!result.error().detail.contains("ann@"_L1));
        QCOMPARE(result.error().httpStatus, 422);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
