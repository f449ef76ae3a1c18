// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/realworld.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;
using Kind = sandbox::Fault::Kind;

//! HighLevel's list is a search index that does not see the writes of the last seconds
//! (highlevel.md 2.3). Whoever syncs twice in a row must not be told that people are gone, get old
//! values back, or get people twice.
class TestSearchLag final : public QObject
{
    Q_OBJECT

    static constexpr auto lag = 1min;
    static sandbox::SandboxOptions slow()
    {
        return {.people = 60, .seed = 7, .searchIndexLag = lag};
    }

private:
    PerSide<QStringList> m_undisturbed;
    int m_questions = 0;

private Q_SLOTS:
    void initTestCase()
    {
        RealWorld world;
        QVERIFY(world.sync());
        for (const Side side : bothSides)
            m_undisturbed[side] = world.census(side);
        m_questions = world.counts().questions;
    }

    void secondSyncAtOnceChangesNothing()
    {
        RealWorld world(slow());
        const std::optional<Run> first = world.sync();
        QVERIFY(first && first->created.right > 3 && first->failed == 0);
        for (int again = 0; again < 2; ++again) {
            world.services().clearRequestLog();
            const std::optional<Run> run = world.sync();
            QVERIFY2(run, qPrintable(world.error().message));
            QCOMPARE(world.counts().questions, m_questions);
            QCOMPARE(world.counts().writes(), 0);
            QCOMPARE(world.writes(), 0);
            world.clock().advance(2min); // then with everything in the index
        }
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), m_undisturbed[side]);
    }

    void ownUpdateIsNotTakenBack()
    {
        RealWorld world(slow());
        QVERIFY(world.sync());
        world.clock().advance(2min);
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        const auto person = std::find_if(
            plan->plan.people.cbegin(), plan->plan.people.cend(),
            [](const PersonPlan &candidate) { return candidate.state == PersonState::InSync; });
        QVERIFY(person != plan->plan.people.cend());
        const RemoteId left = plan->left.people[static_cast<std::size_t>(person->left)].id;
        const RemoteId right = plan->right.people[static_cast<std::size_t>(person->right)].id;
        const QString email = u"edited@left.example"_s;
        QVERIFY(world.services().editPerson(Side::Left, left, {{u"email"_s, email}}));
        for (int run = 0; run < 3; ++run) {
            QVERIFY(world.sync());
            QCOMPARE(world.services().person(Side::Left, left).value("email"_L1).toString(), email);
            QCOMPARE(world.services().person(Side::Right, right).value("email"_L1).toString(),
                     email);
            QCOMPARE(world.counts().questions, m_questions);
        }
    }

    void creationsThatWentUnnoticedAreFound_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("cut") << static_cast<int>(Kind::AppliedThenReset);
        QTest::newRow("refused") << static_cast<int>(Kind::Created422);
    }
    void creationsThatWentUnnoticedAreFound()
    {
        QFETCH(int, kind);
        RealWorld world(slow());
        QVERIFY(world.check());
        world.services().failNext({Side::Right, "POST", u"/contacts/"_s, 2, 2},
                                  {.kind = static_cast<Kind>(kind)});
        QVERIFY(world.apply());
        world.services().clearFaults();
        world.restart();
        QVERIFY(world.sync()); // at once: the index does not know them yet
        world.clock().advance(2min);
        const std::optional<Run> last = world.sync();
        QVERIFY(last);
        QCOMPARE(last->failed, 0);
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), m_undisturbed[side]);
        QCOMPARE(world.counts().questions, m_questions);
    }

    void unnoticedCreationWithNothingButANameIsNotRepeated_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("done, then refused") << static_cast<int>(Kind::Created422);
        QTest::newRow("not done") << static_cast<int>(Kind::Html500);
    }
    //! Neither the index nor the search for duplicates can find this one at once.
    void unnoticedCreationWithNothingButANameIsNotRepeated()
    {
        QFETCH(int, kind);
        RealWorld world(slow());
        QVERIFY(world.sync());
        world.clock().advance(2min);
        sandbox::Sandbox &services = world.services();
        QVERIFY(services.addPerson(Side::Left, {{u"name"_s, u"Solo Nameonly"_s}}));
        QVERIFY(world.check());
        services.failNext({Side::Right, "POST", u"/contacts/"_s, 1, 1},
                          {.kind = static_cast<Kind>(kind)});
        QVERIFY(world.apply());
        world.restart();
        const std::optional<Run> atOnce = world.sync();
        QVERIFY(atOnce);
        QCOMPARE(atOnce->failed, 1); // and not begun: it may be there already
        QCOMPARE(atOnce->created.right, 0);
        world.clock().advance(3min);
        const std::optional<Run> later = world.sync();
        QVERIFY(later);
        QCOMPARE(later->failed, 0);
        for (const Side side : bothSides)
            QCOMPARE(services.findPeople(side, u"Nameonly"_s).size(), 1);
        QCOMPARE(world.counts().questions, m_questions);
        QCOMPARE(world.counts().writes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSearchLag)
#include "tst_searchlag.moc"
