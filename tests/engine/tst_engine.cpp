// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/engine.h"
#include "engine/peoplerows.h"
#include "store/linkstore.h"
#include "store/settingsstore.h"
#include "support/adjustableclock.h"
#include "support/fakeservice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeService;

//! Two fake services, a real database, an engine. Edits, runs, compares.
struct World
{
    QTemporaryDir directory;
    test::AdjustableClock clock;
    Database database;
    FakeService left {Side::Left};
    FakeService right {Side::Right};
    std::unique_ptr<Engine> engine;

    World()
        : database(*Database::open(directory.filePath(u"twinbook.db"_s), Database::Mode::ReadWrite))
    {
        restart();
    }

    void restart() { engine = std::make_unique<Engine>(left, right, database, clock); }

    PreparedPlanPtr check()
    {
        QSignalSpy ready(engine.get(), &Engine::planReady);
        QSignalSpy failed(engine.get(), &Engine::failed);
        engine->checkForChanges();
        if (!QTest::qWaitFor([&] { return !ready.isEmpty() || !failed.isEmpty(); }, 10'000)
            || ready.isEmpty())
            return nullptr;
        return engine->plan();
    }

    Run apply(const ApplyRequest &request = {})
    {
        QSignalSpy finished(engine.get(), &Engine::runFinished);
        QSignalSpy failed(engine.get(), &Engine::failed);
        engine->apply(request);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 10'000)
            || finished.isEmpty())
            return {};
        return finished.constFirst().constFirst().value<Run>();
    }

    Run sync()
    {
        check();
        return apply();
    }

    void answer(qsizetype index, const Answer &answer)
    {
        const Decision decision = DecisionStore(database, clock).open()->at(index);
        Answer complete = answer;
        complete.seenLeft = decision.question.left;
        complete.seenRight = decision.question.right;
        engine->answer(decision.id, complete);
    }

    VerifyReport verify()
    {
        QSignalSpy verified(engine.get(), &Engine::verified);
        engine->verify();
        if (!QTest::qWaitFor([&] { return !verified.isEmpty(); }, 10'000))
            return {};
        return verified.constFirst().constFirst().value<VerifyReport>();
    }

    [[nodiscard]] const PlanCounts &counts() const { return engine->plan()->plan.counts; }
};

class TestEngine final : public QObject
{
    Q_OBJECT

    static RemoteId jane(World &world)
    {
        return world.left.add({{u"name"_s, u"Jane Doe"_s},
                               {u"email"_s, u"jane@x.com"_s},
                               {u"phone"_s, u"+15550102233"_s}});
    }

    static RemoteId janeAtHighLevel(World &world)
    {
        return world.right.add({{u"firstName"_s, u"Jane"_s},
                                {u"lastName"_s, u"Doe"_s},
                                {u"email"_s, u"jane@x.com"_s},
                                {u"phone"_s, u"+15550102233"_s}});
    }

private Q_SLOTS:
    void createsWhoIsMissingOnEitherSideAndThenKeepsQuiet()
    {
        World world;
        jane(world);
        world.right.add(
            {{u"firstName"_s, u"Sam"_s}, {u"lastName"_s, u"Hill"_s}, {u"email"_s, u"sam@h.io"_s}});
        world.check();
        QCOMPARE(world.counts().created.right, 1);
        QCOMPARE(world.counts().created.left, 1);
        QCOMPARE(world.left.writes + world.right.writes, 0);

        const Run run = world.apply();
        QCOMPARE(run.ending, RunEnding::Completed);
        QCOMPARE(run.created.left, 1);
        QCOMPARE(run.created.right, 1);
        QCOMPARE(world.left.people().size(), 2);
        QCOMPARE(world.right.people().size(), 2);

        world.left.writes = world.right.writes = 0;
        world.sync();
        QCOMPARE(world.counts().of(PersonState::InSync), 2);
        QCOMPARE(world.left.writes + world.right.writes, 0);
    }

    void carriesAnEditAcrossOnceAndNoEcho()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        QCOMPARE(world.left.writes + world.right.writes, 0);
        world.left.edit(left, u"phone"_s, FieldValue(u"(555) 010-9999"_s));
        world.sync();
        QCOMPARE(world.right.text(right, u"phone"_s), u"+15550109999"_s);
        QCOMPARE(world.right.writes, 1);
        world.sync();
        world.sync();
        QCOMPARE(world.left.writes, 0);
        QCOMPARE(world.right.writes, 1);
        QCOMPARE(world.left.text(left, u"phone"_s), u"(555) 010-9999"_s);
    }

    void asksWhenBothChangedAndCarriesOutTheAnswer()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        world.right.edit(right, u"phone"_s, FieldValue(u"+15550100002"_s));
        world.sync();
        QCOMPARE(world.counts().questions, 1);
        QCOMPARE(world.left.writes + world.right.writes, 0);

        world.answer(0, Answer {Choice::UseRight, {}, {}, {}});
        world.sync();
        QCOMPARE(world.left.text(left, u"phone"_s), u"+15550100002"_s);
        QCOMPARE(world.right.text(right, u"phone"_s), u"+15550100002"_s);
        QCOMPARE(world.counts().questions, 0);
    }

