// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/forecast.h"
#include "store/failedpeople.h"
#include "store/linkstore.h"
#include "workspace/realworld.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::test;

//! Runs for some people only, runs that go on, and what a run asks, over real HTTP with both
//! services played. The services count; the program only foretells.
class TestPilot final : public QObject
{
    Q_OBJECT

private:
    using Records = QHash<QString, QJsonObject>;

    static Records records(RealWorld &world, Side side)
    {
        Records records;
        const QList<QJsonObject> people = world.services().people(side);
        for (const QJsonObject &person : people)
            records.insert(person.value(side == Side::Left ? u"_id"_s : u"id"_s).toString(),
                           person);
        return records;
    }

    //! Positions of the plan's people of whom a record was written or made.
    static QSet<int> written(RealWorld &world, const PreparedPlan &plan, RunId run)
    {
        QHash<RemoteId, int> positions;
        for (std::size_t i = 0; i < plan.plan.people.size(); ++i) {
            const PersonPlan &person = plan.plan.people[i];
            if (person.left != PersonPlan::nobody)
                positions.insert(plan.left.people[static_cast<std::size_t>(person.left)].id,
                                 static_cast<int>(i));
            if (person.right != PersonPlan::nobody)
                positions.insert(plan.right.people[static_cast<std::size_t>(person.right)].id,
                                 static_cast<int>(i));
        }
        QSet<int> people;
        const QList<ChangeEntry> changes
            = *RunHistory(world.database(), world.clock()).changes(run);
        for (const ChangeEntry &change : changes)
            people.insert(positions.value(change.record, positions.value(change.counterpart, -1)));
        return people;
    }

    //! The records of the plan's people that are outside, as they are now at the services.
    static QList<QJsonObject> outside(RealWorld &world, const PreparedPlan &plan,
                                      const Pilot &pilot)
    {
        QList<QJsonObject> objects;
        const Outsiders outsiders = outsidersOf(pilot, plan.input(), plan.plan, {});
        for (std::size_t i = 0; i < plan.plan.people.size(); ++i) {
            if (!outsiders.positions.contains(static_cast<int>(i)))
                continue;
            const PersonPlan &person = plan.plan.people[i];
            for (const Side side : bothSides) {
                const int index = side == Side::Left ? person.left : person.right;
                if (index != PersonPlan::nobody)
                    objects.append(world.services().person(
                        side, plan.side(side).people[static_cast<std::size_t>(index)].id));
            }
        }
        return objects;
    }

    //! Pairs in agreement; the world has been synchronized.
    static QList<PerSide<RemoteId>> pairsOf(RealWorld &world)
    {
        world.clock().advance(2min);
        const PreparedPlanPtr plan = world.check();
        QList<PerSide<RemoteId>> pairs;
        for (const PersonPlan &person : plan->plan.people) {
            if (person.state == PersonState::InSync)
                pairs.append({plan->left.people[static_cast<std::size_t>(person.left)].id,
                              plan->right.people[static_cast<std::size_t>(person.right)].id});
        }
        return pairs;
    }

    static void givePhone(RealWorld &world, Side side, const PerSide<RemoteId> &pair, int number)
    {
        QVERIFY(world.services().editPerson(
            side, pair[side], {{u"phone"_s, u"+44163296%1"_s.arg(number, 4, 10, QChar(u'0'))}}));
    }

    //! Of both services, reading and writing, without signing in.
    static qint64 counted(RealWorld &world)
    {
        const sandbox::RequestLog &log = world.services().requestLog();
        return log.reads(Side::Left) + log.reads(Side::Right) + world.writes();
    }

