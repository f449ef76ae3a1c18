// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

//! Words that belong under Details and nowhere else.
bool hasTechnicalWords(const QString &sentence)
{
    static const QRegularExpression words(
        uR"(\b([45]\d\d|JSON|HTTP|API|OAuth|[Tt]oken|errno|exception)\b)"_s);
    return sentence.contains(words);
}

bool save(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(content) == content.size();
}

//! 10 MB that no parser likes, the same every time.
QByteArray rubbish()
{
    QByteArray bytes(10 * 1024 * 1024, Qt::Uninitialized);
    QRandomGenerator random(4);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

} // namespace

//! Refused with a sentence for people that contains `words`.
#define VERIFY_REFUSED(ended, words)                                                               \
    do {                                                                                           \
        const Ended refusal = ended;                                                               \
        VERIFY_EXIT(refusal, 2);                                                                   \
        const QString said = refusal.sentence();                                                   \
        QVERIFY2(said.contains(words), refusal.told().constData());                                \
        QVERIFY2(said.endsWith(u'.') && !hasTechnicalWords(said), qPrintable(said));               \
    } while (false)

class TestCliBadInput final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"40"_s, u"--seed"_s, u"5"_s}};
    PerSide<QList<QJsonObject>> m_before;

    static void connectBoth(const Desk &desk)
    {
        VERIFY_EXIT(desk.connectOfficeRnD(), 0);
        VERIFY_EXIT(desk.connectHighLevel(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
        for (const Side side : bothSides)
            m_before[side] = m_services.people(side);
    }

    void cleanup()
    {
        // Whatever was wrong: the services are as they were.
        for (const Side side : bothSides) {
            if (m_services.isUp())
                QVERIFY(m_services.people(side) == m_before[side]);
        }
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QStringList &arguments, const QString &words) {
            QTest::newRow(name) << arguments << words;
        };
        row("nothing", {}, u"No command"_s);
        row("unknown command", {u"explode"_s}, u"explode"_s);
        row("unknown option", {u"preview"_s, u"--fast"_s}, u"fast"_s);
        row("option without value", {u"preview"_s, u"--data-dir"_s}, u"data-dir"_s);
        row("connect what", {u"connect"_s}, u"takes officernd, highlevel"_s);
        row("connect whom", {u"connect"_s, u"salesforce"_s}, u"takes officernd, highlevel"_s);
        row("no organisation", {u"connect"_s, u"officernd"_s, u"--client-id"_s, u"x"_s},
            u"organi"_s);
        row("no client id", {u"connect"_s, u"officernd"_s, u"--organization"_s, u"acme"_s},
            u"--client-id"_s);
        row("no location", {u"connect"_s, u"highlevel"_s}, u"--location"_s);
        row("decisions what", {u"decisions"_s}, u"decisions"_s);
        row("resolve which", {u"decisions"_s, u"resolve"_s}, u"resolve ID"_s);
        row("resolve how", {u"decisions"_s, u"resolve"_s, u"3"_s}, u"--use"_s);
        row("resolve no number", {u"decisions"_s, u"resolve"_s, u"three"_s, u"--use"_s, u"same"_s},
            u"resolve ID"_s);
        row("mapping what", {u"mapping"_s}, u"export FILE"_s);
        row("mapping where", {u"mapping"_s, u"import"_s}, u"import FILE"_s);
        row("pilot is no number", {u"sync"_s, u"--pilot"_s, u"ten"_s}, u"--pilot"_s);
        row("pilot below nothing", {u"sync"_s, u"--pilot=-1"_s}, u"--pilot"_s);
        row("a pilot of nobody", {u"sync"_s, u"--pilot"_s, u"0"_s}, u"at least one"_s);
        row("two lists", {u"sync"_s, u"--person"_s, u"a"_s, u"--retry-failed"_s}, u"exclude"_s);
        row("no such list", {u"sync"_s, u"--people"_s, u"/nowhere/list"_s}, u"cannot be read"_s);
        row("an empty tag", {u"sync"_s, u"--tag"_s, u" "_s}, u"--tag"_s);
        row("new only for some", {u"sync"_s, u"--new-only"_s, u"--pilot"_s, u"3"_s},
            u"everybody"_s);
        row("people is no number", {u"practice"_s, u"--people"_s, u"9e9"_s}, u"--people"_s);
        row("seed is no number", {u"practice"_s, u"--seed"_s, u"x"_s}, u"--seed"_s);
        row("one list only", {u"practice"_s, u"--officernd-csv"_s, u"a.csv"_s}, u"go together"_s);
        row("a word too many", {u"sync"_s, u"now"_s}, u"now"_s);
        row("two runs", {u"history"_s, u"1"_s, u"2"_s}, u"one word too many"_s);
        row("undo of nothing", {u"undo"_s}, u"undo"_s);
        row("undo of no run", {u"undo"_s, u"run"_s, u"yesterday"_s}, u"undo"_s);
        row("undo of a field of nobody", {u"undo"_s, u"field"_s, u"phone"_s}, u"undo"_s);
        row("undo both ways", {u"undo"_s, u"run"_s, u"1"_s, u"--yes"_s, u"--preview"_s},
            u"exclude"_s);
        row("why of nobody", {u"why"_s, u"phone"_s}, u"why"_s);
        row("restore of nothing", {u"restore"_s, u"use"_s}, u"restore"_s);
        row("history kept for no days", {u"history"_s, u"keep"_s, u"long"_s}, u"keep DAYS"_s);
        row("history of no run", {u"history"_s, u"yesterday"_s}, u"history"_s);
        row("unknown pace", {u"sandbox"_s, u"serve"_s, u"--pace"_s, u"hasty"_s}, u"--pace"_s);
        row("unknown answer",
            {u"practice"_s, u"--people"_s, u"5"_s, u"--answer-candidates"_s, u"perhaps"_s},
            u"--answer-candidates"_s);
    }
    void wrongCommandLines()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        VERIFY_REFUSED(twinbookctl(arguments, {}, 10'000), words);
    }

    void wrongSecrets()
    {
        const Desk desk(m_services);
        VERIFY_REFUSED(desk.connectOfficeRnD(m_services.told(u"organization"_s), u"wrong"_s),
                       u"client secret"_s);
        VERIFY_REFUSED(desk.connectHighLevel(m_services.told(u"location"_s), u"pit-wrong"_s),
                       u"private integration"_s);
        VERIFY_REFUSED(desk.connectHighLevel(m_services.told(u"location"_s), QString()),
                       u"No secret"_s);
        VERIFY_REFUSED(desk.run({u"preview"_s}), u"not connected"_s); // nothing was kept
    }

    void secretIsNoSecretAtAll()
    {
        const Desk desk(m_services);
        const QByteArray nonsense = rubbish();
        for (const QByteArray &input :
             {nonsense, QByteArray("two words\r\n"), QByteArray("\0x", 2)}) {
            const Ended ended = desk.run({u"connect"_s, u"highlevel"_s, u"--location"_s,
                                          m_services.told(u"location"_s), u"--url"_s,
                                          m_services.told(u"highlevel"_s)},
                                         input);
            VERIFY_EXIT(ended, 2);
            QVERIFY2(!hasTechnicalWords(ended.sentence()), qPrintable(ended.sentence()));
        }
    }

    void wrongAccounts()
    {
        const Desk desk(m_services);
        VERIFY_REFUSED(
            desk.connectOfficeRnD(u"another-place"_s, m_services.told(u"clientSecret"_s)),
            u"another-place"_s);
        VERIFY_REFUSED(
            desk.connectHighLevel(u"aaaaaaaaaaaaaaaaaaaa"_s, m_services.told(u"privateToken"_s)),
            u"sub-account"_s);
        VERIFY_REFUSED(desk.connectOfficeRnD(u"a b/../c"_s, u"x"_s), u"OfficeRnD address"_s);
        VERIFY_REFUSED(desk.run({u"preview"_s}), u"not connected"_s);
    }

    void accountsThatDoNotAnswer()
    {
        const Desk desk(m_services);
        VERIFY_REFUSED(
            desk.run({u"connect"_s, u"highlevel"_s, u"--location"_s, m_services.told(u"location"_s),
                      u"--url"_s, u"http://127.0.0.1:1"_s},
                     "secret"),
            u"HighLevel cannot be reached"_s);
    }

    void unsafeAddresses()
    {
        const QTemporaryDir directory;
        const auto attempt = [&](const QString &url, const QStringList &more) {
            return twinbookctl(QStringList {u"connect"_s, u"highlevel"_s, u"--location"_s, u"x"_s,
                                            u"--url"_s, url, u"--data-dir"_s, directory.path(),
                                            u"--json"_s}
                                   + more,
                               "secret");
        };
        const QStringList developer {u"--developer"_s};
        VERIFY_REFUSED(attempt(m_services.told(u"highlevel"_s), {}), u"nothing is sent there"_s);
        VERIFY_REFUSED(attempt(u"http://services.leadconnectorhq.com"_s, {}), u"https"_s);
        VERIFY_REFUSED(attempt(u"http://services.leadconnectorhq.com"_s, developer), u"https"_s);
        VERIFY_REFUSED(attempt(u"http://192.0.2.1"_s, developer), u"nothing is sent there"_s);
        VERIFY_REFUSED(attempt(u"https://services.leadconnectorhq.com.evil.example"_s, developer),
                       u"nothing is sent there"_s);
        VERIFY_REFUSED(attempt(u"https://user:pw@services.leadconnectorhq.com"_s, {}),
                       u"user name"_s);
        VERIFY_REFUSED(attempt(u"file:///etc/passwd"_s, developer), u"address"_s);
        VERIFY_REFUSED(attempt(u"::::"_s, developer), u"address"_s);
    }

    void mappingFiles()
    {
        const Desk desk(m_services);
        connectBoth(desk);
        VERIFY_EXIT(desk.run({u"preview"_s}), 1);
        const QString good = desk.path(u"good.json"_s);
        VERIFY_EXIT(desk.run({u"mapping"_s, u"export"_s, good}), 0);
        QFile file(good);
        QVERIFY(file.open(QFile::ReadOnly));
        const QJsonObject exported = QJsonDocument::fromJson(file.readAll()).object();

        const auto imported = [&](const QByteArray &content) {
            const QString bad = desk.path(u"bad.json"_s);
            return save(bad, content) ? desk.run({u"mapping"_s, u"import"_s, bad}) : Ended();
        };
        // Street goes to city, and city comes back as street.
        QJsonObject loop = exported;
        QJsonArray lines = loop.value("lines"_L1).toArray();
        QList<qsizetype> rows;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString role = lines[i]["role"_L1].toString();
            if (role == "street"_L1 || role == "city"_L1)
                rows.append(i);
        }
        QCOMPARE(rows.size(), 2);
        QJsonObject one = lines[rows[0]].toObject();
        QJsonObject other = lines[rows[1]].toObject();
        one.insert(u"highlevel"_s, other.value("highlevel"_L1));
        one.insert(u"direction"_s, u"to-highlevel"_s);
        other.insert(u"officernd"_s, one.value("officernd"_L1));
        other.insert(u"direction"_s, u"to-officernd"_s);
        lines[rows[0]] = one;
        lines[rows[1]] = other;
        loop.insert(u"lines"_s, lines);
        VERIFY_REFUSED(imported(QJsonDocument(loop).toJson()), u"Nothing was changed"_s);

        VERIFY_REFUSED(imported(rubbish()), u"too large"_s);
        VERIFY_REFUSED(imported(rubbish().left(1000)), u"not a field mapping"_s);
        VERIFY_REFUSED(imported({}), u"not a field mapping"_s);
        VERIFY_REFUSED(imported(QJsonDocument(exported).toJson().chopped(40)),
                       u"not a field mapping"_s);
        VERIFY_REFUSED(imported(R"({"twinbookMapping":99,"lines":[]})"), u"another version"_s);
        VERIFY_REFUSED(imported(QByteArray(400'000, '[')), u"not a field mapping"_s);
        VERIFY_REFUSED(desk.run({u"mapping"_s, u"import"_s, desk.path(u"nowhere"_s)}),
                       u"cannot be read"_s);
        VERIFY_REFUSED(desk.run({u"mapping"_s, u"import"_s, desk.path(QString())}),
                       u"cannot be read"_s);
        VERIFY_REFUSED(desk.run({u"mapping"_s, u"export"_s, good + "/x"_L1}),
                       u"could not be written"_s);

        // Nothing was lost: the mapping is still the one that was exported.
        const QString still = desk.path(u"still.json"_s);
        VERIFY_EXIT(desk.run({u"mapping"_s, u"export"_s, still}), 0);
        QFile kept(still);
        QVERIFY(kept.open(QFile::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(kept.readAll()).object(), exported);
    }

    void mappingOfAnotherAccount()
    {
        const Desk desk(m_services);
        connectBoth(desk);
        const QString file = desk.path(u"foreign.json"_s);
        QVERIFY(save(file, R"({"twinbookMapping":1,"lines":[
            {"id":"name","title":"Name","role":"name","conversion":"name","officernd":["name"],
             "highlevel":["firstName","lastName"],"direction":"both-ways","whoWins":"ask",
             "emptyErases":false},
            {"id":"custom-1","title":"Shoe","role":"plain","conversion":"as-is",
             "officernd":["properties.Gone"],"highlevel":["customFields.nowhere"],
             "direction":"both-ways","whoWins":"ask","emptyErases":false}]})"));
        const Ended imported = desk.run({u"mapping"_s, u"import"_s, file});
        if (imported.code == 0) // then the fields that are not there must not break the preview
            VERIFY_EXIT(desk.run({u"preview"_s}), 1);
        else
            VERIFY_REFUSED(imported, u"Nothing was changed"_s);
    }

    void foldersThatCannotBeWritten()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"file"_s);
        QVERIFY(save(file, "x"));
        const QStringList below {u"--data-dir"_s, file + "/twinbook"_L1, u"--json"_s};
        VERIFY_REFUSED(twinbookctl(QStringList {u"preview"_s} + below), u"folder"_s);
        VERIFY_REFUSED(twinbookctl(QStringList {u"practice"_s, u"--people"_s, u"5"_s} + below),
                       u"folder"_s);
        const Ended status = twinbookctl(QStringList {u"status"_s} + below);
        VERIFY_EXIT(status, 2);
        QVERIFY2(!hasTechnicalWords(status.sentence()), qPrintable(status.sentence()));
        QFile kept(file);
        QVERIFY(kept.open(QFile::ReadOnly));
        QCOMPARE(kept.readAll(), "x"_ba);
    }

    void brokenDatabase()
    {
        const QTemporaryDir directory;
        const QByteArray content = rubbish();
        QVERIFY(save(directory.filePath(u"twinbook.db"_s), content));
        for (const QString &command : {u"preview"_s, u"status"_s, u"history"_s}) {
            const Ended ended
                = twinbookctl({command, u"--data-dir"_s, directory.path(), u"--json"_s});
            VERIFY_EXIT(ended, 2);
            QVERIFY2(!ended.sentence().isEmpty() && !hasTechnicalWords(ended.sentence()),
                     ended.told().constData());
        }
        QFile kept(directory.filePath(u"twinbook.db"_s)); // never deleted or begun anew
        QVERIFY(kept.open(QFile::ReadOnly));
        QVERIFY(kept.readAll() == content);
    }

    void brokenPracticeFiles()
    {
        const QTemporaryDir directory;
        const QString csv = directory.filePath(u"rubbish.csv"_s);
        QVERIFY(save(csv, rubbish()));
        const QStringList here {u"--data-dir"_s, directory.path(), u"--json"_s};
        for (const QString &other : {csv, directory.filePath(u"nowhere.csv"_s)}) {
            const Ended ended = twinbookctl(
                QStringList {u"practice"_s, u"--officernd-csv"_s, csv, u"--highlevel-csv"_s, other}
                + here);
            VERIFY_EXIT(ended, 2);
            QVERIFY2(!ended.sentence().isEmpty() && !hasTechnicalWords(ended.sentence()),
                     ended.told().constData());
        }
        QVERIFY(QDir(directory.path()).mkpath(u"practice"_s));
        QVERIFY(save(directory.filePath(u"practice/practice-world.json"_s), rubbish()));
        VERIFY_REFUSED(twinbookctl(QStringList {u"practice"_s} + here), u"Delete this file"_s);
    }

    void hostileNamesSurviveBothWays()
    {
        ServedSandbox services({u"--people"_s, u"40"_s});
        QVERIFY(services.isUp());
        const Desk desk(services);
        connectBoth(desk);
        const QString image = u"<img src=file:///etc/passwd>"_s;
        const QString quotes = u"Robert'); DROP TABLE people;-- \"O\" %1 \\"_s;
        const QString location
            = services.people(Side::Left).constFirst().value("location"_L1).toString();
        QVERIFY(services.write(Side::Left, {},
                               {{u"name"_s, image},
                                {u"email"_s, u"img@left.example"_s},
                                {u"location"_s, location},
                                {u"startDate"_s, u"2026-01-05T00:00:00.000Z"_s}}));
        QVERIFY(services.write(Side::Right, {},
                               {{u"firstName"_s, image},
                                {u"lastName"_s, quotes},
                                {u"email"_s, u"quotes@right.example"_s}}));
        const Ended synced = desk.run({u"sync"_s, u"--yes"_s});
        QCOMPARE(synced.json.value("failed"_L1).toInt(-1), 0);

        QStringList atOfficeRnD;
        const QList<QJsonObject> left = services.people(Side::Left);
        for (const QJsonObject &person : left)
            atOfficeRnD.append(person.value("name"_L1).toString());
        QVERIFY(atOfficeRnD.contains(image));
        QVERIFY(atOfficeRnD.contains(image + u' ' + quotes));
        int found = 0;
        const QList<QJsonObject> right = services.people(Side::Right);
        for (const QJsonObject &hit : right) {
            if (hit.value("email"_L1).toString() != "img@left.example"_L1)
                continue;
            ++found;
            const QJsonObject person = services.contact(hit.value("id"_L1).toString());
            QCOMPARE(QString(person.value("firstName"_L1).toString() + u' '
                             + person.value("lastName"_L1).toString()),
                     image);
        }
        QCOMPARE(found, 1);
        const Ended preview = desk.run({u"preview"_s});
        QCOMPARE(preview.json.value("writes"_L1).toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliBadInput)
#include "tst_cli_badinput.moc"
