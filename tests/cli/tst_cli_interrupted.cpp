// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

const QStringList world {u"--people"_s, u"700"_s, u"--seed"_s, u"11"_s};

//! Everybody of one side without ids and stamps, sorted: equal for two sandboxes in which the same
//! people are.
QStringList census(ServedSandbox &services, Side side)
{
    QStringList lines;
    const QList<QJsonObject> people = services.people(side);
    for (const QJsonObject &person : people) {
        const QString name = side == Side::Left
            ? person.value("name"_L1).toString().toLower()
            : QString(person.value("firstNameLowerCase"_L1).toString() + u' '
                      + person.value("lastNameLowerCase"_L1).toString());
        lines.append(name.simplified() + u'|' + person.value("email"_L1).toString() + u'|'
                     + person.value("phone"_L1).toString());
    }
    lines.sort();
    return lines;
}

QStringList endings(const Desk &desk)
{
    QStringList names;
    const QJsonArray runs = desk.run({u"history"_s}).json.value("runs"_L1).toArray();
    for (const QJsonValue &run : runs)
        names.append(run["ending"_L1].toString());
    return names;
}

} // namespace

//! Syncs that are stopped or killed, compared with one that nobody disturbed.
class TestCliInterrupted final : public QObject
{
    Q_OBJECT

private:
    PerSide<QStringList> m_undisturbed;
    int m_questions = 0;

    static void connectBoth(const Desk &desk)
    {
        VERIFY_EXIT(desk.connectOfficeRnD(), 0);
        VERIFY_EXIT(desk.connectHighLevel(), 0);
    }

    //! A creation without an outcome is not repeated within two minutes.
    static void letTwoMinutesPass(const Desk &desk)
    {
        QProcess sqlite;
        sqlite.start(u"sqlite3"_s,
                     {desk.path(u"twinbook/twinbook.db"_s),
                      u"UPDATE intent SET intended_ms = intended_ms - 120000"_s});
        QVERIFY(sqlite.waitForFinished());
        QVERIFY2(sqlite.exitCode() == 0, sqlite.readAllStandardError().constData());
    }

    void isAsIfNothingHadHappened(ServedSandbox &services, const Desk &desk)
    {
        letTwoMinutesPass(desk);
        const Ended last = desk.run({u"sync"_s, u"--yes"_s});
        VERIFY_EXIT(last, 1);
        QCOMPARE(last.json.value("failed"_L1).toInt(-1), 0);
        for (const Side side : bothSides)
            QCOMPARE(census(services, side), m_undisturbed[side]);
        const Ended preview = desk.run({u"preview"_s});
        QCOMPARE(preview.json.value("writes"_L1).toInt(-1), 0);
        QCOMPARE(preview.json.value("links"_L1).toInt(-1), 0);
        QCOMPARE(preview.json.value("questions"_L1).toInt(-1), m_questions);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        ServedSandbox services(world);
        QVERIFY(services.isUp());
        const Desk desk(services);
        connectBoth(desk);
        const Ended synced = desk.run({u"sync"_s, u"--yes"_s});
        VERIFY_EXIT(synced, 1);
        m_questions = synced.json.value("questions"_L1).toInt();
        for (const Side side : bothSides) {
            m_undisturbed[side] = census(services, side);
            QVERIFY(m_undisturbed[side].size() > 300);
        }
    }

    void ctrlCStopsBetweenTwoPeople()
    {
        ServedSandbox services(world);
        QVERIFY(services.isUp());
        const Desk desk(services);
        connectBoth(desk);
        const std::unique_ptr<QProcess> sync = desk.startedSync();
        QVERIFY(sync);
        const Ended second = desk.run({u"sync"_s, u"--yes"_s});
        ::kill(static_cast<pid_t>(sync->processId()), SIGINT);
        VERIFY_EXIT(second, 2); // only one at a time
        QVERIFY2(second.sentence().contains("Another Twinbook"_L1), second.told().constData());
        const Ended stopped = endOf(*sync);
        VERIFY_EXIT(stopped, 3);
        QCOMPARE(stopped.json.value("ending"_L1).toString(), u"stopped"_s);
        QVERIFY(stopped.json.value("notStarted"_L1).toInt() > 0);
        QCOMPARE(stopped.json.value("failed"_L1).toInt(-1), 0);
        QCOMPARE(endings(desk), QStringList {u"stopped"_s});

        // What was reported as done is done, and no more.
        int created = 0;
        ServedSandbox untouched(world);
        for (const Side side : bothSides) {
            created
                += static_cast<int>(services.people(side).size() - untouched.people(side).size());
        }
        QCOMPARE(created, bothSidesOf(stopped.json, u"created"_s));
        isAsIfNothingHadHappened(services, desk);
    }

    void ctrlCWhileReadingChangesNothing()
    {
        ServedSandbox services(world);
        QVERIFY(services.isUp());
        const Desk desk(services);
        connectBoth(desk);
        const std::unique_ptr<QProcess> preview = desk.start({u"preview"_s});
        QVERIFY(preview->waitForStarted());
        QTest::qWait(150);
        ::kill(static_cast<pid_t>(preview->processId()), SIGTERM);
        const Ended stopped = endOf(*preview);
        VERIFY_EXIT(stopped, 3);
        QVERIFY(endings(desk).isEmpty());
        VERIFY_EXIT(desk.run({u"preview"_s}), 1);
    }

    void killedAtRandomMomentsNobodyIsLostOrDoubled()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("random seed: %u", seed);
        QRandomGenerator random(seed);
        ServedSandbox services(world);
        QVERIFY(services.isUp());
        const Desk desk(services);
        connectBoth(desk);
        int killedWhileWriting = 0;
        for (int round = 0; round < 10; ++round) {
            // Every third time anywhere, also while reading; otherwise while people are written.
            const bool anywhere = round % 3 == 2;
            std::unique_ptr<QProcess> sync
                = anywhere ? desk.start({u"sync"_s, u"--yes"_s}) : desk.startedSync();
            if (!sync)
                break; // everything is done already
            QTest::qWait(static_cast<int>(random.bounded(anywhere ? 400 : 120)));
            sync->kill();
            sync->waitForFinished();
            killedWhileWriting += sync->exitStatus() == QProcess::CrashExit && !anywhere ? 1 : 0;
        }
        QVERIFY2(killedWhileWriting >= 3, QByteArray::number(killedWhileWriting).constData());
        isAsIfNothingHadHappened(services, desk);
        QVERIFY(endings(desk).count(u"cut-off"_s) >= killedWhileWriting);
        QVERIFY(!endings(desk).contains(u"running"_s));
    }
};

QTEST_GUILESS_MAIN(TestCliInterrupted)
#include "tst_cli_interrupted.moc"
