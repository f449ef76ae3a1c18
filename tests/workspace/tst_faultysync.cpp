// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;
using Kind = sandbox::Fault::Kind;
using Services = sandbox::Sandbox;

Q_DECLARE_METATYPE(sandbox::FaultAim)
Q_DECLARE_METATYPE(sandbox::Fault)

//! A sync during which requests fail. One more sync must bring what an undisturbed one brings:
//! nobody twice, nobody lost, nothing left to do.
class TestFaultySync final : public QObject
{
    Q_OBJECT

private:
    PerSide<QStringList> m_undisturbed;
    int m_questions = 0;

    //! Two minutes later, when no request can be under way any more.
    void isAsIfNothingHadHappened(RealWorld &world)
    {
        world.clock().advance(2min);
        const std::optional<Run> again = world.sync();
        QVERIFY2(again, qPrintable(world.error().message + world.error().detail));
        QCOMPARE(again->ending, RunEnding::Completed);
        QCOMPARE(again->failed, 0);
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), m_undisturbed[side]);
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.counts().of(PersonState::Link), 0);
        QCOMPARE(world.counts().questions, m_questions);
        QCOMPARE(world.writes(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        RealWorld world;
        const std::optional<Run> run = world.sync();
        QVERIFY(run && run->ending == RunEnding::Completed && run->failed == 0);
        QVERIFY(run->created.left > 3 && run->created.right > 3);
        QVERIFY(run->updated.left > 1 && run->updated.right > 1);
        for (const Side side : bothSides)
            m_undisturbed[side] = world.census(side);
        m_questions = world.counts().questions;
    }

    void writesThatFail_data()
    {
        QTest::addColumn<sandbox::FaultAim>("aim");
        QTest::addColumn<sandbox::Fault>("fault");
        const QList<QPair<QByteArray, sandbox::Fault>> faults {
            {"a gateway's page", {.kind = Kind::Html500}},
            {"half an answer", {.kind = Kind::HalfJson}},
            {"cut", {.kind = Kind::Reset}},
            {"silence", {.kind = Kind::NoReply}},
            {"done, then cut", {.kind = Kind::AppliedThenReset}},
            {"done, then refused", {.kind = Kind::Created422}},
            {"too many requests", {.kind = Kind::Status, .status = 429}},
            {"bad gateway", {.kind = Kind::Status, .status = 502}},
            {"refused", {.kind = Kind::Status, .status = 400}},
        };
        for (const Side side : bothSides) {
            const QString creating = side == Side::Left ? u"*/members"_s : u"/contacts/"_s;
            const QString updating = side == Side::Left ? u"*/members/*"_s : u"/contacts/*"_s;
            for (const auto &[name, fault] : faults) {
                const QByteArray where = serviceKey(side).toUtf8() + ": " + name + ", ";
                QTest::newRow(QByteArray(where + "creating").constData())
                    << sandbox::FaultAim {side, "POST", creating, 2, 2} << fault;
                // Only a creation can be refused although it happened (highlevel.md 2.2); and ten
                // seconds of waiting after a 429 without Retry-After are enough to see once.
                if (fault.kind == Kind::Created422 || (side == Side::Left && fault.status == 429))
                    continue;
                QTest::newRow(QByteArray(where + "updating").constData())
                    << sandbox::FaultAim {side, "PUT", updating, 1, 2} << fault;
            }
        }
    }
    void writesThatFail()
    {
        QFETCH(sandbox::FaultAim, aim);
        QFETCH(sandbox::Fault, fault);
        RealWorld world;
        QVERIFY(world.check());
        world.services().failNext(aim, fault);
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QVERIFY(run->endedAt.isValid());
        world.services().clearFaults();
        world.restart();
        isAsIfNothingHadHappened(world);
    }

    void readingThatFails_data()
    {
        QTest::addColumn<sandbox::Fault>("fault");
        QTest::newRow("a gateway's page") << sandbox::Fault {.kind = Kind::Html500};
        QTest::newRow("half an answer") << sandbox::Fault {.kind = Kind::HalfJson};
        QTest::newRow("an empty list") << sandbox::Fault {.kind = Kind::EmptyList};
        QTest::newRow("cut") << sandbox::Fault {.kind = Kind::Reset};
        QTest::newRow("silence") << sandbox::Fault {.kind = Kind::NoReply};
    }
    void readingThatFails()
    {
        QFETCH(sandbox::Fault, fault);
        for (const Side side : bothSides) {
            RealWorld world;
            QVERIFY(world.sync());
            world.services().clearRequestLog();
            const QString list = side == Side::Left ? u"*/members"_s : u"/contacts/search"_s;
            world.services().failNext({side, {}, list, 1, 100}, fault);
            // Either the list is not believed, or the plan made of it may not be applied.
            const std::optional<Run> run = world.sync();
            QVERIFY(!run);
            const QString said = world.error().message;
            QVERIFY2(said.contains(serviceName(side)) && said.endsWith(u'.'), qPrintable(said));
            for (const QString &word : {u"HTTP"_s, u"JSON"_s, u"500"_s, u"token"_s})
                QVERIFY2(!said.contains(word), qPrintable(said));
            QCOMPARE(world.writes(), 0);
            world.services().clearFaults();
            isAsIfNothingHadHappened(world);
        }
    }

    void signInLostOnTheWay_data()
    {
        QTest::addColumn<Side>("side");
        QTest::newRow("officernd") << Side::Left;
        QTest::newRow("highlevel") << Side::Right;
    }
    void signInLostOnTheWay()
    {
        QFETCH(Side, side);
        RealWorld world;
        QVERIFY(world.check());
        int written = 0;
        connect(&world.engine(), &Engine::personWritten, this, [&] {
            if (++written == 5) {
                if (side == Side::Left)
                    world.services().changeClientSecret();
                world.services().revokeToken(side);
            }
        });
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->ending, RunEnding::Failed);
        QVERIFY(run->notStarted > 0);
        QVERIFY2(run->error.contains(serviceName(side)) && !run->error.contains("token"_L1)
                     && !run->error.contains("401"_L1),
                 qPrintable(run->error));

        // Until somebody signs in again nothing works, and it says so.
        QVERIFY(!world.check());
        QCOMPARE(world.error().kind, ErrorKind::Unauthorized);
        world.restart(); // takes up the new secrets
        isAsIfNothingHadHappened(world);
    }

    void creationThatNothingButTheNameTells_data()
    {
        QTest::addColumn<Side>("to");
        QTest::addColumn<sandbox::Fault>("fault");
        for (const Side side : bothSides) {
            QTest::addRow("%s: cut", qPrintable(serviceKey(side)))
                << side << sandbox::Fault {.kind = Kind::AppliedThenReset};
            QTest::addRow("%s: refused", qPrintable(serviceKey(side)))
                << side << sandbox::Fault {.kind = Kind::Created422};
        }
    }
    //! Without e-mail and phone two records are only alike: one that an interrupted creation made
    //! must be taken for what it is, neither asked about nor made again.
    void creationThatNothingButTheNameTells()
    {
        QFETCH(Side, to);
        QFETCH(sandbox::Fault, fault);
        RealWorld world;
        QVERIFY(world.sync());
        sandbox::Sandbox &services = world.services();
        const QJsonObject person = to == Side::Right
            ? QJsonObject {{u"name"_s, u"Solo Nameonly"_s}}
            : QJsonObject {{u"firstName"_s, u"Solo"_s}, {u"lastName"_s, u"Nameonly"_s}};
        QVERIFY(services.addPerson(opposite(to), person));
        QVERIFY(world.check());
        services.failNext({to, "POST", to == Side::Left ? u"*/members"_s : u"/contacts/"_s, 1, 1},
                          fault);
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->failed, 1);
        world.restart();
        QVERIFY(world.sync());
        QCOMPARE(services.findPeople(to, u"Nameonly"_s).size(), 1);
        QCOMPARE(world.counts().questions, m_questions);
        QVERIFY(world.check());
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.counts().of(PersonState::Link), 0);
    }

    void twoWritersOfTheSameField()
    {
        // Somebody edits at HighLevel between the preview and the moment the person is written.
        RealWorld world;
        QVERIFY(world.sync());
        const PreparedPlanPtr before = world.check();
        const auto person = std::find_if(
            before->plan.people.cbegin(), before->plan.people.cend(),
            [](const PersonPlan &candidate) { return candidate.state == PersonState::InSync; });
        QVERIFY(person != before->plan.people.cend());
        const RemoteId left = before->left.people[static_cast<std::size_t>(person->left)].id;
        const RemoteId right = before->right.people[static_cast<std::size_t>(person->right)].id;
        const QString theirs = u"theirs@right.example"_s;
        sandbox::Sandbox &services = world.services();
        QVERIFY(services.editPerson(Side::Left, left, {{u"email"_s, u"ours@left.example"_s}}));
        QVERIFY(world.check());
        QCOMPARE(world.counts().updated.right, 1);
        QVERIFY(services.editPerson(Side::Right, right, {{u"email"_s, theirs}}));
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->updated.right, 0);
        QCOMPARE(services.person(Side::Right, right).value("email"_L1).toString(), theirs);
        QVERIFY(world.check()); // both edits are there, and a person is asked
        QCOMPARE(world.counts().questions, m_questions + 1);
        QCOMPARE(world.counts().writes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFaultySync)
#include "tst_faultysync.moc"
