// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultkinds.h"
#include "workspace/realworld.h"

#include <QJsonArray>
#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using Kind = sandbox::Fault::Kind;

Q_DECLARE_METATYPE(sandbox::Fault::Kind)

//! What somebody else does to the people meanwhile, and what a service makes of a value.
class TestOtherHands final : public QObject
{
    Q_OBJECT

private:
    //! Ids of two pairs that agree.
    struct Pairs
    {
        PerSide<RemoteId> first;
        PerSide<RemoteId> second;
    };

    static Pairs pairsOf(const PreparedPlanPtr &plan)
    {
        QList<PerSide<RemoteId>> pairs;
        for (const PersonPlan &person : plan->plan.people) {
            if (person.state == PersonState::InSync)
                pairs.append({plan->left.people[static_cast<std::size_t>(person.left)].id,
                              plan->right.people[static_cast<std::size_t>(person.right)].id});
        }
        return {pairs.at(0), pairs.at(1)};
    }

    static void addSides()
    {
        QTest::addColumn<Side>("side");
        QTest::newRow("officernd") << Side::Left;
        QTest::newRow("highlevel") << Side::Right;
    }

    //! With everything a service could respell.
    static void addSpelledPeople(sandbox::Sandbox &services)
    {
        QVERIFY(services.addPerson(Side::Left,
                                   {{u"name"_s, u" Rita Rewritten "_s},
                                    {u"email"_s, u"Rita@Rewritten.Example"_s},
                                    {u"phone"_s, u"+44 1632 960 123"_s},
                                    {u"tags"_s, QJsonArray {u"Night Owl"_s, u"VIP"_s}}}));
        QVERIFY(services.addPerson(Side::Right,
                                   {{u"firstName"_s, u"Saul"_s},
                                    {u"lastName"_s, u"Spelled"_s},
                                    {u"email"_s, u"Saul@Spelled.Example"_s},
                                    {u"phone"_s, u"+441632960124"_s},
                                    {u"tags"_s, QJsonArray {u"early bird"_s}}}));
    }

private Q_SLOTS:
    void mergedPeople_data() { addSides(); }
    //! One of two merged people vanishes: that is a question, and nobody is added again.
    void mergedPeople()
    {
        QFETCH(Side, side);
        RealWorld world;
        QVERIFY(world.sync());
        const Pairs pairs = pairsOf(world.check());
        const int questions = world.counts().questions;
        const qsizetype before = world.services().people(side).size();
        QVERIFY(world.services().mergePeople(side, pairs.first[side], pairs.second[side]));
        QVERIFY(world.sync());
        QVERIFY(world.counts().questions > questions);
        QCOMPARE(world.services().people(side).size(), before - 1);
        QVERIFY(!world.services().person(opposite(side), pairs.second[opposite(side)]).isEmpty());
    }

