// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/requestmodel.h"

#include "core/error.h"
#include "viewmodels/requestexport.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

RequestRecord record(quint64 number, const QString &method, const QString &path)
{
    RequestRecord record;
    record.sentAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)
                        .addMSecs(static_cast<qint64>(number) * 1000);
    record.number = number;
    record.service = u"HighLevel"_s;
    record.method = method;
    record.path = path;
    record.status = 200;
    record.duration = std::chrono::milliseconds(120);
    return record;
}

RequestRecord search(quint64 number)
{
    return record(number, u"POST"_s, u"contacts/search"_s);
}

RequestRecord failed(RequestRecord record, ErrorKind kind, int attempt = 1)
{
    record.status = 503;
    record.error = errorKindName(kind);
    record.attempt = attempt;
    return record;
}

struct Stage
{
    QTemporaryDir folder;
    QString path = RequestFile::pathIn(folder.path());
    RequestModel model {*Catalogue::load(), path};

    void write(const QList<RequestRecord> &records) const
    {
        QByteArray lines;
        for (const RequestRecord &each : records)
            lines += toJsonLine(each);
        QFile file(path);
        if (!file.open(QFile::Append) || file.write(lines) != lines.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
    void readAll()
    {
        do {
            model.readOn();
        } while (!model.isComplete());
    }
    [[nodiscard]] QString text(int row, RequestModel::Column column) const
    {
        return model.index(row, column).data().toString();
    }
};

//! Looks at every row after every change, so it is not for long lists.
struct CheckedStage : Stage
{
    QAbstractItemModelTester tester {&model,
                                     QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestRequestModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operationsHaveTheirNames_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("what");
        const auto row
            = [](const char *service, const char *method, const char *path, const char *what) {
                  QTest::newRow(path) << QString::fromLatin1(service) << QString::fromLatin1(method)
                                      << QString::fromLatin1(path) << QString::fromLatin1(what);
              };
        row("HighLevel", "POST", "contacts/search", "contacts.search");
        row("HighLevel", "GET", "contacts/search/duplicate?email=(hidden)", "contacts.duplicate");
        row("HighLevel", "GET", "contacts/ocQHyuzHvysMo5N5VsXc", "contacts.get");
        row("HighLevel", "PUT", "contacts/(hidden)", "contacts.update");
        row("HighLevel", "POST", "contacts/", "contacts.create");
        row("HighLevel", "POST", "contacts/ocQHyuzHvysMo5N5VsXc/tags", "contacts.add-tags");
        row("OfficeRnD", "GET", "", "settings.organization");
        row("OfficeRnD", "GET", "members?$limit=50&cursorNext=(hidden)", "members.list");
        row("OfficeRnD", "PUT", "members/5f1b2c3d4e5f6a7b8c9d0e1f", "members.update");
        row("HighLevel", "GET", "nobody/knows/this?x=1", "GET nobody/knows/this");
        row("127.0.0.1", "GET", "members", "GET members");
    }
    void operationsHaveTheirNames()
    {
        QFETCH(QString, service);
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, what);
        RequestList list(*Catalogue::load());
        RequestRecord one = record(1, method, path);
        one.service = service;
        QCOMPARE(list.requests().at(list.add(one)).what(), what);
    }

    void everyColumnSaysWhatItShould()
    {
        CheckedStage stage;
        RequestRecord one = search(1);
        one.trace = u"7d1f-ab"_s;
        one.burstLeft = 61;
        one.dayLeft = 1234;
        stage.write({one});
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.text(0, RequestModel::Service), u"HighLevel"_s);
        QCOMPARE(stage.text(0, RequestModel::What), u"contacts.search"_s);
        QCOMPARE(stage.text(0, RequestModel::Outcome), u"Done"_s);
        QCOMPARE(stage.text(0, RequestModel::Duration), u"120 ms"_s);
        QCOMPARE(stage.text(0, RequestModel::Tries), u"1"_s);
        QCOMPARE(stage.text(0, RequestModel::Left),
                 u"61 now, %1 today"_s.arg(QLocale().toString(1234)));
        QCOMPARE(stage.text(0, RequestModel::Trace), u"7d1f-ab"_s);
        QVERIFY(stage.text(0, RequestModel::When).contains("23"_L1));
        for (int column = 0; column < RequestModel::ColumnCount; ++column)
            QVERIFY(!stage.model.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                         .toString()
                         .isEmpty());
        // Statuses are for the details.
        for (int column = 0; column < RequestModel::ColumnCount; ++column)
            QVERIFY(!stage.text(0, static_cast<RequestModel::Column>(column)).contains("200"_L1));
        QVERIFY(stage.model.request(0)->details().contains("status 200"_L1));
    }

