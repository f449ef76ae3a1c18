// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! "Why is this value here?", taking it back, taking that back, and going back to a restore point,
//! as somebody at a terminal would. The functions build on each other and run in this order.
class TestCliUndo final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"40"_s, u"--seed"_s, u"3"_s}};
    Desk m_desk {m_services};
    PerSide<QString> m_ids;
    QString m_streetBefore;

    [[nodiscard]] QString streetAtHighLevel()
    {
        return m_services.contact(m_ids.right).value("address1"_L1).toString();
    }

    [[nodiscard]] QJsonObject why(Side side) const
    {
        const Ended ended = m_desk.run({u"why"_s, m_ids.left, u"street"_s});
        const QJsonArray answers = ended.json.value("why"_L1).toArray();
        for (const QJsonValue &answer : answers) {
            if (answer["service"_L1].toString() == serviceKey(side))
                return answer.toObject();
        }
        return {};
    }

    [[nodiscard]] int newestRun() const
    {
        return m_desk.run({u"history"_s}).json["runs"_L1][0]["run"_L1].toInt();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
        VERIFY_EXIT(m_desk.connectOfficeRnD(), 0);
        VERIFY_EXIT(m_desk.connectHighLevel(), 0);
        QVERIFY(m_services.write(
            Side::Left, {},
            {{u"name"_s, u"Wilhelmina Featherstone"_s},
             {u"email"_s, u"mina@undo.example"_s},
             {u"address"_s, QJsonObject {{u"street"_s, u"12 Old Mill Lane"_s}}},
             {u"location"_s,
              m_services.people(Side::Left).constFirst().value("location"_L1).toString()},
             {u"startDate"_s, u"2026-01-05T00:00:00.000Z"_s}}));
        QVERIFY(m_services.write(Side::Right, {},
                                 {{u"firstName"_s, u"Wilhelmina"_s},
                                  {u"lastName"_s, u"Featherstone"_s},
                                  {u"email"_s, u"mina@undo.example"_s},
                                  {u"address1"_s, u"12 Old Mill Lane"_s}}));
        const QList<QJsonObject> left = m_services.people(Side::Left);
        for (const QJsonObject &person : left) {
            if (person.value("email"_L1).toString() == "mina@undo.example"_L1)
                m_ids.left = person.value("_id"_L1).toString();
        }
        const QList<QJsonObject> right = m_services.people(Side::Right);
        for (const QJsonObject &person : right) {
            if (person.value("email"_L1).toString() == "mina@undo.example"_L1)
                m_ids.right = person.value("id"_L1).toString();
        }
        QVERIFY(!m_ids.left.isEmpty() && !m_ids.right.isEmpty());
        QVERIFY(m_desk.run({u"sync"_s, u"--yes"_s}).json.contains("run"_L1));
        m_streetBefore = streetAtHighLevel();
        QVERIFY(m_services.write(Side::Left, m_ids.left,
                                 {{u"address"_s, QJsonObject {{u"street"_s, u"1 New Street"_s}}}}));
        QVERIFY(m_desk.run({u"sync"_s, u"--yes"_s}).json.contains("run"_L1));
        QCOMPARE(streetAtHighLevel(), u"1 New Street"_s);
    }

    void whySaysWhichSyncAndWhichRule()
    {
        const QJsonObject there = why(Side::Right);
        QCOMPARE(there.value("origin"_L1).toString(), u"written-by-sync"_s);
        QCOMPARE(there.value("run"_L1).toInt(), newestRun());
        QCOMPARE(there.value("before"_L1).toString(), m_streetBefore);
        QCOMPARE(there.value("reason"_L1).toString(), u"changed-in-officernd"_s);
        QCOMPARE(why(Side::Left).value("origin"_L1).toString(), u"never-written"_s);
        VERIFY_EXIT(m_desk.run({u"why"_s, u"mina@undo.example"_s, u"street"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"why"_s, u"nobody@undo.example"_s, u"street"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"why"_s, m_ids.left, u"shoe size"_s}), 2);
    }

    void aPreviewWritesNothing()
    {
        const QString run = QString::number(newestRun());
        for (const QStringList &last : {QStringList {u"--preview"_s}, QStringList {}}) {
            const Ended preview = m_desk.run(QStringList {u"undo"_s, u"run"_s, run} + last);
            VERIFY_EXIT(preview, 1);
            const QJsonValue change = preview.json["changes"_L1][0];
            QCOMPARE(change["outcome"_L1].toString(), u"put-back"_s);
            QCOMPARE(change["before"_L1].toString(), m_streetBefore);
            QCOMPARE(change["now"_L1].toString(), u"1 New Street"_s);
        }
        QCOMPARE(streetAtHighLevel(), u"1 New Street"_s);
        VERIFY_EXIT(m_desk.run({u"undo"_s, u"run"_s, u"99"_s}), 2);
    }

    void aFieldIsTakenBackAndThatToo()
    {
        const int synced = newestRun();
        const Ended undone
            = m_desk.run({u"undo"_s, u"field"_s, u"mina@undo.example"_s, u"street"_s, u"--yes"_s});
        VERIFY_EXIT(undone, 0);
        QCOMPARE(undone.json.value("undoneRun"_L1).toInt(), synced);
        QCOMPARE(streetAtHighLevel(), m_streetBefore);
        QVERIFY(m_desk.run({u"sync"_s, u"--yes"_s}).json.contains("run"_L1));
        QCOMPARE(streetAtHighLevel(), m_streetBefore);

        VERIFY_EXIT(m_desk.run({u"undo"_s, u"person"_s, m_ids.right, u"--yes"_s}), 0);
        QCOMPARE(streetAtHighLevel(), u"1 New Street"_s);
    }

    void goesBackToARestorePoint()
    {
        const Ended listed = m_desk.run({u"restore"_s, u"list"_s});
        VERIFY_EXIT(listed, 0);
        const QJsonArray points = listed.json.value("restorePoints"_L1).toArray();
        QVERIFY(points.size() >= 2);
        const int newest = points.first()["run"_L1].toInt();
        VERIFY_EXIT(m_desk.run({u"restore"_s, u"use"_s, u"77"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"restore"_s, u"use"_s, QString::number(newest)}), 1);
        QCOMPARE(newestRun(), newest - 1);
        QCOMPARE(streetAtHighLevel(), u"1 New Street"_s); // the services are as they were
        // Nobody is added twice although the links are of an older time.
        const Ended preview = m_desk.run({u"preview"_s});
        QVERIFY(preview.json.contains("created"_L1));
        QCOMPARE(bothSidesOf(preview.json, u"created"_s), 0);
    }

    void theHistoryIsKeptForSoManyDays()
    {
        VERIFY_EXIT(m_desk.run({u"history"_s, u"keep"_s, u"6"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"history"_s, u"keep"_s, u"90"_s}), 0);
        VERIFY_EXIT(m_desk.run({u"history"_s, u"--days"_s, u"1"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliUndo)
#include "tst_cli_undo.moc"
