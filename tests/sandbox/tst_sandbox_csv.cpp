// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "sandbox/csv/csvpeople.h"
#include "sandbox/csv/csvreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! CSV files as address books.
class TestSandboxCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRfc4180_data();
    void readsRfc4180();
    void refusesBadText_data();
    void refusesBadText();
    void loadsGenericColumns();
    void loadsFebrlColumns();
    void tellsWhatIsWrongWithFiles();
    void loadsFebrl4();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &content)
    {
        QFile out(m_directory.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(out.fileName()));
        return out.fileName();
    }

    QTemporaryDir m_directory;
};

void TestSandboxCsv::readsRfc4180_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    const auto row = [](const char *name, const QByteArray &text, const QList<QStringList> &rows) {
        QTest::newRow(name) << text << rows;
    };
    row("plain", "a,b\n1,2\n", {{u"1"_s, u"2"_s}});
    row("no last line break", "a,b\r\n1,2", {{u"1"_s, u"2"_s}});
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a,b\n1,2\n",
        {{u"1"_s, u"2"_s}});
    row("quotes", "a,b\n\"x, \"\"y\"\"\",\"line\nbreak\"\n", {{u"x, \"y\""_s, u"line\nbreak"_s}});
    row("empty", "a,b\n,\n\"\",z\n", {{QString(), QString()}, {QString(), u"z"_s}});
    row("short row", "a,b\n1\n", {{u"1"_s, QString()}});
    row("blank lines", "a,b\n\n1,2\n\n\n", {{u"1"_s, u"2"_s}});
    row("spaces after commas", "a, b\n1,  \"2\" \n", {{u"1"_s, u"2"_s}});
    row("header only", "a,b\n", {});
    row("unicode", "a,b\n\xD0\x98,\xD7\x90\n", {{u"И"_s, u"א"_s}});
}

void TestSandboxCsv::readsRfc4180()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, rows);
    const auto table = parseCsv(text, u"x.csv"_s);
    QVERIFY(table);
    QCOMPARE(table->header, (QStringList {u"a"_s, u"b"_s}));
    QCOMPARE(table->rows, rows);
}

void TestSandboxCsv::refusesBadText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hint");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blank") << QByteArray("\n\n") << u"empty"_s;
    QTest::newRow("open quote") << QByteArray("a,b\n1,2\n\"x,2\n3,4\n") << u"line 3"_s;
    QTest::newRow("text after quote") << QByteArray("a,b\n\"x\"y,2\n") << u"line 2"_s;
    QTest::newRow("long row") << QByteArray("a,b\n1,2,3\n") << u"3 values"_s;
    QTest::newRow("latin-1") << QByteArray("a,b\nJos\xE9,2\n") << u"UTF-8"_s;
}

void TestSandboxCsv::refusesBadText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, hint);
    const auto table = parseCsv(text, u"people.csv"_s);
    QVERIFY(!table);
    QCOMPARE(table.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(table.error().message.contains(hint), qPrintable(table.error().message));
    QVERIFY(table.error().message.contains(u"people.csv"_s));
}

void TestSandboxCsv::loadsGenericColumns()
{
    const QString left
        = file(u"left.csv"_s,
               "ID,Name,Email,Phone,Company,Tags,Street,City,State,Zip,Country,Date_of_birth,Shoe\n"
               "p1,Ana van Loon,ana@loon.example,020 7946 0001,Loon & Co,VIP;desk,1 Row,Leeds,WY,"
               "LS1 0ZZ,gb,1980-02-03,SHOE-42\n");
    const QString right = file(u"right.csv"_s,
                               "id,first_name,last_name,phone,date_of_birth\n"
                               "p1,Ana,van Loon,020 7946 0001,1980-02-03\n"
                               "p2,,,,\n");
    SandboxOptions options;
    options.csv = CsvPair {left, right};
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    const QJsonObject member = sandbox.people(Side::Left).first();
    QCOMPARE(member.value(u"name"_s).toString(), u"Ana van Loon"_s);
    QCOMPARE(member.value(u"tags"_s).toArray(), (QJsonArray {u"VIP"_s, u"desk"_s}));
    QCOMPARE(member.value(u"address"_s).toObject().value(u"country"_s).toString(), u"GB"_s);
    QCOMPARE(member.value(u"properties"_s).toObject().value(u"date_of_birth"_s).toString(),
             u"1980-02-03T00:00:00.000Z"_s);
    QCOMPARE(member.value(u"company"_s).toString(),
             sandbox.companyAtOfficernd(u"Loon & Co"_s).text());
    QVERIFY(!QJsonDocument(sandbox.toJson()).toJson().contains("SHOE-42"));
    QCOMPARE(sandbox.people(Side::Right).size(), 2);
    const RemoteId id = sandbox.findPeople(Side::Right, u"ana"_s).first();
    QCOMPARE(sandbox.person(Side::Right, id).value(u"phone"_s).toString(), u"+442079460001"_s);
    QCOMPARE(sandbox.person(Side::Right, id).value(u"dateOfBirth"_s).toString(), u"1980-02-03"_s);
    QCOMPARE(sandbox.truthOf(Side::Right, id), u"p1"_s);
    QCOMPARE(sandbox.truthOf(Side::Left, RemoteId(member.value(u"_id"_s).toString())), u"p1"_s);
}