    void mergedJustBeforeTheWrite_data() { addSides(); }
    void mergedJustBeforeTheWrite()
    {
        QFETCH(Side, side);
        RealWorld world;
        QVERIFY(world.sync());
        const Pairs pairs = pairsOf(world.check());
        const Side other = opposite(side);
        QVERIFY(world.services().editPerson(other, pairs.first[other],
                                            {{u"email"_s, u"edited@elsewhere.example"_s}}));
        QVERIFY(world.check());
        const qsizetype before = world.services().people(side).size();
        const QString person = QString(u"*/"_s + pairs.first[side].text());
        world.services().failNext({side, "PUT", person, 1, 1}, {.kind = Kind::MergedAway});
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->failed, 1);
        const int questions = world.counts().questions;
        QVERIFY(world.sync());
        QCOMPARE(world.services().people(side).size(), before - 1);
        QVERIFY(world.counts().questions > questions - 1);
        const QString kept
            = world.services().person(other, pairs.first[other]).value("email"_L1).toString();
        QCOMPARE(kept, u"edited@elsewhere.example"_s);
    }

    void refusedEdits_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : {Kind::Status, Kind::MissingThoughThere, Kind::Conflict,
                                Kind::Refused422, Kind::RecordLocked})
            QTest::newRow(sandbox::factsOf(kind).name) << kind;
    }
    //! An edit that a service refuses is told, and travels with the next sync.
    void refusedEdits()
    {
        QFETCH(Kind, kind);
        RealWorld world;
        QVERIFY(world.sync());
        const Pairs pairs = pairsOf(world.check());
        const QString email = u"edited@elsewhere.example"_s;
        QVERIFY(world.services().editPerson(Side::Left, pairs.first.left, {{u"email"_s, email}}));
        QVERIFY(world.check());
        const QString person = u"*/"_s + pairs.first.right.text();
        world.services().failNext({Side::Right, "PUT", person, 1, 1},
                                  {.kind = kind, .status = 400});
        const std::optional<Run> refused = world.apply();
        QVERIFY(refused);
        QCOMPARE(refused->failed, 1);
        const std::optional<Run> again = world.sync();
        QVERIFY(again);
        QCOMPARE(again->failed, 0);
        QCOMPARE(
            world.services().person(Side::Right, pairs.first.right).value("email"_L1).toString(),
            email);
    }

    void otherSpellings_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind :
             {Kind::TagCaseChanged, Kind::PhoneRewritten, Kind::EmailLowered, Kind::TextTrimmed})
            QTest::newRow(sandbox::factsOf(kind).name) << kind;
    }
    //! What a service respells is the same value: nothing is written again, nobody is asked.
    void otherSpellings()
    {
        QFETCH(Kind, kind);
        RealWorld world;
        addSpelledPeople(world.services());
        for (const Side side : bothSides)
            world.services().failNext({side, {}, {}, 1, sandbox::FaultAim::always}, {.kind = kind});
        QVERIFY(world.check());
        const int questions = world.counts().questions;
        const std::optional<Run> run = world.apply();
        QVERIFY(run);
        QCOMPARE(run->failed, 0);
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.counts().writes(), 0);
        QCOMPARE(world.counts().questions, questions);
        QCOMPARE(world.writes(), 0);
    }

    void spelledDifferently_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("left");
        QTest::newRow("tag-case-changed")
            << u"tags"_s << QJsonValue(QJsonArray {u"NIGHT OWL"_s, u"VIP"_s});
        QTest::newRow("phone-rewritten") << u"phone"_s << QJsonValue(u"0044 1632 960 123"_s);
        QTest::newRow("email-lower-cased") << u"email"_s << QJsonValue(u"Rita@Both.Example"_s);
        QTest::newRow("text-trimmed")
            << u"address"_s << QJsonValue(QJsonObject {{u"city"_s, u" Leeds "_s}});
    }
    //! Nobody has agreed on anything yet; two spellings of one value are no difference all the
    //! same.
    void spelledDifferently()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, left);
        RealWorld world;
        QVERIFY(world.sync());
        QVERIFY(world.check());
        const int questions = world.counts().questions;
        const QJsonArray tags {u"night owl"_s, u"vip"_s};
        QJsonObject person {{u"name"_s, u"Rita Both"_s},
                            {u"email"_s, u"rita@both.example"_s},
                            {u"phone"_s, u"+441632960123"_s},
                            {u"address"_s, QJsonObject {{u"city"_s, u"Leeds"_s}}},
                            {u"tags"_s, tags}};
        person.insert(key, left);
        QVERIFY(world.services().addPerson(Side::Left, person));
        QVERIFY(world.services().addPerson(Side::Right,
                                           {{u"firstName"_s, u"Rita"_s},
                                            {u"lastName"_s, u"Both"_s},
                                            {u"email"_s, u"rita@both.example"_s},
                                            {u"phone"_s, u"+441632960123"_s},
                                            {u"city"_s, u"Leeds"_s},
                                            {u"tags"_s, tags}}));
        QVERIFY(world.check());
        QCOMPARE(world.counts().of(PersonState::Link), 1);
        QCOMPARE(world.counts().questions, questions);
        QCOMPARE(world.counts().writes(), 0);
    }

    void anotherTypeIsNotRead_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind : {Kind::Html200, Kind::WrongContentType})
            QTest::newRow(sandbox::factsOf(kind).name) << kind;
    }
    //! A network that wants a sign-in answers everything with a page of its own.
    void anotherTypeIsNotRead()
    {
        QFETCH(Kind, kind);
        RealWorld world;
        world.services().failNext({Side::Right, {}, {}, 1, sandbox::FaultAim::always},
                                  {.kind = kind});
        QVERIFY(!world.check());
        QVERIFY2(world.error().message.contains("Something other than HighLevel"_L1),
                 qPrintable(world.error().message));
    }

    void listsThatGoWrong_data()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind kind :
             {Kind::InvalidCursor, Kind::NeverSeen, Kind::EmptyPage, Kind::TotalIsZero})
            QTest::newRow(sandbox::factsOf(kind).name) << kind;
    }
    //! Nothing is planned from a list that may lack somebody.
    void listsThatGoWrong()
    {
        QFETCH(Kind, kind);
        RealWorld world({.people = 120, .seed = 7});
        // Of whom a list may show too few: the one count that is asked for is not in the way.
        const int page = kind == Kind::InvalidCursor || kind == Kind::NeverSeen ? 1 : 2;
        world.services().failNext(
            {Side::Left, "GET", u"*/members"_s, page, sandbox::FaultAim::always}, {.kind = kind});
        QVERIFY(!world.check());
        QCOMPARE(world.error().kind,
                 kind == Kind::InvalidCursor ? ErrorKind::Rejected : ErrorKind::BadReply);
        world.services().clearFaults();
        QVERIFY(world.check());
    }

    //! A row that moves while the list is read comes twice.
    void aRowSeenTwice()
    {
        RealWorld world({.people = 120, .seed = 7});
        QVERIFY(world.check());
        const PlanCounts before = world.counts();
        world.services().failNext({Side::Left, "GET", u"*/members"_s, 1, 1},
                                  {.kind = Kind::SeenTwice});
        QVERIFY2(world.check(), qPrintable(world.error().detail));
        QCOMPARE(world.counts().questions, before.questions);
        QCOMPARE(world.counts().writes(), before.writes());
    }

    //! Who was added a moment ago and is not in the list is not gone.
    void staleList()
    {
        RealWorld world;
        const std::optional<Run> run = world.sync();
        QVERIFY(run && run->created.right > 3);
        world.services().failNext(
            {Side::Right, "POST", u"/contacts/search"_s, 1, sandbox::FaultAim::always},
            {.kind = Kind::StaleList}); // the list from before they were added
        QVERIFY(world.check());
        const int questions = world.counts().questions;
        QCOMPARE(world.counts().writes(), 0);
        world.services().clearFaults();
        QVERIFY(world.check());
        QCOMPARE(questions, world.counts().questions);
    }

    //! A page as long as it may be, and not a request to find that out.
    void noPageIsRefused()
    {
        RealWorld world;
        QVERIFY(world.sync());
        const auto &entries = world.services().requestLog().entries();
        QVERIFY(std::none_of(entries.cbegin(), entries.cend(),
                             [](const auto &entry) { return entry.status == 400; }));
    }

    //! OfficeRnD lets two people share an address, HighLevel does not: one gets it, nobody is lost.
    void twoPeopleWithOneAddress()
    {
        RealWorld world;
        QVERIFY(world.sync());
        for (const QString &name : {u"Ada Sharing"_s, u"Bert Sharing"_s})
            QVERIFY(world.services().addPerson(
                Side::Left, {{u"name"_s, name}, {u"email"_s, u"both@sharing.example"_s}}));
        const std::optional<Run> run = world.sync();
        QVERIFY(run);
        QCOMPARE(run->failed, 0);
        QCOMPARE(world.services().findPeople(Side::Right, u"both@sharing.example"_s).size(), 1);
        world.services().clearRequestLog();
        QVERIFY(world.sync());
        QCOMPARE(world.writes(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOtherHands)
#include "tst_otherhands.moc"
