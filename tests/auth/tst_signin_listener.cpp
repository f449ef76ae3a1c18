// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/loopbacklistener.h"

#include <QNetworkInterface>
#include <QTcpSocket>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace std::chrono_literals;

namespace {

class Listening final
{
public:
    explicit Listening(const LoopbackLimits &limits = {})
        : listener({}, limits)
    {
        const Result<> result = listener.listen([this](const QUrlQuery &query) {
            ++judged;
            if (query.queryItemValue(u"code"_s) == "right"_L1)
                return LoopbackListener::Judgement {LoopbackListener::Verdict::Take, {}};
            return LoopbackListener::Judgement {
                LoopbackListener::Verdict::Ignore,
                {ResultPage::Outcome::Bad, u"Not <this>"_s, u"text"_s}};
        });
        if (!result)
            qFatal("cannot listen");
    }

    [[nodiscard]] QByteArray host() const
    {
        return "127.0.0.1:" + QByteArray::number(listener.port());
    }
    [[nodiscard]] QByteArray request(const QByteArray &target) const
    {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
    }
    //! Sends the bytes and waits until the listener hangs up.
    [[nodiscard]] QByteArray exchange(const QByteArray &bytes) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listener.port());
        (void)socket.waitForConnected();
        socket.write(bytes);
        (void)QTest::qWaitFor([&] { return socket.state() == QTcpSocket::UnconnectedState; },
                              10'000);
        return socket.readAll();
    }

    LoopbackListener listener;
    int judged = 0;
};

} // namespace

