// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/requestfile.h"

#include "core/error.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

RequestRecord record(quint64 number)
{
    RequestRecord record;
    record.sentAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0, 1, 234), Qt::UTC);
    record.number = number;
    record.service = u"HighLevel"_s;
    record.method = u"GET"_s;
    record.path = u"contacts/ocQHyuzHvysMo5N5VsXc?email=(hidden)&$limit=50"_s;
    record.status = 200;
    record.trace = u"7d1f-ab"_s;
    record.duration = std::chrono::milliseconds(120);
    record.burstLeft = 61;
    return record;
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QFile::Append) || file.write(text) != text.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QList<quint64> numbers(RequestFile &file, qint64 mostBytes = RequestFile::usualBytes)
{
    QList<quint64> found;
    const Result<QList<RequestRecord>> records = file.read(mostBytes);
    if (!records)
        qFatal("%s", qPrintable(records.error().detail));
    for (const RequestRecord &each : *records)
        found.append(each.number);
    return found;
}

} // namespace

//! The list of requests as it is read again, whatever stands in it.
class TestRequestFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineBecomesTheSameRecord()
    {
        RequestRecord full = record(7);
        full.attempt = 3;
        full.lane = Lane::Person;
        full.error = errorKindName(ErrorKind::ServerFault);
        full.bytesSent = 10;
        full.bytesReceived = 1234567890123;
        full.dayLeft = 0;
        for (const RequestRecord &each : {full, record(1)}) {
            const std::optional<RequestRecord> read = requestRecordFrom(toJsonLine(each));
            QVERIFY(read);
            QCOMPARE(*read, each);
        }
    }

    void aTableNeverHoldsAFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("=") << u"=cmd(\"x\"),y"_s << "\"'=cmd(\"\"x\"\"),y\""_ba;
        QTest::newRow("+") << u"+1"_s << "'+1"_ba;
        QTest::newRow("-") << u"-1"_s << "'-1"_ba;
        QTest::newRow("@") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
        QTest::newRow("tab") << u"\t=1"_s << "'\t=1"_ba;
        QTest::newRow("return") << u"\r=1"_s << "\"'\r=1\""_ba;
        QTest::newRow("break") << u"a\n=1"_s << "\"a\n=1\""_ba;
        QTest::newRow("plain") << u"HighLevel"_s << "HighLevel"_ba;
    }
    void aTableNeverHoldsAFormula()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        RequestRecord one = record(1);
        one.service = text; // whatever a service calls itself
        const QByteArray start = "2026-11-23T09:00:01.234Z,1,1," + cell + ",background,";
        QVERIFY(toCsvLine(one).startsWith(start));
        one = record(1);
        one.path = text;
        const QByteArray middle = ",GET," + cell + ",200,";
        QVERIFY(toCsvLine(one).contains(middle));
        QCOMPARE(csvHeading().count(','), toCsvLine(record(1)).count(','));
    }

    //! Somebody else's line, or a damaged one, is never shown.
    void otherLinesAreLeftOut_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *member, const QJsonValue &value) {
            QTest::newRow(name) << QString::fromLatin1(member) << value;
        };
        row("name", "path", u"contacts/Ann Smith"_s);
        row("address", "path", u"contacts?email=ann@example.test"_s);
        row("phone", "path", u"contacts?phone=+4915112345678"_s);
        row("private token", "path", u"contacts/pit-0f1e2d3c-0000-4000-8000-0123456789ab"_s);
        row("mark-up", "path", u"<b>x</b>"_s);
        row("escape", "path", u"contacts/\x1b[2J"_s);
        row("long path", "path", QString(5000, u'a'));
        row("error text", "error", u"ann@example.test is taken"_s);
        row("trace", "trace", u"=cmd()"_s);
        row("method", "method", u"get"_s);
        row("service", "service", u"=High Level"_s);
        row("no service", "service", QString());
        row("lane", "lane", u"fast"_s);
        row("no time", "time", u"yesterday"_s);
        row("attempt", "attempt", 0);
        row("status", "status", -1);
        row("huge", "number", 1e300);
        row("text for a number", "milliseconds", u"12"_s);
        row("missing", "bytesSent", QJsonValue::Undefined);
    }
    void otherLinesAreLeftOut()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject line = QJsonDocument::fromJson(toJsonLine(record(1))).object();
        QVERIFY(requestRecordFrom(QJsonDocument(line).toJson(QJsonDocument::Compact)));
        line.insert(member, value);
        QVERIFY(!requestRecordFrom(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    }

    void damageIsSkippedAndCounted()
    {
        QTemporaryDir folder;
        const QString path = RequestFile::pathIn(folder.path());
        write(path,
              toJsonLine(record(1)) + "{\"time\": \n\x01\xff\n[1]\n" + QByteArray(200'000, 'x')
                  + "\n" + toJsonLine(record(2)).chopped(9) + '\n' + toJsonLine(record(3)));
        for (const qint64 step : {RequestFile::usualBytes, qint64(7)}) {
            RequestFile file(path);
            QList<quint64> found;
            while (!file.isAtEnd())
                found += numbers(file, step);
            QCOMPARE(found, (QList<quint64> {1, 3}));
            QCOMPARE(file.damaged(), 5);
        }
    }

    void nothingIsThereYet()
    {
        QTemporaryDir folder;
        RequestFile file(RequestFile::pathIn(folder.path()));
        QCOMPARE(numbers(file), QList<quint64>());
        QVERIFY(file.isAtEnd());
        write(RequestFile::pathIn(folder.path()), toJsonLine(record(1)));
        QCOMPARE(numbers(file), QList<quint64> {1});
        RequestFile folderItself(folder.path());
        QVERIFY(!folderItself.read());
    }

    //! Read while it is written, in the middle of a line and when a new file takes its place.
    void goesOnWhereItEnded()
    {
        QTemporaryDir folder;
        const QString path = RequestFile::pathIn(folder.path());
        write(path + u".1"_s, toJsonLine(record(1)));
        write(path, toJsonLine(record(2)));
        RequestFile file(path);
        QCOMPARE(numbers(file), (QList<quint64> {1, 2}));
        QCOMPARE(numbers(file), QList<quint64>());
        const QByteArray third = toJsonLine(record(3));
        write(path, third.first(40));
        QCOMPARE(numbers(file), QList<quint64>());
        write(path, third.sliced(40));
        QCOMPARE(numbers(file), QList<quint64> {3});
        write(path, toJsonLine(record(4)));
        QVERIFY(QFile::remove(path + u".1"_s));
        QVERIFY(QFile::rename(path, path + u".1"_s));
        write(path, toJsonLine(record(5)));
        QCOMPARE(numbers(file), (QList<quint64> {4, 5}));
        QVERIFY(file.isAtEnd());
        QCOMPARE(file.damaged(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRequestFile)
#include "tst_requestfile.moc"
