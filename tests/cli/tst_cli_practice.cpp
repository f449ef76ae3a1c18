// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook::test;

namespace {

Ended practice(const QString &directory, int people)
{
    return twinbookctl({u"practice"_s, u"--people"_s, QString::number(people), u"--seed"_s, u"7"_s,
                        u"--data-dir"_s, directory, u"--json"_s});
}

//! What must not differ between two practices with the same seed: all but times, memory and what
//! the services number as they like (order of creation decides the ids).
QJsonObject repeatable(QJsonObject report)
{
    for (const QString &name : {u"seconds"_s, u"peakMemoryMB"_s, u"calls"_s})
        report.remove(name);
    QJsonObject preview = report.value("preview"_L1).toObject();
    preview.remove(u"basedOn"_s);
    report.insert(u"preview"_s, preview);
    QJsonObject run = report.value("run"_L1).toObject();
    run.remove(u"startedAt"_s);
    run.remove(u"endedAt"_s);
    report.insert(u"run"_s, run);
    // Several people are created at a time, so the order in which they stand differs, and with it
    // the ids, which the digest covers.
    QJsonObject verification = report.value("verification"_L1).toObject();
    verification.remove(u"digest"_s);
    QStringList differences;
    const QJsonArray unordered = verification.value("differences"_L1).toArray();
    for (const QJsonValue &difference : unordered)
        differences.append(QString::fromUtf8(QJsonDocument(difference.toObject()).toJson()));
    differences.sort();
    verification.insert(u"differences"_s, QJsonArray::fromStringList(differences));
    report.insert(u"verification"_s, verification);
    return report;
}

bool onlyDecisionsAreLeft(const QJsonObject &report)
{
    const QJsonObject run = report.value("run"_L1).toObject();
    return run.value("ending"_L1).toString() == "completed"_L1
        && run.value("failed"_L1).toInt() == 0 && run.value("notStarted"_L1).toInt() == 0;
}

} // namespace

class TestCliPractice final : public QObject
{
    Q_OBJECT

    //! Practises twice in the same folder: the first brings agreement, the second must be silent.
    static void practiseTwice(int people)
    {
        const QTemporaryDir directory;
        const Ended first = practice(directory.path(), people);
        QVERIFY2(first.code == 0 || first.code == 1, first.told().constData());
        QVERIFY2(onlyDecisionsAreLeft(first.json), first.told().constData());
        QVERIFY(first.json.value("writes"_L1).toInt() > 0);
        QCOMPARE(first.json.value("run"_L1)["linked"_L1],
                 first.json.value("preview"_L1)["links"_L1]);
        QCOMPARE(first.json.value("recognition"_L1)["wronglyLinked"_L1].toInt(-1), 0);

        const Ended second = practice(directory.path(), people);
        QCOMPARE(second.code, first.code);
        const QJsonObject preview = second.json.value("preview"_L1).toObject();
        QCOMPARE(preview.value("writes"_L1).toInt(-1), 0);
        QCOMPARE(preview.value("links"_L1).toInt(-1), 0);
        const QJsonObject run = second.json.value("run"_L1).toObject();
        QVERIFY(onlyDecisionsAreLeft(second.json));
        QCOMPARE(run.value("linked"_L1).toInt(-1), 0);
        for (const QString &kind : {u"created"_s, u"updated"_s}) {
            QVERIFY(run.contains(kind));
            QCOMPARE(bothSidesOf(run, kind), 0);
        }
        // Counted by the services themselves.
        QCOMPARE(second.json.value("writes"_L1).toInt(-1), 0);
        QCOMPARE(second.json.value("questions"_L1), first.json.value("questions"_L1));
        QCOMPARE(second.json.value("verification"_L1)["equal"_L1],
                 first.json.value("verification"_L1)["equal"_L1]);
    }

private Q_SLOTS:
    void secondRunPlansNothing() { practiseTwice(300); }

    void secondRunPlansNothingFor2000() { practiseTwice(2000); }