    void everyFailureHasWords()
    {
        QSet<QString> words;
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Bug); ++kind) {
            const LoggedRequest request {.attempts
                                         = {failed(search(1), static_cast<ErrorKind>(kind))}};
            QVERIFY(!request.outcome().isEmpty());
            QVERIFY(request.outcome() != u"Done"_s);
            QCOMPARE(request.isFailed(), static_cast<ErrorKind>(kind) != ErrorKind::Cancelled);
            words.insert(request.outcome());
        }
        QCOMPARE(words.size(), 12);
    }

    //! The attempts of one request are one row, also if they come one by one.
    void triesAreOneRow()
    {
        CheckedStage stage;
        stage.write({failed(search(1), ErrorKind::ServerFault), search(2)});
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 2);
        QCOMPARE(stage.text(0, RequestModel::Outcome), u"Service failed"_s);
        QSignalSpy changed(&stage.model, &RequestModel::dataChanged);
        RequestRecord again = search(1);
        again.attempt = 2;
        again.sentAt = again.sentAt.addMSecs(4000);
        stage.write({again});
        stage.readAll();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stage.model.rowCount(), 2);
        QCOMPARE(stage.text(0, RequestModel::Outcome), u"Done"_s);
        QCOMPARE(stage.text(0, RequestModel::Tries), u"2"_s);
        QCOMPARE(stage.text(0, RequestModel::Duration), QLocale().toString(4.1, 'f', 1) + u" s"_s);
        QVERIFY(stage.model.request(0)->details().contains("Try 1"_L1));
        QVERIFY(stage.model.request(0)->details().contains("server-fault"_L1));
    }

    //! Numbers begin anew when the program does.
    void anotherStartOfTheProgramIsNotMixedUp()
    {
        RequestList list(*Catalogue::load());
        list.add(search(1));
        list.add(search(2));
        RequestRecord later = failed(record(1, u"GET"_s, u"contacts/"_s), ErrorKind::Timeout);
        QCOMPARE(list.add(later), 2);
        later.attempt = 2;
        QCOMPARE(list.add(later), 2);
        QCOMPARE(list.requests().size(), 3);
        // The first attempt went with an old file.
        QCOMPARE(list.add(failed(search(9), ErrorKind::Timeout, 3)), 3);
    }

    void filtersNarrowTheList()
    {
        CheckedStage stage;
        RequestRecord left = record(3, u"GET"_s, u"members?$limit=50"_s);
        left.service = u"OfficeRnD"_s;
        left.trace = u"abcd-77"_s;
        stage.write({search(1), failed(search(2), ErrorKind::RateLimited), left});
        stage.readAll();
        QCOMPARE(stage.model.countText(), u"3 requests, 1 failed"_s);
        const auto rows = [&](const LoggedRequestFilter &filter) {
            stage.model.setFilter(filter);
            return stage.model.rowCount();
        };
        QCOMPARE(rows({.service = Side::Left}), 1);
        QCOMPARE(rows({.outcome = LoggedRequestFilter::Outcome::Failures}), 1);
        QCOMPARE(stage.text(0, RequestModel::Outcome), u"Asked to wait"_s);
        QCOMPARE(rows({.text = u"MEMBERS list"_s}), 1);
        QCOMPARE(rows({.text = u"abcd-77"_s}), 1);
        QCOMPARE(rows({.text = u"asked"_s}), 1);
        QCOMPARE(rows({.text = u"nothing like it"_s}), 0);
        QCOMPARE(rows({.since = left.sentAt}), 1);
        QCOMPARE(rows({}), 3);
    }

    //! New ones appear as the filter wants it; one that worked in the end is no failure any more.
    void theFilterHoldsForWhatComes()
    {
        CheckedStage stage;
        stage.model.setFilter({.outcome = LoggedRequestFilter::Outcome::Failures});
        stage.write({search(1), failed(search(2), ErrorKind::Network),
                     failed(search(3), ErrorKind::Timeout)});
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 2);
        RequestRecord worked = search(2);
        worked.attempt = 2;
        stage.write({worked, failed(search(4), ErrorKind::Rejected)});
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 2);
        QCOMPARE(stage.model.request(0)->last().number, 3U);
        QCOMPARE(stage.model.request(1)->last().number, 4U);
    }

    //! No signal for each row, and no more rows than there may be.
    void aLongListIsReadInPieces()
    {
        constexpr int many = 100'000;
        Stage stage;
        QList<RequestRecord> records;
        records.reserve(many);
        for (quint64 number = 1; number <= many; ++number)
            records.append(number % 50 == 0 ? failed(search(number), ErrorKind::Timeout)
                                            : search(number));
        stage.write(records);
        const qint64 bytes = QFileInfo(stage.path).size();
        QSignalSpy inserted(&stage.model, &RequestModel::rowsInserted);
        QSignalSpy reset(&stage.model, &RequestModel::modelReset);
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), many);
        QVERIFY(inserted.size() <= bytes / RequestFile::usualBytes + 2);
        stage.model.setFilter({.outcome = LoggedRequestFilter::Outcome::Failures});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(stage.model.rowCount(), many / 50);
        stage.model.setFilter({});

        stage.model.setMost(1000);
        QSignalSpy removed(&stage.model, &RequestModel::rowsRemoved);
        stage.write({search(many + 1)});
        stage.readAll();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(stage.model.rowCount(), 1000);
        QCOMPARE(stage.model.request(999)->last().number, static_cast<quint64>(many + 1));
        RequestRecord again = failed(search(many + 1), ErrorKind::Timeout, 2);
        stage.write({again});
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 1000);
        QCOMPARE(stage.text(999, RequestModel::Tries), u"2"_s);
    }

    void watchesWhatIsWritten()
    {
        CheckedStage stage;
        stage.model.watch();
        stage.write({search(1)});
        QTRY_COMPARE(stage.model.rowCount(), 1);
        stage.write({search(2)});
        QTRY_COMPARE(stage.model.rowCount(), 2);
        stage.model.rest();
    }

    void damageIsCounted()
    {
        CheckedStage stage;
        stage.write({search(1)});
        QFile file(stage.path);
        QVERIFY(file.open(QFile::Append));
        file.write("Ann Smith <ann@example.test>\n");
        file.close();
        stage.readAll();
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.model.countText(), u"1 requests, 0 failed, 1 damaged lines left out"_s);
    }

    void exportsWhatIsShown()
    {
        CheckedStage stage;
        stage.write({search(1), failed(search(2), ErrorKind::Timeout)});
        stage.readAll();
        const QString csv = stage.folder.filePath(u"out.CSV"_s);
        const QString json = stage.folder.filePath(u"out.json"_s);
        QVERIFY(exportRequests(stage.model.shown(), csv));
        QVERIFY(exportRequests(stage.model.shown(), json));
        const auto content = [](const QString &path) {
            QFile file(path);
            return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArrayList lines = content(csv).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).startsWith("operation,time,number,"));
        QVERIFY(lines.at(2).startsWith("highlevel.contacts.search,2026-11-23T09:00:02.000Z,2,1,"));
        const QJsonArray list = QJsonDocument::fromJson(content(json)).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(1)["operation"_L1].toString(), u"highlevel.contacts.search"_s);
        QCOMPARE(list.at(1)["error"_L1].toString(), u"timeout"_s);
        QVERIFY(!exportRequests(stage.model.shown(), stage.folder.filePath(u"out.xls"_s)));
        QVERIFY(!QFile::exists(stage.folder.filePath(u"out.xls"_s)));
        const Result<> nowhere = exportRequests(stage.model.shown(), u"/proc/nowhere/x.csv"_s);
        QVERIFY(!nowhere && nowhere.error().kind == ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestRequestModel)
#include "tst_requestmodel.moc"