    static int listReads(RealWorld &world)
    {
        int reads = 0;
        for (const sandbox::RequestLogEntry &entry : world.services().requestLog().entries())
            reads += entry.path.endsWith("/members"_L1) && entry.method == "GET" ? 1
                : entry.path == "/contacts/search"_L1                            ? 1
                                                                                 : 0;
        return reads;
    }

private Q_SLOTS:
    void aPilotWritesExactlyThatManyAndTheRestIsOfferedNext()
    {
        RealWorld world;
        RealWorld other;
        QVERIFY(other.sync());
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        const int planned = plan->plan.counts.writes();
        const Pilot pilot {.first = 5};
        const QList<QJsonObject> before = outside(world, *plan, pilot);
        QVERIFY(before.size() > 40);
        const std::optional<Run> run = world.apply({.pilot = pilot});
        QVERIFY(run);
        QCOMPARE(run->ending, RunEnding::Completed);
        QCOMPARE(written(world, *plan, run->id).size(), 5);
        QCOMPARE(outside(world, *plan, pilot), before);
        QCOMPARE(LinkStore(world.database()).all({})->size(), std::size_t(5));
        QVERIFY(run->outside > 0);

        world.clock().advance(2min);
        QVERIFY(world.check());
        QVERIFY(world.counts().writes() < planned);
        QCOMPARE(outsidersOf({.first = 0, .tag = {}, .listed = QSet<RemoteId>()},
                             world.engine().plan()->input(), world.engine().plan()->plan, {})
                     .waiting,
                 run->outside);
        // Afterwards it is as if there had been no pilot.
        QVERIFY(world.apply());
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), other.census(side));
    }

    void aPilotByTagOrListConcernsThoseOnly()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const QList<PerSide<RemoteId>> pairs = pairsOf(world);
        for (int i = 0; i < 6; ++i)
            givePhone(world, Side::Left, pairs.at(i), i);
        QVERIFY(world.services().editPerson(Side::Right, pairs.at(1).right,
                                            {{u"tags"_s, QJsonArray {u"Pilot Group"_s}}}));
        world.clock().advance(2min);
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        std::optional<Run> run = world.apply({.pilot = {.tag = u"pilot group"_s}});
        QVERIFY(run);
        QCOMPARE(written(world, *plan, run->id).size(), 1);
        QCOMPARE(run->outside, 5);

        const Pilot listed {.listed = QSet<RemoteId> {pairs.at(3).left, pairs.at(4).right}};
        const PreparedPlanPtr next = world.check();
        QVERIFY(next);
        run = world.apply({.pilot = listed});
        QVERIFY(run);
        QCOMPARE(written(world, *next, run->id).size(), 2);
        QCOMPARE(run->outside, 3);
        for (const int i : {3, 4})
            QCOMPARE(world.services().person(Side::Right, pairs.at(i).right).value("phone"_L1),
                     world.services().person(Side::Left, pairs.at(i).left).value("phone"_L1));
    }

    void tryingAgainTouchesOnlyThoseWhoFailed()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const QList<PerSide<RemoteId>> pairs = pairsOf(world);
        for (int i = 0; i < 6; ++i)
            givePhone(world, Side::Left, pairs.at(i), i);
        world.clock().advance(2min);
        QVERIFY(world.check());
        using Kind = sandbox::Fault::Kind;
        for (const int i : {0, 1})
            world.services().failNext(
                {Side::Right, "PUT", "/contacts/"_L1 + pairs.at(i).right.text(), 1, 1},
                {.kind = Kind::Status, .status = 400});
        std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->failed, 2);
        QCOMPARE(run->updated.right, 4);
        const FailedPeople failures(world.database());
        QCOMPARE(failures.all()->size(), 2);
        QVERIFY(!failures.all()->constFirst().why.isEmpty());
        world.services().clearFaults();

        givePhone(world, Side::Left, pairs.at(8), 8);
        world.restart(); // it is remembered, not only shown
        world.clock().advance(2min);
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        world.services().clearRequestLog();
        run = world.apply({.pilot = {.listed = *failures.records()}});
        QVERIFY(run);
        QCOMPARE(run->failed, 0);
        QCOMPARE(run->updated.right, 2);
        QCOMPARE(run->outside, 1);
        QCOMPARE(world.writes(), 2);
        QVERIFY(failures.all()->isEmpty());
        for (const int i : {0, 1})
            QCOMPARE(world.services().person(Side::Right, pairs.at(i).right).value("phone"_L1),
                     world.services().person(Side::Left, pairs.at(i).left).value("phone"_L1));
        QVERIFY(world.services().person(Side::Right, pairs.at(8).right).value("phone"_L1)
                != world.services().person(Side::Left, pairs.at(8).left).value("phone"_L1));
    }

    void aStoppedRunGoesOnWhereItWas()
    {
        RealWorld world;
        RealWorld other;
        QVERIFY(other.check());
        other.services().clearRequestLog();
        QVERIFY(other.apply());
        const int uninterrupted = other.writes();
        QVERIFY(world.check());
        world.services().clearRequestLog();
        int done = 0;
        const QMetaObject::Connection stopping
            = connect(&world.engine(), &Engine::personWritten, this, [&] {
                  if (++done == 3)
                      world.engine().stop();
              });
        const std::optional<Run> stopped = world.apply();
        disconnect(stopping);
        QVERIFY(stopped);
        QCOMPARE(stopped->ending, RunEnding::Stopped);
        QVERIFY(stopped->notStarted > 0);
        QCOMPARE(stopped->failed, 0);

        world.restart();
        QVERIFY(world.resume());
        QCOMPARE(listReads(world), 0);
        const std::optional<Run> rest = world.apply();
        QVERIFY(rest);
        QCOMPARE(rest->ending, RunEnding::Completed);
        QCOMPARE(rest->failed, 0);
        QCOMPARE(listReads(world), 0);
        // Nobody was written twice and nobody was forgotten.
        QCOMPARE(world.writes(), uninterrupted);
        for (const Side side : bothSides)
            QCOMPARE(world.census(side), other.census(side));
    }

    //! Somebody may have been added by hand since.
    void anOldViewIsNotGoneOnWith()
    {
        RealWorld world;
        QVERIFY(world.check());
        QVERIFY(world.apply({.pilot = {.first = 3}}));
        world.clock().advance(50min);
        world.services().clearRequestLog();
        QVERIFY(world.resume());
        QCOMPARE(listReads(world), 0);
        world.clock().advance(20min);
        QVERIFY(world.resume());
        QVERIFY(listReads(world) > 0);
    }

    void whatIsForecastIsWhatTheServicesCount_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("pilot");
        QTest::newRow("a first sync") << 60 << 0;
        QTest::newRow("a first sync of many") << 300 << 0;
        QTest::newRow("a pilot") << 300 << 10;
    }
    void whatIsForecastIsWhatTheServicesCount()
    {
        QFETCH(const int, people);
        QFETCH(const int, pilot);
        RealWorld world({.people = people, .seed = 11});
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        const ApplyRequest request {.pilot = {.first = pilot}};
        const Forecast forecast = forecastOf(*plan, request);
        QVERIFY(forecast.total() > 0);
        QVERIFY(forecast.minutes > 0);
        QVERIFY(forecast.ofDay.right && *forecast.ofDay.right > 0);
        QVERIFY(!forecast.isBeyondToday.right);
        world.services().clearRequestLog();
        const std::optional<Run> run = world.apply(request);
        QVERIFY(run);
        const qint64 made = counted(world);
        qInfo("%s: forecast %lld, made %lld", QTest::currentDataTag(), forecast.total(), made);
        QCOMPARE(run->foreseen.left + run->foreseen.right, forecast.total());
        QCOMPARE(run->sent.left + run->sent.right, made);
        const qint64 off = std::abs(made - forecast.total());
        QVERIFY2(off * 100 <= forecast.total() * 3,
                 qPrintable(u"%1 for %2"_s.arg(made).arg(forecast.total())));
        const std::optional<Run> kept = *RunHistory(world.database(), world.clock()).find(run->id);
        QCOMPARE(kept->sent, run->sent);
        QCOMPARE(kept->foreseen, run->foreseen);
    }

    //! See Forecast: two requests for each change of a plain field, one of them the fresh read.
    void aChangeCostsAReadAndAWrite()
    {
        RealWorld world({.people = 120, .seed = 3});
        QVERIFY(world.sync());
        const QList<PerSide<RemoteId>> pairs = pairsOf(world);
        constexpr int changes = 40;
        QVERIFY(pairs.size() > changes);
        for (int i = 0; i < changes; ++i)
            givePhone(world, i % 2 == 0 ? Side::Left : Side::Right, pairs.at(i), i);
        world.clock().advance(2min);
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        QCOMPARE(plan->plan.counts.writes(), changes);
        world.services().clearRequestLog();
        QVERIFY(world.apply());
        qInfo("%d changes: %lld requests, %d of them writes", changes, counted(world),
              world.writes());
        QCOMPARE(world.writes(), changes);
        QVERIFY(counted(world) * 100 <= 2 * changes * 103);

        world.clock().advance(2min);
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.writes(), 0);
        qInfo("nothing changed: %lld requests, none of them a write", counted(world));
    }

    //! There is nothing to read of somebody who is not there yet.
    void aCreationCostsAWrite()
    {
        RealWorld world;
        QVERIFY(world.sync());
        constexpr int newcomers = 10;
        for (int i = 0; i < newcomers; ++i)
            QVERIFY(
                world.services().addPerson(Side::Right,
                                           {{u"firstName"_s, u"Newcomer%1"_s.arg(i)},
                                            {u"lastName"_s, u"Quince%1"_s.arg(i)},
                                            {u"email"_s, u"newcomer%1@pilot.example"_s.arg(i)}}));
        world.clock().advance(2min);
        QVERIFY(world.check());
        world.services().clearRequestLog();
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->created.left, newcomers);
        QCOMPARE(world.services().requestLog().writes(Side::Left), newcomers);
        QCOMPARE(world.services().requestLog().reads(Side::Left), 0);
    }

    void thePastCanBeLeftAsItIs()
    {
        RealWorld world;
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan && plan->plan.counts.writes() > 10);
        const PerSide<Records> before {records(world, Side::Left), records(world, Side::Right)};
        world.services().clearRequestLog();
        const std::optional<Run> run = world.apply({.past = ApplyRequest::Past::LeftAsItIs});
        QVERIFY(run);
        QCOMPARE(run->ending, RunEnding::Completed);
        QVERIFY(run->linked > 5);
        QCOMPARE(counted(world), 0);

        world.clock().advance(2min);
        QVERIFY(world.sync());
        QCOMPARE(world.writes(), 0);
        for (const Side side : bothSides)
            QCOMPARE(records(world, side), before[side]);

        // From now on everything travels: an edit and a newcomer.
        const QList<PerSide<RemoteId>> pairs = pairsOf(world);
        givePhone(world, Side::Right, pairs.constFirst(), 77);
        QVERIFY(world.services().addPerson(
            Side::Left, {{u"name"_s, u"Ida Newcomer"_s}, {u"email"_s, u"ida@newcomer.example"_s}}));
        world.clock().advance(2min);
        const std::optional<Run> next = world.sync();
        QVERIFY(next);
        QCOMPARE(next->created.right, 1);
        QCOMPARE(next->created.left, 0);
        QCOMPARE(next->updated.left, 1);
        QCOMPARE(next->updated.right, 0);
        QCOMPARE(world.services()
                     .person(Side::Left, pairs.constFirst().left)
                     .value("phone"_L1)
                     .toString(),
                 u"+441632960077"_s);
    }
};

QTEST_GUILESS_MAIN(TestPilot)

#include "tst_pilot.moc"