class TestSignInListener final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReachableFromThisComputerOnly()
    {
        const Listening listening;
        QCOMPARE(listening.listener.boundAddress(), QHostAddress(u"127.0.0.1"_s));
        QVERIFY(listening.listener.port() >= 1024);
        QCOMPARE(listening.listener.url().toString(),
                 u"http://127.0.0.1:%1/signed-in"_s.arg(listening.listener.port()));
        int tried = 0;
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address == QHostAddress(QHostAddress::LocalHost))
                continue;
            QTcpSocket socket;
            socket.connectToHost(address, listening.listener.port());
            QVERIFY2(!socket.waitForConnected(500), qPrintable(address.toString()));
            ++tried;
        }
        qInfo() << tried << "other addresses of this computer refused";
    }

    void takesOneAnswerAndIsGone()
    {
        Listening listening;
        QTcpSocket second;
        second.connectToHost(QHostAddress(QHostAddress::LocalHost), listening.listener.port());
        QTcpSocket first;
        first.connectToHost(QHostAddress(QHostAddress::LocalHost), listening.listener.port());
        QVERIFY(first.waitForConnected());
        first.write(listening.request("/signed-in?code=right"));
        QTRY_VERIFY(!listening.listener.isListening());
        QCOMPARE(first.state(), QTcpSocket::ConnectedState); // held until the outcome is known
        QTRY_COMPARE(second.state(), QTcpSocket::UnconnectedState); // whoever else was there is out

        listening.listener.answer({ResultPage::Outcome::Good, u"Done"_s, u"text"_s});
        listening.listener.answer({ResultPage::Outcome::Bad, u"Again"_s, u"text"_s});
        QTRY_COMPARE(first.state(), QTcpSocket::UnconnectedState);
        const QByteArray reply = first.readAll();
        QVERIFY(reply.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(reply.contains("\r\nCache-Control: no-store\r\n"));
        QVERIFY(reply.contains("\r\nContent-Security-Policy: default-src 'none'"));
        QVERIFY(reply.contains("\r\nReferrer-Policy: no-referrer\r\n"));
        QVERIFY(reply.contains("<h1 class=\"good\">Done</h1>"));
        QVERIFY(!reply.contains("Again"));
        QCOMPARE(listening.judged, 1);

        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), listening.listener.port());
        QVERIFY(!late.waitForConnected(500));
    }

    void whatIsNotTheAnswerDoesNotEndTheWait()
    {
        Listening listening;
        for (int i = 0; i < 20; ++i) {
            const QByteArray reply = listening.exchange(listening.request("/signed-in?code=wrong"));
            QVERIFY(reply.startsWith("HTTP/1.1 400 "));
            QVERIFY(reply.contains("Not &lt;this&gt;"));
        }
        QVERIFY(listening.listener.isListening());
        QCOMPARE(listening.judged, 20);
    }

    void servesNothingElse_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char *name, const QByteArray &request, const QByteArray &status) {
            QTest::newRow(name) << request << status;
        };
        row("root", "GET / HTTP/1.1\r\nHost: HOST\r\n\r\n", "404");
        row("icon", "GET /favicon.ico HTTP/1.1\r\nHost: HOST\r\n\r\n", "404");
        row("below", "GET /signed-in/x HTTP/1.1\r\nHost: HOST\r\n\r\n", "404");
        row("encoded path", "GET /signed%2Din HTTP/1.1\r\nHost: HOST\r\n\r\n", "404");
        row("post", "POST /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\n\r\n", "405");
        row("head", "HEAD /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\n\r\n", "405");
        row("lower case", "get /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\n\r\n", "405");
        row("other host", "GET /signed-in?code=right HTTP/1.1\r\nHost: evil.test\r\n\r\n", "421");
        row("localhost", "GET /signed-in?code=right HTTP/1.1\r\nHost: localhost\r\n\r\n", "421");
        row("no port", "GET /signed-in?code=right HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "421");
        row("no host", "GET /signed-in?code=right HTTP/1.1\r\n\r\n", "400");
        row("two hosts", "GET /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n",
            "400");
        row("body",
            "GET /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\n\r\nx",
            "400");
        row("chunks",
            "GET /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: "
            "chunked\r\n\r\n",
            "400");
        row("folded", "GET /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\n x\r\n\r\n", "400");
        row("absolute", "GET http://HOST/signed-in?code=right HTTP/1.1\r\nHost: HOST\r\n\r\n",
            "400");
        row("other version", "GET /signed-in?code=right HTTP/3\r\nHost: HOST\r\n\r\n", "400");
        row("tls", "\x16\x03\x01\x02\r\n\r\n", "400");
        row("nul",
            "GET /signed-in?code=right HTTP/1.1\r\nHost: HOST\r\nA: " + QByteArray(1, '\0')
                + "\r\n\r\n",
            "400");
        row("huge head", "GET /signed-in?code=" + QByteArray(20'000, 'x'), "431");
        row("huge header", "GET /signed-in HTTP/1.1\r\nA: " + QByteArray(20'000, 'x') + "\r\n\r\n",
            "431");
    }

    void servesNothingElse()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, status);
        const Listening listening;
        request.replace("HOST", listening.host());
        const QByteArray reply = listening.exchange(request);
        const QByteArray expected = "HTTP/1.1 "_ba + status + ' ';
        QVERIFY2(reply.startsWith(expected), reply.left(60).constData());
        QVERIFY(reply.contains("\r\nCache-Control: no-store\r\n"));
        QCOMPARE(listening.judged, 0);
        QVERIFY(listening.listener.isListening());
    }

    void aTricklingRequestEnds()
    {
        const Listening listening({.requestTime = 300ms});
        QTcpSocket slow;
        slow.connectToHost(QHostAddress(QHostAddress::LocalHost), listening.listener.port());
        QTimer drip;
        connect(&drip, &QTimer::timeout, &slow, [&slow] { slow.write("G"); });
        drip.start(20ms);
        QElapsedTimer elapsed;
        elapsed.start();
        QTRY_COMPARE_WITH_TIMEOUT(slow.state(), QTcpSocket::UnconnectedState, 5000);
        QVERIFY(elapsed.elapsed() < 2000);
        QVERIFY(slow.readAll().startsWith("HTTP/1.1 408 "));
    }

    void manySilentConnectionsKeepNobodyOut()
    {
        const Listening listening;
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 60; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(QHostAddress(QHostAddress::LocalHost),
                                         listening.listener.port());
            QTRY_VERIFY(silent.back()->state() != QTcpSocket::ConnectingState);
        }
        QVERIFY(
            listening.exchange(listening.request("/signed-in?code=x")).startsWith("HTTP/1.1 400 "));
        QTest::qWait(50);
        const auto open = std::count_if(silent.cbegin(), silent.cend(), [](const auto &socket) {
            return socket->state() == QTcpSocket::ConnectedState;
        });
        QVERIFY(open <= 8);
    }

    void requestInPiecesIsTaken()
    {
        Listening listening;
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listening.listener.port());
        QVERIFY(socket.waitForConnected());
        const QByteArray bytes = listening.request("/signed-in?code=right");
        for (const char byte : bytes) {
            socket.write(&byte, 1);
            socket.flush();
            QTest::qWait(1);
        }
        QTRY_COMPARE(listening.judged, 1);
    }

    void aTakenPortIsSaid()
    {
        const Listening listening;
        LoopbackListener other({.port = listening.listener.port()});
        const Result<> result
            = other.listen([](const QUrlQuery &) { return LoopbackListener::Judgement {}; });
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
    }

    void endingWhileTheBrowserWaitsIsHarmless()
    {
        auto listening = std::make_unique<Listening>();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), listening->listener.port());
        socket.write(listening->request("/signed-in?code=right"));
        QTRY_COMPARE(listening->judged, 1);
        socket.abort();
        QTest::qWait(50);
        listening->listener.answer({ResultPage::Outcome::Good, u"Done"_s, {}});
        listening.reset();
    }
};

QTEST_GUILESS_MAIN(TestSignInListener)
#include "tst_signin_listener.moc"