void TestSandboxCsv::loadsFebrlColumns()
{
    const QByteArray header = "rec_id, given_name, surname, street_number, address_1, address_2, "
                              "suburb, postcode, state, date_of_birth, soc_sec_id\n";
    SandboxOptions options;
    options.csv = CsvPair {
        file(u"a.csv"_s,
             header
                 + "rec-7-org, , , 8, stanley street, miami, winston hills, 4223, nsw, 19151111, "
                   "5304218\n"),
        file(u"b.csv"_s,
             header
                 + "rec-7-dup-0, ella, , , stanley street, , hills, 4223, nsw, 19151199, "
                   "5304218\n")};
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    const QJsonObject member = sandbox.people(Side::Left).first();
    QCOMPARE(member.value(u"name"_s).toString(), u"(no name)"_s);
    const QJsonObject address = member.value(u"address"_s).toObject();
    QCOMPARE(address.value(u"street"_s).toString(), u"8 stanley street, miami"_s);
    QCOMPARE(address.value(u"city"_s).toString(), u"winston hills"_s);
    QCOMPARE(address.value(u"zip"_s).toString(), u"4223"_s);
    QCOMPARE(member.value(u"properties"_s).toObject().value(u"date_of_birth"_s).toString(),
             u"1915-11-11T00:00:00.000Z"_s);
    const QJsonObject contact = sandbox.people(Side::Right).first();
    QCOMPARE(contact.value(u"firstName"_s).toString(), u"ella"_s);
    QVERIFY(!contact.contains(u"lastName"_s));
    QVERIFY(!contact.contains(u"dateOfBirth"_s)); // 99 November
    QCOMPARE(sandbox.truthOf(Side::Right, RemoteId(contact.value(u"id"_s).toString())), u"rec-7"_s);
    QCOMPARE(sandbox.truthOf(Side::Left, RemoteId(member.value(u"_id"_s).toString())), u"rec-7"_s);
    QVERIFY(!QJsonDocument(sandbox.toJson()).toJson().contains("5304218"));
}

void TestSandboxCsv::tellsWhatIsWrongWithFiles()
{
    const QString good = file(u"good.csv"_s, "name\nAna\n");
    const auto refusal = [](const CsvPair &pair) {
        SandboxOptions options;
        options.csv = pair;
        Sandbox sandbox(options);
        const auto started = sandbox.start();
        return started ? Error() : started.error();
    };
    const Error absent = refusal({good, m_directory.filePath(u"absent.csv"_s)});
    QCOMPARE(absent.kind, ErrorKind::InvalidInput);
    QVERIFY(absent.message.contains(u"absent.csv"_s));
    const Error nameless = refusal({file(u"bad.csv"_s, "email,phone\na@b.example,1\n"), good});
    QVERIFY(nameless.message.contains(u"bad.csv"_s));
    QVERIFY(nameless.message.contains(u"first_name"_s));
    QCOMPARE(refusal({m_directory.path(), good}).kind, ErrorKind::InvalidInput);
}

void TestSandboxCsv::loadsFebrl4()
{
    const QString shared
        = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT));
    const QString folder = shared + u"/data/febrl/"_s;
    if (!QFileInfo::exists(folder + u"dataset4a.csv"_s))
        QSKIP("The FEBRL data sets are not here; set TWINBOOK_SHARED to the folder they lie in.");
    SandboxOptions options;
    options.csv = CsvPair {folder + u"dataset4a.csv"_s, folder + u"dataset4b.csv"_s};
    QElapsedTimer timer;
    timer.start();
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    qInfo("5,000 + 5,000 people loaded in %lld ms", timer.elapsed());
    QCOMPARE(sandbox.people(Side::Left).size(), 5000);
    QCOMPARE(sandbox.people(Side::Right).size(), 5000);
    QSet<QString> left;
    for (const QJsonObject &member : sandbox.people(Side::Left))
        left.insert(sandbox.truthOf(Side::Left, RemoteId(member.value(u"_id"_s).toString())));
    QCOMPARE(left.size(), 5000);
    for (const QJsonObject &contact : sandbox.people(Side::Right))
        QVERIFY(left.contains(
            sandbox.truthOf(Side::Right, RemoteId(contact.value(u"id"_s).toString()))));
}

QTEST_GUILESS_MAIN(TestSandboxCsv)
#include "tst_sandbox_csv.moc"
