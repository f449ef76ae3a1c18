// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! People edit on both sides between runs; both services stay in agreement and nobody's edit is
//! lost.
class TestEdits final : public QObject
{
    Q_OBJECT

    //! Ids on both sides of people in agreement, in the order of the plan.
    static QList<PerSide<RemoteId>> peopleInSync(RealWorld &world)
    {
        QList<PerSide<RemoteId>> pairs;
        const PreparedPlanPtr plan = world.check();
        for (const PersonPlan &person : plan->plan.people) {
            if (person.state == PersonState::InSync)
                pairs.append({plan->left.people[static_cast<std::size_t>(person.left)].id,
                              plan->right.people[static_cast<std::size_t>(person.right)].id});
        }
        return pairs;
    }

    static void staysQuiet(RealWorld &world)
    {
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.writes(), 0);
    }

private Q_SLOTS:
    void editsCrossOverOnceAndComeToRest()
    {
        RealWorld world;
        QVERIFY(world.sync());
        sandbox::Sandbox &services = world.services();
        // A phone number that was held back never agreed; editing it is rightly asked about.
        QList<PerSide<RemoteId>> pairs = peopleInSync(world);
        pairs.removeIf([&](const PerSide<RemoteId> &pair) {
            const auto phone = [&](Side side) {
                return services.person(side, pair[side]).value("phone"_L1).toString();
            };
            return phone(Side::Left).isEmpty() || phone(Side::Right).isEmpty();
        });
        QVERIFY(pairs.size() > 15);
        const PerSide<RemoteId> &movedLeft = pairs.at(0);
        const PerSide<RemoteId> &renamedRight = pairs.at(1);
        const PerSide<RemoteId> &both = pairs.at(2);
        QVERIFY(
            services.editPerson(Side::Left, movedLeft.left, {{u"email"_s, u"new@left.example"_s}}));
        QVERIFY(services.editPerson(Side::Right, renamedRight.right,
                                    {{u"firstName"_s, u"Zoë"_s}, {u"lastName"_s, u"O'Hara"_s}}));
        // Different fields of one person, one on each side.
        QVERIFY(services.editPerson(Side::Left, both.left, {{u"email"_s, u"both@left.example"_s}}));
        QVERIFY(services.editPerson(Side::Right, both.right, {{u"phone"_s, u"+441632960123"_s}}));

        services.clearRequestLog();
        const std::optional<Run> run = world.sync();
        QVERIFY(run);
        QCOMPARE(run->failed, 0);
        QCOMPARE(world.writes(), 4);
        const auto value = [&](Side side, const RemoteId &id, const QString &key) {
            return services.person(side, id).value(key).toString();
        };
        QCOMPARE(value(Side::Right, movedLeft.right, u"email"_s), u"new@left.example"_s);
        QCOMPARE(value(Side::Left, renamedRight.left, u"name"_s), u"Zoë O'Hara"_s);
        QCOMPARE(value(Side::Right, both.right, u"email"_s), u"both@left.example"_s);
        QCOMPARE(value(Side::Left, both.left, u"phone"_s), u"+441632960123"_s);
        QCOMPARE(value(Side::Left, both.left, u"email"_s), u"both@left.example"_s);
        staysQuiet(world);
    }

    void sameFieldOnBothSidesIsAsked()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const int questions = world.counts().questions;
        const PerSide<RemoteId> pair = peopleInSync(world).constFirst();
        sandbox::Sandbox &services = world.services();
        QVERIFY(services.editPerson(Side::Left, pair.left, {{u"email"_s, u"a@left.example"_s}}));
        QVERIFY(services.editPerson(Side::Right, pair.right, {{u"email"_s, u"b@right.example"_s}}));
        QVERIFY(world.sync());
        QCOMPARE(world.counts().questions, questions + 1);
        const auto email = [&](Side side) {
            return services.person(side, pair[side]).value("email"_L1).toString();
        };
        QCOMPARE(email(Side::Left), u"a@left.example"_s);
        QCOMPARE(email(Side::Right), u"b@right.example"_s);

        const SystemClock clock;
        const QList<Decision> open = *DecisionStore(world.database(), clock).open();
        const auto asked = std::find_if(open.cbegin(), open.cend(), [&](const Decision &decision) {
            return decision.question.key.left == pair.left;
        });
        QVERIFY(asked != open.cend());
        world.engine().answer(asked->id,
                              {Choice::UseRight, {}, asked->question.left, asked->question.right});
        QVERIFY(world.sync());
        QCOMPARE(email(Side::Left), u"b@right.example"_s);
        QCOMPARE(world.counts().questions, questions);
        staysQuiet(world);
    }

    void anEditAfterALostAnswerIsNoQuestion_data()
    {
        QTest::addColumn<Side>("edited");
        QTest::newRow("OfficeRnD") << Side::Left;
        QTest::newRow("HighLevel") << Side::Right;
    }

    //! What a write with a lost answer did is our own work and not somebody's edit.
    void anEditAfterALostAnswerIsNoQuestion()
    {
        QFETCH(const Side, edited);
        RealWorld world;
        QVERIFY(world.sync());
        const PerSide<RemoteId> pair = peopleInSync(world).constFirst();
        const int questions = world.counts().questions;
        sandbox::Sandbox &services = world.services();
        const auto email = [&](Side side) {
            return services.person(side, pair[side]).value("email"_L1).toString();
        };
        QVERIFY(services.editPerson(edited, pair[edited], {{u"email"_s, u"one@new.example"_s}}));
        services.failNext({.side = opposite(edited), .method = "PUT", .times = 9},
                          {.kind = sandbox::Fault::Kind::AppliedThenReset});
        const std::optional<Run> run = world.sync();
        QVERIFY(run);
        QCOMPARE(run->failed, 1);
        QCOMPARE(email(opposite(edited)), u"one@new.example"_s);
        services.clearFaults();

        QVERIFY(services.editPerson(edited, pair[edited], {{u"email"_s, u"two@new.example"_s}}));
        QVERIFY(world.sync());
        QCOMPARE(world.counts().questions, questions);
        QCOMPARE(email(opposite(edited)), u"two@new.example"_s);
        staysQuiet(world);
    }

    //! One side has taken its part, the other has not: the part that is done is remembered.
    void halfAPersonIsRemembered()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const PerSide<RemoteId> pair = peopleInSync(world).constFirst();
        const int questions = world.counts().questions;
        sandbox::Sandbox &services = world.services();
        QVERIFY(services.editPerson(Side::Left, pair.left, {{u"email"_s, u"a@new.example"_s}}));
        QVERIFY(services.editPerson(Side::Right, pair.right, {{u"phone"_s, u"+441632960001"_s}}));
        services.failNext({.side = Side::Right, .method = "PUT", .times = 9},
                          {.kind = sandbox::Fault::Kind::Status, .status = 400});
        QVERIFY(world.sync());
        services.clearFaults();
        const auto phone = [&](Side side) {
            return services.person(side, pair[side]).value("phone"_L1).toString();
        };
        QCOMPARE(phone(Side::Left), u"+441632960001"_s);

        QVERIFY(services.editPerson(Side::Right, pair.right, {{u"phone"_s, u"+441632960002"_s}}));
        QVERIFY(world.sync());
        QCOMPARE(world.counts().questions, questions);
        QCOMPARE(phone(Side::Left), u"+441632960002"_s);
        QCOMPARE(services.person(Side::Right, pair.right).value("email"_L1).toString(),
                 u"a@new.example"_s);
        staysQuiet(world);
    }

    void anEditBetweenPreviewAndApplyTravelsNextTime_data()
    {
        QTest::addColumn<Side>("written");
        QTest::newRow("OfficeRnD") << Side::Left;
        QTest::newRow("HighLevel") << Side::Right;
    }

    //! The reply to our write shows it, but nobody has planned it yet.
    void anEditBetweenPreviewAndApplyTravelsNextTime()
    {
        QFETCH(const Side, written);
        RealWorld world;
        QVERIFY(world.sync());
        const PerSide<RemoteId> pair = peopleInSync(world).constFirst();
        sandbox::Sandbox &services = world.services();
        const Side other = opposite(written);
        QVERIFY(services.editPerson(other, pair[other], {{u"email"_s, u"a@new.example"_s}}));
        QVERIFY(world.check());
        QVERIFY(services.editPerson(written, pair[written], {{u"phone"_s, u"+441632960001"_s}}));
        QVERIFY(world.apply());
        QCOMPARE(services.person(written, pair[written]).value("email"_L1).toString(),
                 u"a@new.example"_s);
        QVERIFY(world.sync());
        QCOMPARE(services.person(other, pair[other]).value("phone"_L1).toString(),
                 u"+441632960001"_s);
        staysQuiet(world);
    }

    //! The service says yes and keeps the old value.
    void aChangeThatWasNotTakenIsTriedAgain()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const PerSide<RemoteId> pair = peopleInSync(world).constFirst();
        sandbox::Sandbox &services = world.services();
        QVERIFY(services.editPerson(Side::Right, pair.right, {{u"phone"_s, u"+441632960001"_s}}));
        services.failNext({.side = Side::Left, .method = "PUT"},
                          {.kind = sandbox::Fault::Kind::EmptyList});
        const std::optional<Run> first = world.sync();
        QVERIFY(first);
        QCOMPARE(first->failed, 1);
        const std::optional<Run> second = world.sync();
        QVERIFY(second);
        QCOMPARE(second->failed, 0);
        QCOMPARE(services.person(Side::Left, pair.left).value("phone"_L1).toString(),
                 u"+441632960001"_s);
        staysQuiet(world);
    }

    void peopleComeAndGo()
    {
        RealWorld world;
        QVERIFY(world.sync());
        sandbox::Sandbox &services = world.services();
        const PerSide<RemoteId> gone = peopleInSync(world).constLast();
        const int questions = world.counts().questions;
        QVERIFY(services.addPerson(
            Side::Left, {{u"name"_s, u"Newly Come"_s}, {u"email"_s, u"come@left.example"_s}}));
        QVERIFY(services.addPerson(Side::Right,
                                   {{u"firstName"_s, u"Newly"_s},
                                    {u"lastName"_s, u"Found"_s},
                                    {u"email"_s, u"found@right.example"_s}}));
        QVERIFY(services.removePerson(Side::Right, gone.right));
        QVERIFY(world.sync());
        QCOMPARE(services.findPeople(Side::Right, u"come@left.example"_s).size(), 1);
        QCOMPARE(services.findPeople(Side::Left, u"found@right.example"_s).size(), 1);
        // Nobody is deleted and nobody is made again unasked.
        QVERIFY(!services.person(Side::Left, gone.left).isEmpty());
        QCOMPARE(world.counts().questions, questions + 1);
        staysQuiet(world);
    }

    void manyRandomRoundsEndInAgreement()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("random seed: %u", seed);
        QRandomGenerator random(seed);
        RealWorld world;
        QVERIFY(world.sync());
        sandbox::Sandbox &services = world.services();
        // A phone number that was held back never agreed; editing it is rightly asked about.
        QList<PerSide<RemoteId>> pairs = peopleInSync(world);
        pairs.removeIf([&](const PerSide<RemoteId> &pair) {
            const auto phone = [&](Side side) {
                return services.person(side, pair[side]).value("phone"_L1).toString();
            };
            return phone(Side::Left).isEmpty() || phone(Side::Right).isEmpty();
        });
        QVERIFY(pairs.size() > 15);
        const int questions = world.counts().questions;
        QHash<RemoteId, QString> expected; // by OfficeRnD's id: the phone typed last
        for (int round = 0; round < 8; ++round) {
            for (qsizetype i = 0; i < pairs.size(); ++i) {
                if (random.bounded(3) != 0)
                    continue;
                const Side side = random.bounded(2) == 0 ? Side::Left : Side::Right;
                // Unique, because HighLevel takes each number once.
                const QString phone = u"+44163296%1"_s.arg(round * 100 + i, 4, 10, QChar(u'0'));
                QVERIFY(services.editPerson(side, pairs.at(i)[side], {{u"phone"_s, phone}}));
                expected.insert(pairs.at(i).left, phone);
            }
            const std::optional<Run> run = world.sync();
            QVERIFY(run);
            QCOMPARE(run->failed, 0);
            QCOMPARE(world.counts().questions, questions);
            if (random.bounded(2) == 0)
                world.restart();
        }
        for (const PerSide<RemoteId> &pair : pairs) {
            if (!expected.contains(pair.left))
                continue;
            for (const Side side : bothSides) {
                const QString phone
                    = services.person(side, pair[side]).value("phone"_L1).toString();
                QVERIFY2(
                    phone == expected.value(pair.left),
                    qPrintable(u"%1 %2: %3, expected %4"_s.arg(serviceName(side), pair[side].text(),
                                                               phone, expected.value(pair.left))));
            }
        }
        staysQuiet(world);
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
