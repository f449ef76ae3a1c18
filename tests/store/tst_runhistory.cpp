// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/runhistory.h"
#include "storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

class RunHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWholeRun();
    void numbersCountFromOne();
    void endingGetsItsTime();
    void cutOffRunsAreClosed();
    void lastCompletedSkipsOthers();
    void keepsChanges();
    void changesNeedTheirRun();
};

void RunHistoryTest::keepsTheWholeRun()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    const auto id = history.begin(RunTrigger::CommandLine);
    VERIFY_GOOD(id);
    const Run begun {.id = *id, .trigger = RunTrigger::CommandLine, .startedAt = clock.now()};
    QCOMPARE(history.newest(1)->first(), begun);

    const Run run {.id = *id,
                   .trigger = RunTrigger::CommandLine,
                   .ending = RunEnding::Failed,
                   .startedAt = begun.startedAt,
                   .endedAt = begun.startedAt.addSecs(61),
                   .created = {1, 2},
                   .updated = {3, 4},
                   .linked = 5,
                   .needsYou = 6,
                   .failed = 7,
                   .notStarted = 8,
                   .error = u"HighLevel could not be reached."_s,
                   .errorDetail = u"GET /contacts"_s};
    VERIFY_GOOD(history.update(run));
    QCOMPARE(history.newest(1)->first(), run);
    Run nobody = run;
    nobody.id = RunId(77);
    QCOMPARE(history.update(nobody).error().kind, ErrorKind::Bug);
}

void RunHistoryTest::numbersCountFromOne()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistory history(database, clock);
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(history.begin(RunTrigger::Person).value(), RunId(i));
    const auto newest = history.newest(2);
    VERIFY_GOOD(newest);
    QCOMPARE(newest->size(), 2);
    QCOMPARE(newest->first().id, RunId(3));
    QCOMPARE(newest->last().id, RunId(2));
}

void RunHistoryTest::endingGetsItsTime()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    Run run {.id = history.begin(RunTrigger::Schedule).value(), .trigger = RunTrigger::Schedule};
    run.linked = 3;
    VERIFY_GOOD(history.update(run));
    QVERIFY(!history.newest(1)->first().endedAt.isValid());
    clock.advance(5min);
    run.ending = RunEnding::Completed;
    VERIFY_GOOD(history.update(run));
    QCOMPARE(history.newest(1)->first().endedAt, clock.now());
}

void RunHistoryTest::cutOffRunsAreClosed()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    QVERIFY(!history.closeCutOff().value());
    Run first {.id = history.begin(RunTrigger::Person).value()};
    first.ending = RunEnding::Completed;
    VERIFY_GOOD(history.update(first));
    QVERIFY(history.begin(RunTrigger::Person).has_value());
    QVERIFY(history.begin(RunTrigger::Schedule).has_value());
    clock.advance(1h);
    const auto cut = history.closeCutOff();
    VERIFY_GOOD(cut);
    QVERIFY(cut->has_value());
    QCOMPARE((*cut)->id, RunId(3));
    QCOMPARE((*cut)->ending, RunEnding::CutOff);
    QCOMPARE(history.newest(1)->first(), **cut);
    QCOMPARE(history.newest(2)->last().ending, RunEnding::CutOff);
    QCOMPARE(history.newest(3)->last().ending, RunEnding::Completed);
    QVERIFY(!history.closeCutOff().value());
}

void RunHistoryTest::lastCompletedSkipsOthers()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistory history(database, clock);
    QVERIFY(!history.lastCompleted().value());
    for (const RunEnding ending : {RunEnding::Completed, RunEnding::Completed, RunEnding::Stopped,
                                   RunEnding::Failed, RunEnding::Running}) {
        Run run {.id = history.begin(RunTrigger::Person).value()};
        run.ending = ending;
        VERIFY_GOOD(history.update(run));
    }
    QCOMPARE(history.lastCompleted().value()->id, RunId(2));
}

void RunHistoryTest::keepsChanges()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistory history(database, clock);
    const RunId run = history.begin(RunTrigger::Person).value();
    const RunId other = history.begin(RunTrigger::Person).value();
    const ChangeEntry entry {.run = run,
                             .at = clock.now().addSecs(-5),
                             .side = Side::Right,
                             .record = RemoteId(u"r1"_s),
                             .person = u"Ana Ruíz"_s,
                             .field = u"tags"_s,
                             .before = FieldValue(),
                             .after = FieldValue(QStringList {u"vip"_s}),
                             .reason = u"fills-empty"_s};
    ChangeEntry second = entry;
    second.side = Side::Left;
    second.at = {};
    VERIFY_GOOD(history.log({entry, second}));
    VERIFY_GOOD(history.log({}));
    const auto changes = history.changes(run);
    VERIFY_GOOD(changes);
    QCOMPARE(changes->size(), 2);
    const ChangeEntry &first = changes->first();
    QCOMPARE(first.run, entry.run);
    QCOMPARE(first.at, entry.at);
    QCOMPARE(first.side, entry.side);
    QCOMPARE(first.record, entry.record);
    QCOMPARE(first.person, entry.person);
    QCOMPARE(first.field, entry.field);
    QCOMPARE(first.before, entry.before);
    QCOMPARE(first.after, entry.after);
    QCOMPARE(first.reason, entry.reason);
    QCOMPARE(changes->last().side, Side::Left);
    QCOMPARE(changes->last().at, clock.now());
    QVERIFY(history.changes(other)->isEmpty());
}

void RunHistoryTest::changesNeedTheirRun()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistory history(database, clock);
    const ChangeEntry stray {.run = RunId(4), .record = RemoteId(u"r"_s), .field = u"a"_s};
    QCOMPARE(history.log({stray}).error().kind, ErrorKind::Bug);
}

QTEST_GUILESS_MAIN(RunHistoryTest)
#include "tst_runhistory.moc"