    void anAnswerHoldsOnlyForTheValuesItWasGivenFor()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        world.right.edit(right, u"phone"_s, FieldValue(u"+15550100002"_s));
        world.check();
        world.answer(0, Answer {Choice::UseRight, {}, {}, {}});
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100003"_s));
        world.sync();
        QCOMPARE(world.counts().questions, 1);
        QCOMPARE(world.left.text(left, u"phone"_s), u"+15550100003"_s);
    }

    void writesNothingOverAnEditMadeAfterThePreview()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        world.check();
        world.right.edit(right, u"phone"_s, FieldValue(u"+15550100002"_s));
        const Run run = world.apply();
        QCOMPARE(run.needsYou, 1);
        QCOMPARE(world.right.text(right, u"phone"_s), u"+15550100002"_s);
        QCOMPARE(world.counts().questions, 1);
    }

    void aCreationWithoutAnAnswerIsNeverRepeated_data()
    {
        QTest::addColumn<int>("fate");
        QTest::newRow("it had happened") << static_cast<int>(FakeService::Fate::LostAfter);
        QTest::newRow("it had not happened") << static_cast<int>(FakeService::Fate::LostBefore);
    }

    void aCreationWithoutAnAnswerIsNeverRepeated()
    {
        QFETCH(const int, fate);
        World world;
        // Neither e-mail nor phone: nothing but the journal can tell.
        world.left.add({{u"name"_s, u"Li Wei"_s}});
        world.right.setFates({static_cast<FakeService::Fate>(fate)});
        const Run first = world.sync();
        QCOMPARE(first.failed, 1);
        world.restart();
        if (world.right.people().isEmpty()) {
            // Not to be seen yet is no proof: the service may need a minute to show it.
            QCOMPARE(world.sync().failed, 1);
            QCOMPARE(world.right.people().size(), 0);
            world.clock.advance(std::chrono::minutes(3));
        }
        world.sync();
        QCOMPARE(world.right.people().size(), 1);
        QCOMPARE(world.counts().of(PersonState::InSync), 1);
    }

    void aRefusedPersonDoesNotKeepTheOthersWaiting()
    {
        World world;
        for (int i = 0; i < 10; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.right.setFates({FakeService::Fate::Works, FakeService::Fate::Refused});
        const Run run = world.sync();
        QCOMPARE(run.ending, RunEnding::Completed);
        QCOMPARE(run.failed, 1);
        QCOMPARE(run.created.right, 9);
        QCOMPARE(*PeopleTable(world.database).count({.states = {RowState::Failed}}), 1);
        world.sync();
        QCOMPARE(world.right.people().size(), 10);
    }

    void aListThatEndsEarlyChangesNothing_data()
    {
        QTest::addColumn<int>("list");
        QTest::newRow("cut short") << static_cast<int>(FakeService::List::CutShort);
        QTest::newRow("empty") << static_cast<int>(FakeService::List::Empty);
        QTest::newRow("signed out") << static_cast<int>(FakeService::List::SignedOut);
    }

    void aListThatEndsEarlyChangesNothing()
    {
        QFETCH(const int, list);
        World world;
        for (int i = 0; i < 20; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.sync();
        world.left.writes = world.right.writes = 0;
        world.right.setNextList(static_cast<FakeService::List>(list));
        QSignalSpy failed(world.engine.get(), &Engine::failed);
        world.check();
        world.apply();
        QVERIFY(!failed.isEmpty() || !world.engine->plan()->plan.stops.empty());
        QCOMPARE(world.left.writes + world.right.writes, 0);
        QCOMPARE(world.left.people().size(), 20);
        world.sync();
        QCOMPARE(world.left.writes + world.right.writes, 0);
        QCOMPARE(world.counts().of(PersonState::InSync), 20);
    }

    void whoIsGoneIsAskedAboutAndNotDeleted()
    {
        World world;
        const RemoteId left = jane(world);
        for (int i = 0; i < 20; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.sync();
        world.left.remove(left);
        world.sync();
        QCOMPARE(world.counts().questions, 1);
        QCOMPARE(world.right.people().size(), 21);
        world.answer(0, Answer {Choice::AddAgain, {}, {}, {}});
        world.sync();
        QCOMPARE(world.left.people().size(), 21);
        QCOMPARE(world.right.people().size(), 21);
        QCOMPARE(world.counts().of(PersonState::InSync), 21);
    }

    void whoReappearsHealsItself()
    {
        World world;
        const RemoteId left = jane(world);
        for (int i = 0; i < 20; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.sync();
        const RemoteRecord kept = world.left.people().value(left);
        world.left.remove(left);
        world.sync();
        QCOMPARE(world.counts().questions, 1);
        world.left.putBack(kept);
        world.sync();
        QCOMPARE(world.counts().questions, 0);
        QCOMPARE(world.counts().of(PersonState::InSync), 21);
    }

    void namesFromTheSearchIndexAreReadInFullBeforeTheyAreUsed()
    {
        World world;
        world.right.setListFidelity(Fidelity::SearchHit);
        const RemoteId right
            = world.right.add({{u"firstName"_s, u"Zoë"_s}, {u"lastName"_s, u"McArthur"_s}});
        world.sync();
        QCOMPARE(world.left.people().size(), 1);
        QCOMPARE(world.left.people().first().fields.value(u"name"_s).text(), u"Zoë McArthur"_s);
        world.right.reads = 0;
        world.sync();
        QCOMPARE(world.right.reads, 1); // the list; nobody is read again
        QCOMPARE(world.right.text(right, u"firstName"_s), u"Zoë"_s);
    }

    void namesFromTheSearchIndexAreShownAsOfficeRnDSpellsThem()
    {
        World world;
        jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.right.setListFidelity(Fidelity::SearchHit);
        const PreparedPlanPtr plan = world.check();
        QVERIFY(plan);
        const PeopleRow row = peopleRows(*plan, {}).constFirst();
        QCOMPARE(row.halves.right.id, right);
        QCOMPARE(row.halves.right.name, u"Jane Doe"_s);
    }

    void stopsBetweenTwoPeopleAndGoesOnLater()
    {
        World world;
        for (int i = 0; i < 40; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.check();
        QSignalSpy finished(world.engine.get(), &Engine::runFinished);
        connect(
            world.engine.get(), &Engine::personWritten, this, [&] { world.engine->stop(); },
            Qt::SingleShotConnection);
        world.engine->apply({});
        QTRY_COMPARE(finished.size(), 1);
        const Run run = finished.constFirst().constFirst().value<Run>();
        QCOMPARE(run.ending, RunEnding::Stopped);
        QVERIFY(run.notStarted > 0);
        QCOMPARE(run.created.right + run.notStarted, 40);
        world.sync();
        QCOMPARE(world.right.people().size(), 40);
    }

    void pausesAndResumes()
    {
        World world;
        for (int i = 0; i < 40; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.check();
        QSignalSpy finished(world.engine.get(), &Engine::runFinished);
        connect(
            world.engine.get(), &Engine::personWritten, this, [&] { world.engine->pause(); },
            Qt::SingleShotConnection);
        world.engine->apply({});
        QTRY_COMPARE(world.engine->phase(), EnginePhase::Paused);
        const qsizetype written = world.right.people().size();
        QVERIFY(written < 40);
        QTest::qWait(50);
        QCOMPARE(world.right.people().size(), written);
        world.engine->resume();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(world.right.people().size(), 40);
    }

    void aPilotIsKept()
    {
        World world;
        for (int i = 0; i < 10; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.check();
        const Run run = world.apply({.pilot = {.first = 3}});
        QCOMPARE(run.created.right, 3);
        QCOMPARE(run.outside, 7);
        QCOMPARE(run.notStarted, 0);
        QCOMPARE(world.right.people().size(), 3);
    }

    void whoIsUntickedIsNotWritten()
    {
        World world;
        for (int i = 0; i < 3; ++i)
            world.left.add(
                {{u"name"_s, u"Person %1"_s.arg(i)}, {u"email"_s, u"p%1@x.com"_s.arg(i)}});
        world.check();
        world.apply({.leftOut = {1}});
        QCOMPARE(world.right.people().size(), 2);
    }

    void tagsMergeByElementAndKeepTheirSpelling()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.left.edit(left, u"tags"_s, FieldValue(QStringList {u"Sofia"_s, u"VIP"_s}));
        world.right.edit(right, u"tags"_s, FieldValue(QStringList {u"lead"_s}));
        world.sync();
        QCOMPARE(world.left.text(left, u"tags"_s), u"Sofia, VIP, lead"_s);
        QCOMPARE(world.right.text(right, u"tags"_s), u"lead, sofia, vip"_s);
        world.right.edit(right, u"tags"_s, FieldValue(QStringList {u"lead"_s, u"vip"_s}));
        world.sync();
        QCOMPARE(world.left.text(left, u"tags"_s), u"VIP, lead"_s);
        const int writes = world.left.writes + world.right.writes;
        world.sync();
        QCOMPARE(world.left.writes + world.right.writes, writes);
    }

    void aSharedMailboxIsGivenToOnePersonOnly()
    {
        World world;
        for (const QString &name : {u"Ann Able"_s, u"Bob Baker"_s}) {
            const QString phone = name.startsWith(u'A') ? u"+15550100001"_s : u"+15550100002"_s;
            world.left.add({{u"name"_s, name}, {u"email"_s, u"info@x.com"_s}, {u"phone"_s, phone}});
            world.right.add({{u"firstName"_s, name.section(u' ', 0, 0)},
                             {u"lastName"_s, name.section(u' ', 1)},
                             {u"phone"_s, phone}});
        }
        world.check();
        QCOMPARE(world.counts().updated.right, 1);
        QCOMPARE(world.counts().heldBack, 1);
        world.apply();
        QCOMPARE(world.right.writes, 1);
        world.sync();
        QCOMPARE(world.right.writes, 1);
    }

    void verificationNamesEachDifferenceAndWhy()
    {
        World world;
        const RemoteId left = jane(world);
        janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"companyName"_s, FieldValue(u"Acme"_s));
        world.check();
        QSignalSpy verified(world.engine.get(), &Engine::verified);
        world.engine->verify();
        QTRY_COMPARE(verified.size(), 1);
        const auto report = verified.constFirst().constFirst().value<VerifyReport>();
        QCOMPARE(report.compared, 1);
        QCOMPARE(report.equal, 0);
        QCOMPARE(report.differences.size(), 1);
        QCOMPARE(report.differences.front().reason, FieldReason::CannotBeWritten);
        QCOMPARE(report.differences.front().standing, VerifyReport::Standing::Rule);
    }

    void aVerificationTellsDriftFromQuestionsAndFromWhoIsLeftOut()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        const RemoteId alone
            = world.left.add({{u"name"_s, u"Li Wei"_s}, {u"email"_s, u"li@wei.example"_s}});
        world.check();
        DecisionStore decisions(world.database, world.clock);
        QVERIFY(decisions.leaveOut(Side::Left, alone));
        world.sync();
        const VerifyReport agreed = world.verify();
        QCOMPARE(agreed.verdict(), VerifyReport::Verdict::Agreement);
        QCOMPARE(agreed.drifted, 0);
        QCOMPARE(agreed.onlyLeft, 1);
        QCOMPARE(agreed.oneSided.front().why, VerifyReport::Alone::LeftOut);
        QVERIFY(agreed.mappingVersion > 0);

        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        const VerifyReport drifted = world.verify();
        QCOMPARE(drifted.verdict(), VerifyReport::Verdict::Disagreement);
        QCOMPARE(drifted.figures().drift(), 1.0);

        world.right.edit(right, u"phone"_s, FieldValue(u"+15550100002"_s));
        const VerifyReport asked = world.verify();
        QCOMPARE(asked.verdict(), VerifyReport::Verdict::QuestionsOnly);
        QCOMPARE(asked.drifted, 0);
        QCOMPARE(asked.figures().questions, 1);

        const auto kept = Verifications(world.database, world.clock).newest(10);
        QVERIFY(kept);
        QCOMPARE(kept->size(), 3);
        QCOMPARE(kept->at(0).questions, 1);
        QCOMPARE(kept->at(1).drifted, 1);
        QCOMPARE(kept->at(2).digest, agreed.digest);
        QCOMPARE(world.left.writes + world.right.writes, 0);
    }

    void theDigestOfAStateIsTheSameUntilAValueChanges()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        const QString digest = world.verify().digest;
        QCOMPARE(digest.size(), 64);
        world.clock.advance(std::chrono::hours(5));
        // Saved without a change, and so told by the search index alone, with names in lower case.
        world.right.edit(right, u"phone"_s, FieldValue(u"+15550102233"_s));
        world.right.setListFidelity(Fidelity::SearchHit);
        QCOMPARE(world.verify().digest, digest);
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        QVERIFY(world.verify().digest != digest);
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550102233"_s));
        QCOMPARE(world.verify().digest, digest);
    }

    void everyWriteIsInTheHistoryWithBeforeAndAfter()
    {
        World world;
        const RemoteId left = jane(world);
        janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        const Run run = world.sync();
        const QList<ChangeEntry> changes = *RunHistory(world.database, world.clock).changes(run.id);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.constFirst().field, u"phone"_s);
        QCOMPARE(changes.constFirst().before.text(), u"+15550102233"_s);
        QCOMPARE(changes.constFirst().after.text(), u"+15550100001"_s);
        QCOMPARE(changes.constFirst().person, u"Jane Doe"_s);
    }

    void aWriteWhoseAnswerWasLostIsInTheHistoryOnceRecovered_data()
    {
        QTest::addColumn<int>("fate");
        QTest::addColumn<int>("rows");
        QTest::newRow("it had happened") << static_cast<int>(FakeService::Fate::LostAfter) << 1;
        QTest::newRow("it had not happened")
            << static_cast<int>(FakeService::Fate::LostBefore) << 0;
    }

    void aWriteWhoseAnswerWasLostIsInTheHistoryOnceRecovered()
    {
        QFETCH(const int, fate);
        QFETCH(const int, rows);
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.sync();
        world.left.edit(left, u"phone"_s, FieldValue(u"+15550100001"_s));
        world.right.setFates({static_cast<FakeService::Fate>(fate)});
        const Run run = world.sync();
        QCOMPARE(run.failed, 1);
        world.restart();
        world.check();
        const QList<ChangeEntry> changes = *RunHistory(world.database, world.clock).changes(run.id);
        QCOMPARE(changes.size(), rows);
        if (rows == 0)
            return;
        const ChangeEntry &change = changes.constFirst();
        QCOMPARE(change.knownBy, ChangeEntry::KnownBy::Recovery);
        QCOMPARE(change.record, right);
        QCOMPARE(change.counterpart, left);
        QCOMPARE(change.field, u"phone"_s);
        QCOMPARE(change.before.text(), u"+15550102233"_s);
        QCOMPARE(change.after.text(), u"+15550100001"_s);
        QCOMPARE(change.person, u"Jane Doe"_s);
        QCOMPARE(change.reason, u"changed-in-officernd"_s);
        QCOMPARE(change.beforeFields, (FieldMap {{u"phone"_s, FieldValue(u"+15550102233"_s)}}));
    }

    void aCreationWhoseAnswerWasLostIsInTheHistoryOnceRecovered()
    {
        World world;
        const RemoteId left = jane(world);
        world.right.setFates({FakeService::Fate::LostAfter});
        const Run run = world.sync();
        QCOMPARE(run.failed, 1);
        world.check();
        RunHistory history(world.database, world.clock);
        const QList<ChangeEntry> changes = *history.changes(run.id);
        QCOMPARE(changes.size(), 3);
        for (const ChangeEntry &change : changes) {
            QCOMPARE(change.knownBy, ChangeEntry::KnownBy::Recovery);
            QCOMPARE(change.write, ChangeEntry::Write::Create);
            QCOMPARE(change.record, world.right.people().firstKey());
            QCOMPARE(change.counterpart, left);
        }
        const QList<LinkEntry> links = *history.linkChanges(run.id);
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.constFirst().left, left);
        QCOMPARE(links.constFirst().act, LinkEntry::Act::Linked);
    }

    void everyLinkIsInTheHistory()
    {
        World world;
        const RemoteId left = jane(world);
        const RemoteId right = janeAtHighLevel(world);
        world.left.add({{u"name"_s, u"John Roe"_s}, {u"email"_s, u"john@x.com"_s}});
        const Run run = world.sync();
        const QList<LinkEntry> links = *RunHistory(world.database, world.clock).linkChanges(run.id);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links.constFirst().left, left);
        QCOMPARE(links.constFirst().right, right);
        QCOMPARE(links.constFirst().person, u"Jane Doe"_s);
        QCOMPARE(links.constFirst().reason, u"email"_s);
        QCOMPARE(links.constLast().person, u"John Roe"_s);
        QCOMPARE(links.constLast().reason, u"new-person"_s);
    }

    //! A click in the moment after a run, while the engine plans from what it has just seen.
    void aLookAskedForWhilePlanningAgainIsNotLost()
    {
        World world;
        jane(world);
        QVERIFY(world.check());
        world.left.add({{u"name"_s, u"John Roe"_s}, {u"email"_s, u"john@x.com"_s}});
        QSignalSpy ready(world.engine.get(), &Engine::planReady);
        world.engine->planAgain();
        QVERIFY(world.engine->phase() != EnginePhase::Idle);
        world.engine->checkForChanges();
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(world.counts().created.right, 2);
    }

    void aMappingChangedDuringALookIsUsed()
    {
        World world;
        jane(world);
        QVERIFY(world.check());
        MappingProfile without = world.engine->plan()->projection.profile();
        without.rows.removeIf([](const FieldMapping &row) { return row.role == FieldRole::Phone; });
        QSignalSpy ready(world.engine.get(), &Engine::planReady);
        world.engine->checkForChanges();
        world.engine->setMapping(without);
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(world.engine->plan()->projection.profile(), without);
        QCOMPARE(world.engine->phase(), EnginePhase::Idle);
    }

    void automaticSyncNeedsAnAppliedPreviewFirst()
    {
        World world;
        jane(world);
        QCOMPARE(world.engine->schedule().consent, AutomationConsent::NotYet);
        world.engine->setSchedule(
            {ScheduleSettings::Mode::Automatic, std::chrono::minutes(15), {}});
        QVERIFY(!world.engine->schedule().nextRun.isValid());
        world.sync();
        QCOMPARE(world.engine->schedule().consent, AutomationConsent::Given);
        QVERIFY(world.engine->schedule().nextRun.isValid());
    }

    void aRunThatWasCutOffIsToldAtTheNextStart()
    {
        World world;
        jane(world);
        world.check();
        {
            RunHistory history(world.database, world.clock);
            QVERIFY(history.begin(RunTrigger::Person).has_value());
        }
        world.restart();
        world.check();
        const QList<Run> runs = *RunHistory(world.database, world.clock).newest(1);
        QCOMPARE(runs.constFirst().ending, RunEnding::CutOff);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
