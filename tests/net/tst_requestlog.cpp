// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"
#include "net/loggable.h"
#include "net/networktransport.h"
#include "net/plainservice.h"
#include "net/scriptedserver.h"
#include "net/standingclock.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RequestRecord record(quint64 number)
{
    RequestRecord record;
    record.sentAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    record.number = number;
    record.method = u"GET"_s;
    record.path = u"contacts/ocQHyuzHvysMo5N5VsXc"_s;
    record.status = 200;
    return record;
}

QByteArray asCsv(const QList<RequestRecord> &records)
{
    QByteArray text = csvHeading();
    for (const RequestRecord &each : records)
        text += toCsvLine(each);
    return text;
}

} // namespace

class TestRequestLog final : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        SystemClock clock;
        NetworkTransport transport {TransportLimits {.silence = 500ms}};
        RateLimiter limiter {clock, {{100, 50ms}, {100, 50ms}}};
        PlainFaults faults;
        RequestLog log;
        ScriptedServer server;
        HttpClient client;

        explicit Setup(const QString &service = u"HighLevel"_s)
            : client({clock, transport, limiter, faults, nullptr, &log, service}, server.url(),
                     {{"Authorization", "Bearer pit-0f1e2d3c-secret"}}, RetryPolicy(quick()))
        { }
        static RetryTable quick()
        {
            RetryTable table;
            table.serverFault.base = 1ms;
            return table;
        }
        void ask(const HttpRequest &request)
        {
            const auto job = client.send(request);
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            QVERIFY(finished.wait(10'000));
        }
    };

private Q_SLOTS:
    void everyAttemptIsWrittenDown()
    {
        Setup setup;
        setup.server.script(
            {{ScriptedServer::reply("503 No", "{\"traceId\":\"7d1f-ab\"}",
                                    "Content-Type: application/json\r\n")},
             {ScriptedServer::reply("200 OK", "{\"a\":1}",
                                    "Content-Type: application/json\r\nX-Request-Id: req-42\r\n"
                                    "X-RateLimit-Max: 100\r\nX-RateLimit-Remaining: 61\r\n"
                                    "X-RateLimit-Limit-Daily: 200000\r\n"
                                    "X-RateLimit-Daily-Remaining: 1234\r\n")}});
        HttpRequest request
            = jsonRequest(HttpMethod::Put, {u"contacts"_s, u"ocQHyuzHvysMo5N5VsXc"_s},
                          {{u"firstName"_s, u"Ann"_s}});
        request.lane = Lane::Person;
        setup.ask(request);
        QCOMPARE(setup.log.records().size(), 2);

        const RequestRecord &first = setup.log.records().at(0);
        QCOMPARE(first.number, 1U);
        QCOMPARE(first.attempt, 1);
        QCOMPARE(first.status, 503);
        QCOMPARE(first.error, u"server-fault"_s);
        QCOMPARE(first.trace, u"7d1f-ab"_s);
        QCOMPARE(first.burstLeft, std::nullopt);

        const RequestRecord &second = setup.log.records().at(1);
        QCOMPARE(second.number, 1U);
        QCOMPARE(second.attempt, 2);
        QCOMPARE(second.service, u"HighLevel"_s);
        QCOMPARE(second.method, u"PUT"_s);
        QCOMPARE(second.path, u"contacts/ocQHyuzHvysMo5N5VsXc"_s);
        QCOMPARE(second.status, 200);
        QVERIFY(second.error.isEmpty());
        QCOMPARE(second.trace, u"req-42"_s);
        QCOMPARE(second.burstLeft, 61);
        QCOMPARE(second.dayLeft, 1234);
        QCOMPARE(second.bytesSent, request.body.size());
        QCOMPARE(second.bytesReceived, 7);
        QCOMPARE(second.lane, Lane::Person);

        setup.ask(getRequest({}));
        QCOMPARE(setup.log.records().constLast().number, 2U);
    }

    void lostAndCancelledRequestsAreWrittenDownToo()
    {
        Setup setup {QString()};
        HttpRequest create = jsonRequest(HttpMethod::Post, {u"people"_s}, {});
        create.repetition = Repetition::Unsafe;
        setup.server.script({{""}});
        setup.ask(create);
        QCOMPARE(setup.log.records().constLast().status, 0);
        QCOMPARE(setup.log.records().constLast().error, u"network"_s);
        QCOMPARE(setup.log.records().constLast().service, u"127.0.0.1"_s);

        setup.server.script({{"", ScriptedServer::Answer::Then::KeepOpen}});
        const auto job = setup.client.send(create);
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QTRY_COMPARE(setup.server.requests().size(), 2);
        job->cancel();
        QVERIFY(finished.wait());
        QCOMPARE(setup.log.records().constLast().error, u"cancelled"_s);
    }

    void nothingPersonalAndNoSecretIsKept()
    {
        const QByteArrayList hostile {"ann@example.test", "ann%40example",  "Ann Smith",
                                      "O'Brien",          "+4915112345678", "4915112345678",
                                      "pit-0f1e2d3c",     "eyJhbGciOi.x.y", "Zo\xC3\xAB"};
        QTemporaryDir folder;
        Setup setup;
        const QString path = folder.filePath(u"requests.jsonl"_s);
        QVERIFY(setup.log.keepIn(path));
        for (const QByteArray &value : hostile) {
            const QString text = QString::fromUtf8(value);
            const QByteArray body = "{\"message\":\"" + value + " is taken\",\"traceId\":\"" + value
                + "\",\"name\":\"" + value + "\"}";
            setup.server.script(
                {{ScriptedServer::reply("422 " + value, body,
                                        "Content-Type: application/json\r\nX-Trace-Id: " + value
                                            + "\r\nX-Request-Id: " + value + "\r\n")}});
            setup.ask(getRequest(
                {u"contacts"_s, text},
                {{u"name"_s, text}, {u"email"_s, text}, {text, u"1"_s}, {u"$limit"_s, u"50"_s}}));
        }
        QCOMPARE(setup.log.records().size(), hostile.size());
        QCOMPARE(setup.log.records().constFirst().path,
                 u"contacts/(hidden)?name=(hidden)&email=(hidden)&(hidden)=1&$limit=50"_s);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray all = file.readAll() + asCsv(setup.log.records());
        QVERIFY(all.size() > 1000);
        for (const QByteArray &word : {"ann"_ba, "example"_ba, "smith"_ba, "brien"_ba, "0151"_ba,
                                       "49151"_ba, "pit-"_ba, "eyj"_ba, "zo\xC3"_ba, "bearer"_ba})
            QVERIFY2(!all.toLower().contains(word), word.constData());
    }

    void idsStay_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *segment, bool stays) {
            QTest::newRow(segment) << QString::fromUtf8(segment) << stays;
        };
        row("5f1b2c3d4e5f6a7b8c9d0e1f", true);
        row("ocQHyuzHvysMo5N5VsXc", true);
        row("ocQHyuzHvysMohNjVsXc", true);
        row("0b6e9f9c-2f7a-4a53-9b1e-5c1d2e3f4a5b", true);
        row("customFields", true);
        row("custom-properties", true);
        row("members", true);
        row("Smith", false);
        row("Ann-Smith", false);
        row("447911123456", false);
        row("ann.smith", false);
        row("..", false);
        row("a\nb", false);
        row("members\n", false);
    }
    void idsStay()
    {
        QFETCH(QString, segment);
        QFETCH(bool, stays);
        QCOMPARE(loggablePath(getRequest({segment})), stays ? segment : u"(hidden)"_s);
    }

    void onlyTheLastAreKept()
    {
        RequestLog log;
        QSignalSpy added(&log, &RequestLog::added);
        for (quint64 i = 1; i <= 5003; ++i)
            log.add(record(i));
        QCOMPARE(added.size(), 5003);
        QCOMPARE(log.records().size(), RequestLog::most);
        QCOMPARE(log.records().constFirst().number, 4U);
        QCOMPARE(log.records().constLast().number, 5003U);
    }

    void theFileIsPrivateAndBounded()
    {
        constexpr qint64 bound = 20'000;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"requests.jsonl"_s);
        {
            QFile older(path);
            QVERIFY(older.open(QIODevice::WriteOnly));
            older.write("{}\n");
            older.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        }
        RequestLog log;
        QVERIFY(log.keepIn(path, bound));
        for (quint64 i = 1; i <= 500; ++i) {
            log.add(record(i));
            QVERIFY(QFileInfo(path).size() + QFileInfo(path + u".1"_s).size() <= bound);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        for (const QString &each : QStringList {path, path + u".1"_s}) {
            const auto others
                = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            QVERIFY(!(QFile::permissions(each) & others));
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray lastLine = file.readAll().trimmed().split('\n').constLast();
        QCOMPARE(QJsonDocument::fromJson(lastLine).object().value("number"_L1).toInt(), 500);
    }

    void aFileThatCannotBeWrittenStopsNothing()
    {
        RequestLog log;
        const auto kept = log.keepIn(u"/proc/nowhere/requests.jsonl"_s);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Storage);

        QVERIFY(log.keepIn(u"/dev/full"_s));
        QTest::ignoreMessage(QtWarningMsg, "the list of requests can no longer be saved");
        log.add(record(1));
        log.add(record(2));
        QCOMPARE(log.records().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