    //! The played services are as real as the database: both outlive a crash.
    void practiceGoesOnAfterAKill()
    {
        const QTemporaryDir directory;
        const std::unique_ptr<QProcess> killed
            = startTwinbookctl({u"practice"_s, u"--people"_s, u"2000"_s, u"--seed"_s, u"7"_s,
                                u"--data-dir"_s, directory.path(), u"--json"_s});
        const QString world = directory.filePath(u"practice/practice-world.json"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(world), 30'000);
        const qint64 sizeAtStart = QFileInfo(world).size();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(world).size() > sizeAtStart, 30'000); // it writes
        killed->kill();
        QVERIFY(killed->waitForFinished());
        QCOMPARE(killed->exitStatus(), QProcess::CrashExit);
        const Ended again = practice(directory.path(), 2000);
        QVERIFY2(again.code == 1, again.told().constData());
        QVERIFY2(onlyDecisionsAreLeft(again.json), again.told().constData());
        QCOMPARE(again.json.value("recognition"_L1)["wronglyLinked"_L1].toInt(-1), 0);
        QCOMPARE(practice(directory.path(), 2000).json.value("writes"_L1).toInt(-1), 0);
    }

    //! Exit code 1 must mean that people are asked, and everything they are not asked agrees.
    void whatIsLeftIsAskedOfPeople()
    {
        const QTemporaryDir directory;
        const Ended ended = practice(directory.path(), 300);
        VERIFY_EXIT(ended, 1);
        QVERIFY(ended.json.value("questions"_L1).toInt() > 0);
        const QJsonObject verification = ended.json.value("verification"_L1).toObject();
        QCOMPARE(verification.value("onlyOfficernd"_L1), verification.value("onlyHighlevel"_L1));
        const QJsonArray differences = verification.value("differences"_L1).toArray();
        for (const QJsonValue &difference : differences) {
            const QString standing = difference["standing"_L1].toString();
            QVERIFY2(!standing.isEmpty() && standing != "unaccepted"_L1,
                     qPrintable(difference["reason"_L1].toString()));
        }
    }

    void recognitionIsJudgedOnInventedPeopleOnly()
    {
        // People whom the first run created have no truth to be measured against.
        const QTemporaryDir directory;
        (void)practice(directory.path(), 100);
        const QJsonObject figures
            = practice(directory.path(), 100).json.value("recognition"_L1).toObject();
        QVERIFY(figures.value("linked"_L1).toInt() > 0);
        QCOMPARE(figures.value("wronglyLinked"_L1).toInt(-1), 0);
    }

    void sameSeedSameFigures()
    {
        QJsonObject reports[2];
        for (QJsonObject &report : reports) {
            const QTemporaryDir directory;
            report = repeatable(practice(directory.path(), 120).json);
        }
        QVERIFY(!reports[0].isEmpty());
        const QStringList names = reports[0].keys();
        for (const QString &name : names) // the names tell what differs
            QVERIFY2(reports[0].value(name) == reports[1].value(name), qPrintable(name));
    }

    void withoutFolderNothingIsLeftBehind()
    {
        const Ended ended = twinbookctl({u"practice"_s, u"--people"_s, u"40"_s});
        QVERIFY2(ended.code == 0 || ended.code == 1, ended.told().constData());
        QVERIFY(ended.out.contains("Verification"));
    }

    void febrlIsSolvedAndStaysQuiet()
    {
        const QString folder
            = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT))
            + "/data/febrl/"_L1;
        if (!QFile::exists(folder + "dataset4a.csv"_L1))
            QSKIP(qPrintable("no FEBRL files in "_L1 + folder));
        const QTemporaryDir directory;
        const QStringList command {u"practice"_s,
                                   u"--officernd-csv"_s,
                                   folder + "dataset4a.csv"_L1,
                                   u"--highlevel-csv"_s,
                                   folder + "dataset4b.csv"_L1,
                                   u"--answer-candidates"_s,
                                   u"same"_s,
                                   u"--data-dir"_s,
                                   directory.path(),
                                   u"--json"_s};
        const Ended first = twinbookctl(command);
        QVERIFY2(first.code == 0 || first.code == 1, first.told().constData());
        QVERIFY(onlyDecisionsAreLeft(first.json));
        const QJsonObject figures = first.json.value("recognition"_L1).toObject();
        qInfo().noquote() << "FEBRL 4:" << QJsonDocument(figures).toJson(QJsonDocument::Compact)
                          << first.json.value("calls"_L1).toInt() << "calls,"
                          << first.json.value("seconds"_L1).toDouble() << "s,"
                          << first.json.value("peakMemoryMB"_L1).toInt() << "MB";
        QCOMPARE(figures.value("wronglyLinked"_L1).toInt(-1), 0);
        const int asked = figures.value("asked"_L1).toInt();
        QVERIFY(asked + figures.value("linked"_L1).toInt() > 4500); // of 5000
        QVERIFY(figures.value("wronglyAsked"_L1).toInt(asked) * 200 <= asked);

        const Ended second = twinbookctl(command);
        QCOMPARE(second.code, first.code);
        QCOMPARE(second.json.value("preview"_L1)["writes"_L1].toInt(-1), 0);
        QCOMPARE(second.json.value("writes"_L1).toInt(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliPractice)
#include "tst_cli_practice.moc"
