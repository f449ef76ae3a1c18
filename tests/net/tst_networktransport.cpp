// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/networktransport.h"
#include "net/scriptedserver.h"

#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using twinbook::test::ScriptedServer;

class TestNetworkTransport final : public QObject
{
    Q_OBJECT

private:
    static TransportReply exchange(const WireRequest &request, TransportLimits limits = {})
    {
        NetworkTransport transport(limits);
        const auto job = transport.send(request);
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        if (!finished.wait(20'000)) {
            qWarning("the exchange did not end");
            return {};
        }
        return job->result().value();
    }

    static WireRequest post(const QUrl &url, Repetition repetition = Repetition::Unsafe)
    {
        return {HttpMethod::Post,
                url,
                {{"Authorization", "Bearer top-secret"}, {"Content-Type", "application/json"}},
                "{\"name\":\"Ann\"}",
                repetition};
    }

private Q_SLOTS:
    void wholeReply()
    {
        ScriptedServer server;
        server.script({{ScriptedServer::reply("201 Created", "{\"a\":1}")}});
        const TransportReply reply = exchange(post(server.url(u"/x?y=1"_s)));
        QCOMPARE(reply.fault, TransportFault::None);
        QCOMPARE(reply.response.status, 201);
        QCOMPARE(reply.response.body, "{\"a\":1}"_ba);
        QCOMPARE(reply.response.headers.value("content-type"), "application/json"_ba);
        QVERIFY(server.requests().constFirst().startsWith("POST /x?y=1 HTTP/1.1\r\n"));
        QVERIFY(server.requests().constFirst().endsWith("{\"name\":\"Ann\"}"));
    }

    void errorStatusIsAReply_data()
    {
        QTest::addColumn<int>("status");
        for (const int status :
             {400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 502, 503, 504})
            QTest::addRow("%d", status) << status;
    }

    void errorStatusIsAReply()
    {
        QFETCH(int, status);
        ScriptedServer server;
        server.script(
            {{ScriptedServer::reply(QByteArray::number(status) + " No", "{\"message\":\"m\"}")}});
        const TransportReply reply = exchange(post(server.url()));
        QCOMPARE(reply.fault, TransportFault::None);
        QCOMPARE(reply.response.status, status);
        QCOMPARE(reply.response.body, "{\"message\":\"m\"}"_ba);
    }

    void deleteCarriesABody()
    {
        ScriptedServer server;
        server.script({{ScriptedServer::reply("200 OK", "{}")}});
        WireRequest request = post(server.url(), Repetition::Safe);
        request.method = HttpMethod::Delete;
        QCOMPARE(exchange(request).response.status, 200);
        QVERIFY(server.requests().constFirst().startsWith("DELETE "));
        QVERIFY(server.requests().constFirst().endsWith("{\"name\":\"Ann\"}"));
    }

    void redirectToAnotherOriginIsNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status :
             {"301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"})
            QTest::newRow(status) << QByteArray(status);
    }

    void redirectToAnotherOriginIsNotFollowed()
    {
        QFETCH(QByteArray, status);
        ScriptedServer stranger;
        stranger.script({{ScriptedServer::reply("200 OK", "{}")}});
        ScriptedServer server;
        server.script({{ScriptedServer::reply(
            status, {}, "Location: " + stranger.url(u"/steal"_s).toEncoded() + "\r\n")}});
        const TransportReply reply = exchange(post(server.url()));
        QCOMPARE(reply.fault, TransportFault::RedirectRefused);
        QTest::qWait(50);
        QCOMPARE(stranger.requests(), QList<QByteArray>());
    }

    void redirectWithinTheOriginIsFollowed()
    {
        ScriptedServer server;
        server.script({{ScriptedServer::reply("307 Temporary", {}, "Location: /there\r\n")},
                       {ScriptedServer::reply("200 OK", "{}")}});
        WireRequest request {HttpMethod::Get, server.url(u"/here"_s), {}, {}, Repetition::Safe};
        QCOMPARE(exchange(request).response.status, 200);
        QCOMPARE(server.requests().size(), 2);
    }

    void endlessReplyIsCut()
    {
        ScriptedServer server;
        server.script({{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n["
                            + QByteArray(3'000'000, ' '),
                        ScriptedServer::Answer::Then::KeepOpen}});
        TransportLimits limits;
        limits.replyBytes = 1'000'000;
        const TransportReply reply = exchange(post(server.url()), limits);
        QCOMPARE(reply.fault, TransportFault::TooLarge);
        QVERIFY(reply.response.body.isEmpty());
    }

    void compressionBombIsCut()
    {
        // A gzip stream of 3,000,000 blanks in about 3 kB: qCompress writes zlib, which HTTP calls
        // "deflate", after four bytes of its own.
        const QByteArray bomb = qCompress(QByteArray(3'000'000, ' '), 9).mid(4);
        QVERIFY(bomb.size() < 10'000);
        ScriptedServer server;
        server.script({{ScriptedServer::reply("200 OK", bomb, "Content-Encoding: deflate\r\n")}});
        TransportLimits limits;
        limits.replyBytes = 1'000'000;
        const TransportReply reply = exchange(post(server.url()), limits);
        QVERIFY(reply.fault != TransportFault::None);
        QVERIFY(reply.response.body.isEmpty());
    }

    void silenceTimesOut()
    {
        ScriptedServer server;
        server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        TransportLimits limits;
        limits.silence = 200ms;
        QCOMPARE(exchange(post(server.url()), limits).fault, TransportFault::TimedOut);
        QCOMPARE(server.requests().size(), 1);
    }

    void trickleTimesOut()
    {
        ScriptedServer server;
        server.script({{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[",
                        ScriptedServer::Answer::Then::KeepOpen}});
        TransportLimits limits;
        limits.silence = 20s;
        limits.total = 300ms;
        QCOMPARE(exchange(post(server.url()), limits).fault, TransportFault::TimedOut);
    }

    void halfAReplyIsALoss()
    {
        ScriptedServer server;
        server.script({{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        "Content-Length: 1000\r\n\r\n{\"results\":["}});
        const TransportReply reply = exchange(post(server.url()));
        QCOMPARE(reply.fault, TransportFault::ConnectionLost);
        QVERIFY(reply.response.body.isEmpty());
    }

    void lostAnswerToACreateIsNotSentAgain()
    {
        ScriptedServer server;
        server.script({{""}});
        QCOMPARE(exchange(post(server.url())).fault, TransportFault::ConnectionLost);
        QTest::qWait(100);
        QCOMPARE(server.requests().size(), 1);
    }

    void refusedConnectionWasNotSent()
    {
        QUrl nobody;
        {
            const ScriptedServer server;
            nobody = server.url();
        }
        QCOMPARE(exchange(post(nobody)).fault, TransportFault::NotSent);
        QCOMPARE(exchange(post(QUrl(u"http://no-such-host.invalid"_s))).fault,
                 TransportFault::NotSent);
    }

    void untrustedCertificateIsRefused()
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(u"key.pem"_s);
        const QString certificate = folder.filePath(u"certificate.pem"_s);
        const int made = QProcess::execute(u"openssl"_s,
                                           {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s,
                                            u"-nodes"_s, u"-subj"_s, u"/CN=localhost"_s,
                                            u"-keyout"_s, key, u"-out"_s, certificate});
        if (made != 0)
            QSKIP("openssl is needed to make a certificate that nobody trusts");
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        QSslConfiguration configuration;
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost), 0));

        const QUrl url(u"https://localhost:%1/"_s.arg(server.serverPort()));
        QCOMPARE(exchange(post(url)).fault, TransportFault::TlsRefused);
    }

    void cancellingEndsTheJobOnce()
    {
        ScriptedServer server;
        server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        NetworkTransport transport;
        const auto job = transport.send(post(server.url()));
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QTRY_COMPARE(server.requests().size(), 1);
        job->cancel();
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(job->result().error().kind, ErrorKind::Cancelled);
    }

    void destroyingAbortsSilently()
    {
        ScriptedServer server;
        server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        NetworkTransport transport;
        auto job = transport.send(post(server.url()));
        job->start();
        QTRY_COMPARE(server.requests().size(), 1);
        job.reset();
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
