// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include "mapping/support/accounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QJsonObject line(const QString &id)
{
    return {{u"id"_s, id},
            {u"title"_s, id},
            {u"officernd"_s, QJsonArray {id}},
            {u"highlevel"_s, QJsonArray {id}},
            {u"conversion"_s, u"as-is"_s},
            {u"role"_s, u"plain"_s},
            {u"direction"_s, u"both-ways"_s},
            {u"whoWins"_s, u"ask-me"_s},
            {u"emptyErases"_s, false}};
}

QByteArray fileOf(const QJsonArray &lines, const QJsonValue &version = 1)
{
    return QJsonDocument(QJsonObject {{u"twinbookMapping"_s, version}, {u"lines"_s, lines}})
        .toJson();
}

QByteArray fileWith(const QString &member, const QJsonValue &value)
{
    QJsonObject changed = line(u"a"_s);
    changed.insert(member, value);
    return fileOf({changed});
}

QByteArray halfOf(const QByteArray &file)
{
    return file.left(file.size() / 2);
}

} // namespace

class MappingFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void smallestFile();
    void hostile_data();
    void hostile();
    void longTextsAreCut();
};

void MappingFileTest::roundTrip()
{
    MappingProfile profile
        = suggestedMapping(testing::officeRnDAccount(), testing::highLevelAccount());
    profile.rows[1].direction = Direction::Off;
    profile.rows[2].authority = Authority::Newest;
    profile.rows[3].emptyRule = EmptyRule::Erase;
    FieldMapping labels = testing::plainRow(u"status %1 \"<b>\" \u202E"_s, Conversion::ValueList);
    labels.valuePairs = {{u"active"_s, u"Mitglied"_s}, {u"drop-in"_s, u"Гост"_s}};
    labels.authority = Authority::FillOnlyIfEmpty;
    labels.direction = Direction::ToRight;
    profile.rows.append(labels);
    const Result<MappingProfile> read = mappingFromJson(mappingToJson(profile));
    QVERIFY(read.has_value());
    QCOMPARE(*read, profile);
    QCOMPARE(mappingToJson(*read), mappingToJson(profile));
}

void MappingFileTest::smallestFile()
{
    const Result<MappingProfile> read = mappingFromJson(mappingToJson({}));
    QVERIFY(read.has_value());
    QVERIFY(read->rows.isEmpty());
}

void MappingFileTest::hostile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("10 MB of rubbish") << QByteArray(10 * 1024 * 1024, '{');
    QTest::newRow("1 MB of rubbish") << QByteArray(1024 * 1024, '[');
    QTest::newRow("noughts") << QByteArray(1000, '\0');
    QTest::newRow("half a file") << halfOf(fileOf({line(u"a"_s)}));
    QTest::newRow("a list") << QByteArray("[1, 2, 3]");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("another document") << QByteArray("{\"version\": 1}");
    QTest::newRow("no lines") << QByteArray("{\"twinbookMapping\": 1}");
    QTest::newRow("lines that are none") << QByteArray(R"({"twinbookMapping": 1, "lines": {}})");
    QTest::newRow("a newer version") << fileOf({line(u"a"_s)}, 2);
    QTest::newRow("version as text") << fileOf({line(u"a"_s)}, u"1"_s);
    QTest::newRow("half a version") << fileOf({line(u"a"_s)}, 1.5);
    QTest::newRow("line is a number") << fileOf({1});
    for (const QString &word : {u"conversion"_s, u"role"_s, u"direction"_s, u"whoWins"_s})
        QTest::newRow(qUtf8Printable(u"unknown "_s + word)) << fileWith(word, u"magic"_s);
    QTest::newRow("erases maybe") << fileWith(u"emptyErases"_s, u"maybe"_s);
    QTest::newRow("fields are no list") << fileWith(u"officernd"_s, u"name"_s);
    QTest::newRow("fields are numbers") << fileWith(u"highlevel"_s, QJsonArray {1});
    QTest::newRow("field without a name") << fileWith(u"highlevel"_s, QJsonArray {QString()});
    QTest::newRow("no id") << fileWith(u"id"_s, QString());
    QTest::newRow("pairs are no list") << fileWith(u"values"_s, u"a=b"_s);
    QTest::newRow("pair of three")
        << fileWith(u"values"_s, QJsonArray {QJsonArray {u"a"_s, u"b"_s, u"c"_s}});
    QTest::newRow("pair of numbers") << fileWith(u"values"_s, QJsonArray {QJsonArray {1, 2}});
    QTest::newRow("same id twice") << fileOf({line(u"a"_s), line(u"a"_s)});

    QJsonObject back = line(u"b"_s);
    back.insert(u"officernd"_s, QJsonArray {u"a"_s});
    back.insert(u"highlevel"_s, QJsonArray {u"a"_s});
    back.insert(u"direction"_s, u"only-to-officernd"_s);
    QJsonObject forth = line(u"a"_s);
    forth.insert(u"direction"_s, u"only-to-highlevel"_s);
    QTest::newRow("a loop") << fileOf({forth, back});

    QJsonArray many;
    for (int i = 0; i < 501; ++i)
        many.append(line(u"f%1"_s.arg(i)));
    QTest::newRow("501 lines") << fileOf(many);
    QByteArray deep = R"({"twinbookMapping": 1, "lines": )";
    deep += QByteArray(100000, '[') + QByteArray(100000, ']') + '}';
    QTest::newRow("deep nesting") << deep;
    QJsonArray wide;
    for (int i = 0; i < 20000; ++i)
        wide.append(QString::number(i));
    QJsonObject thousands = line(u"a"_s);
    thousands.insert(u"officernd"_s, wide);
    thousands.insert(u"highlevel"_s, wide);
    QTest::newRow("thousands of fields in one line") << fileOf({thousands});
}

void MappingFileTest::hostile()
{
    QFETCH(const QByteArray, file);
    const Result<MappingProfile> read = mappingFromJson(file);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    const QString &sentence = read.error().message;
    QVERIFY2(sentence.endsWith(u"Nothing was changed."_s), qUtf8Printable(sentence));
    QVERIFY2(!sentence.contains(u"JSON"_s, Qt::CaseInsensitive), qUtf8Printable(sentence));
    QVERIFY2(sentence.size() < 1000, qUtf8Printable(sentence.left(200)));
    QVERIFY2(!sentence.contains(u"%1"_s), qUtf8Printable(sentence));
}

void MappingFileTest::longTextsAreCut()
{
    const Result<MappingProfile> read
        = mappingFromJson(fileWith(u"title"_s, QString(500000, u'x')));
    QVERIFY(read.has_value());
    QCOMPARE(read->rows.constFirst().title.size(), 200);
    const Result<MappingProfile> refused
        = mappingFromJson(fileWith(u"officernd"_s, QJsonArray {QString(400000, u'x'), u"y"_s}));
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message.size() < 1000);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::MappingFileTest)

#include "tst_mappingfile.moc"
