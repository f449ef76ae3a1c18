// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpclient.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"
#include "viewmodels/requestexport.h"
#include "viewmodels/requestmodel.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using twinbook::test::ScriptedServer;

namespace {

class PlainFaults final : public FaultReader
{
public:
    [[nodiscard]] Error read(const Fault &fault) const override
    {
        return commonError(fault, u"HighLevel"_s);
    }
};

//! A client whose requests go to a list in a file.
struct Stage
{
    QTemporaryDir folder;
    QString path = RequestFile::pathIn(folder.path());
    SystemClock clock;
    NetworkTransport transport {TransportLimits {.silence = 500ms}};
    RateLimiter limiter {clock, {{1000, 50ms}, {1000, 50ms}}};
    PlainFaults faults;
    RequestLog log;
    ScriptedServer server;
    HttpClient client {{clock, transport, limiter, faults, nullptr, &log, serviceName(Side::Right)},
                       server.url(),
                       {{"Authorization", "Bearer pit-0f1e2d3c-secret"}},
                       RetryPolicy(RetryTable {})};

    void ask(const HttpRequest &request, const QByteArray &reply)
    {
        server.script({{reply}});
        const auto job = client.send(request);
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QVERIFY(finished.wait(10'000));
    }
};

} // namespace

//! Secrets and people, planted wherever a request or a reply has a place for text, are in no list,
//! no table and no file that is passed on.
class TestRequestPrivacy final : public QObject
{
    Q_OBJECT

private:
    //! What nobody may read, and a part of it that would give it away in any spelling.
    static QList<std::pair<QString, QByteArray>> planted()
    {
        return {{u"ann@example.test"_s, "example"},
                {u"Ann%40Example.test"_s, "example"},
                {u"Ann Smith"_s, "smith"},
                {u"Smith"_s, "smith"},
                {u"O'Brien"_s, "brien"},
                {u"Zo\u00eb"_s, "zo\xc3"},
                {u"+4915112345678"_s, "151123"},
                {u"0151 123 45 678"_s, "45 678"},
                {u"4915112345678"_s, "151123"},
                {u"pit-7e8d9c0b-1111-4222-8333-944445555666"_s, "pit-"},
                {u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"_s, "eyj"},
                {u"=cmd|'/C calc'!A0"_s, "calc"}};
    }

private Q_SLOTS:
    void nothingPlantedIsFound()
    {
        Stage stage;
        QVERIFY(stage.log.keepIn(stage.path));
        const QList<std::pair<QString, QByteArray>> all = planted();
        for (const auto &[text, mark] : all) {
            const QByteArray value = text.toUtf8();
            const QByteArray body = "{\"message\":\"" + value + " is taken\",\"error\":\"" + value
                + "\",\"traceId\":\"" + value + "\",\"meta\":{\"name\":\"" + value + "\"}}";
            const QByteArray headers = "Content-Type: application/json\r\nX-Trace-Id: " + value
                + "\r\nX-Request-Id: " + value + "\r\ntraceparent: " + value
                + "\r\nX-RateLimit-Remaining: " + value + "\r\n";
            // A lone word or number may be a part of an address; nobody puts a name there.
            const bool isWord = text == u"Smith"_s || text == u"4915112345678"_s;
            const QString place = isWord ? u"abc"_s : text;
            const HttpRequest read
                = getRequest({u"contacts"_s, place}, {{u"query"_s, text}, {place, u"1"_s}});
            stage.ask(read, ScriptedServer::reply("422 " + value, body, headers));
            HttpRequest written = jsonRequest(HttpMethod::Put, {place, u"contacts"_s},
                                              {{u"firstName"_s, text}, {text, text}});
            written.repetition = Repetition::Unsafe;
            stage.ask(written, ScriptedServer::reply("200 OK", body, headers));
            stage.ask(written, value + "\r\n\r\n"); // no reply at all
        }
        RequestModel model(*Catalogue::load(), stage.path);
        do {
            model.readOn();
        } while (!model.isComplete());
        QVERIFY(model.rowCount() >= 3 * all.size());
        QVERIFY(model.countText().endsWith("failed"_L1)); // no line of ours is taken for damage

        QFile file(stage.path);
        QVERIFY(file.open(QFile::ReadOnly));
        verifyNothingIn(file.readAll(), "the list");
        verifyNothingIn(tableText(model), "the table");
        for (const auto format : {RequestFormat::Csv, RequestFormat::Json})
            verifyNothingIn(exported(model.shown(), format), "the export");
        for (const QByteArray &line : exported(model.shown(), RequestFormat::Csv).split('\n')) {
            for (const QByteArray &cell : line.split(','))
                QVERIFY2(cell.isEmpty() || !QByteArray("=+-@").contains(cell.at(0)),
                         cell.constData());
        }
    }

    //! Also if somebody else wrote into the list.
    void whatOthersWroteIsNotPassedOn()
    {
        Stage stage;
        RequestRecord record;
        record.sentAt = QDateTime::currentDateTimeUtc();
        record.number = 1;
        record.service = serviceName(Side::Right);
        record.method = u"GET"_s;
        QFile file(stage.path);
        QVERIFY(file.open(QFile::Append));
        const QList<std::pair<QString, QByteArray>> all = planted();
        int lines = 0;
        for (const auto &[text, mark] : all) {
            if (text == u"Smith"_s || text == u"4915112345678"_s)
                continue; // a word and a number like any other
            for (QString RequestRecord::*member :
                 {&RequestRecord::service, &RequestRecord::method, &RequestRecord::path,
                  &RequestRecord::error, &RequestRecord::trace}) {
                RequestRecord changed = record;
                changed.*member = text;
                file.write(toJsonLine(changed));
                ++lines;
            }
        }
        file.close();
        RequestModel model(*Catalogue::load(), stage.path);
        model.readOn();
        verifyNothingIn(tableText(model), "the table");
        verifyNothingIn(exported(model.shown(), RequestFormat::Csv), "the export");
        QVERIFY(lines > 40);
    }

private:
    static QByteArray tableText(const RequestModel &model)
    {
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < RequestModel::ColumnCount; ++column)
                cells.append(model.index(row, column).data().toString());
            cells.append(model.request(row)->details());
        }
        return cells.join(u'\n').toUtf8();
    }

    static void verifyNothingIn(const QByteArray &text, const char *where)
    {
        const QByteArray small = text.toLower();
        const QList<std::pair<QString, QByteArray>> all = planted();
        for (const auto &[value, mark] : all)
            QVERIFY2(!small.contains(mark), QByteArray(mark + " in " + where).constData());
        QVERIFY2(!small.contains("bearer"), where);
        QVERIFY2(!small.contains("0f1e2d3c"), where);
    }
};

QTEST_GUILESS_MAIN(TestRequestPrivacy)
#include "tst_requestprivacy.moc"
