// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"
#include "store/restorepoints.h"
#include "store/retention.h"
#include "store/runhistory.h"
#include "storefixture.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

namespace {

constexpr auto day = std::chrono::hours(24);

RunId ended(RunHistory &history, RunId id, RunEnding ending, RunId undone = {})
{
    Run run {.id = id};
    run.ending = ending;
    run.undoneRun = undone;
    (void)history.update(run);
    return id;
}

void log(RunHistory &history, RunId run)
{
    VERIFY_GOOD(history.log({{.run = run, .record = RemoteId(u"r"_s), .field = u"a"_s}}));
    LinkEntry link;
    link.run = run;
    link.left = RemoteId(u"l"_s);
    link.right = RemoteId(u"r"_s);
    VERIFY_GOOD(history.logLink(link));
}

} // namespace

//! What is forgotten, what is not, and the copies to go back to.
class RetentionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreKeptWithinTheirBounds();
    void forgetsWhatIsTooOld();
    void keepsWhatAnOpenUndoNeeds();
    void keepsWhatAnUnsettledWriteNeeds();
    void sizeIsBounded();
    void goesBackAndForthBetweenRestorePoints();
    void keepsTheNewestCopiesOnlyAndPrivate();
    void aCopyThatIsNotThereChangesNothing();
};

void RetentionTest::daysAreKeptWithinTheirBounds()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Retention retention(database, clock);
    QCOMPARE(retention.days().value(), 30);
    for (const int days : {7, 45, 90}) {
        VERIFY_GOOD(retention.setDays(days));
        QCOMPARE(retention.days().value(), days);
    }
    for (const int days : {6, 91, 0, -1}) {
        QCOMPARE(retention.setDays(days).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(retention.days().value(), 90);
    }
}

void RetentionTest::forgetsWhatIsTooOld()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    const RunId old
        = ended(history, history.begin(RunTrigger::Person).value(), RunEnding::Completed);
    log(history, old);
    clock.advance(29 * day);
    const RunId recent
        = ended(history, history.begin(RunTrigger::Person).value(), RunEnding::Completed);
    log(history, recent);
    Retention retention(database, clock);
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(old)->size(), 1);
    clock.advance(2 * day);
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(old)->size(), 0);
    QCOMPARE(history.linkChanges(old)->size(), 0);
    QCOMPARE(history.changes(recent)->size(), 1);
    QCOMPARE(history.linkChanges(recent)->size(), 1);
    QVERIFY(history.find(old)->has_value()); // the run itself stays in the list
}

void RetentionTest::keepsWhatAnOpenUndoNeeds()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    const RunId old
        = ended(history, history.begin(RunTrigger::Person).value(), RunEnding::Completed);
    log(history, old);
    clock.advance(31 * day);
    const RunId undo = history.beginUndo(RunTrigger::Person, old).value();
    Retention retention(database, clock);
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(old)->size(), 1);
    VERIFY_GOOD(history.closeCutOff());
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(old)->size(), 1);
    ended(history, undo, RunEnding::Completed, old);
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(old)->size(), 0);
}

void RetentionTest::keepsWhatAnUnsettledWriteNeeds()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    const RunId run = history.begin(RunTrigger::Person).value();
    log(history, run);
    Journal journal(database, clock);
    ChangeEntry planned;
    planned.person = u"Ana Ruíz"_s;
    planned.field = u"phone"_s;
    planned.before = FieldValue(u"1"_s);
    planned.after = FieldValue(u"2"_s);
    planned.reason = u"changed-in-officernd"_s;
    planned.beforeFields = {{u"phone"_s, FieldValue(u"1"_s)}, {u"other"_s, FieldValue()}};
    const auto intent
        = journal.intend({.run = run, .record = RemoteId(u"r"_s), .history = {planned}});
    VERIFY_GOOD(intent);
    clock.advance(100 * day);
    Retention retention(database, clock);
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(run)->size(), 1);
    const Intent open = journal.unsettled()->constFirst();
    QCOMPARE(open.history.size(), 1);
    QCOMPARE(open.history.constFirst().person, planned.person);
    QCOMPARE(open.history.constFirst().before, planned.before);
    QCOMPARE(open.history.constFirst().after, planned.after);
    QCOMPARE(open.history.constFirst().reason, planned.reason);
    QCOMPARE(open.history.constFirst().beforeFields, planned.beforeFields);
    VERIFY_GOOD(journal.setOutcome(*intent, IntentState::Settled, {}, {}));
    VERIFY_GOOD(retention.prune());
    QCOMPARE(history.changes(run)->size(), 0);
    QSqlQuery left(database.connection());
    QVERIFY(left.exec(u"SELECT count(*) FROM intent"_s) && left.next());
    QCOMPARE(left.value(0).toInt(), 0);
}

void RetentionTest::sizeIsBounded()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    for (int i = 0; i < 20; ++i) {
        log(history,
            ended(history, history.begin(RunTrigger::Person).value(), RunEnding::Completed));
        clock.advance(1min);
    }
    VERIFY_GOOD(Retention(database, clock).prune(5));
    for (int run = 1; run <= 20; ++run)
        QCOMPARE(history.changes(RunId(run))->size(), run > 15 ? 1 : 0);
}

void RetentionTest::goesBackAndForthBetweenRestorePoints()
{
    StoreFolder folder;
    const RestorePoints points(folder.path());
    const HandClock clock;
    {
        const Database database = folder.open();
        VERIFY_GOOD(points.make(database, RunId(1)));
        VERIFY_GOOD(RunHistory(database, clock).begin(RunTrigger::Person));
    }
    VERIFY_GOOD(points.goBackTo(RunId(1)));
    {
        const Database database = folder.open();
        QVERIFY(RunHistory(database, clock).newest(1)->isEmpty());
    }
    // What was there a moment ago is a restore point too.
    QCOMPARE(points.list().constFirst().run, RunId(2));
    VERIFY_GOOD(points.goBackTo(RunId(2)));
    const Database database = folder.open();
    QCOMPARE(RunHistory(database, clock).newest(1)->size(), 1);
}

void RetentionTest::keepsTheNewestCopiesOnlyAndPrivate()
{
    StoreFolder folder;
    const RestorePoints points(folder.path());
    const Database database = folder.open();
    for (int run = 1; run <= 12; ++run)
        VERIFY_GOOD(points.make(database, RunId(run)));
    QCOMPARE(points.list().size(), RestorePoints::mostKept);
    QCOMPARE(points.list().constFirst().run, RunId(12));
    const QDir restore(folder.folder() + u"/restore"_s);
    const QFileInfoList files = restore.entryInfoList(QDir::Files);
    QCOMPARE(files.size(), RestorePoints::mostKept);
    constexpr auto others
        = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    for (const QFileInfo &file : files)
        QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(restore.path()).permissions() & others));
}

void RetentionTest::aCopyThatIsNotThereChangesNothing()
{
    StoreFolder folder;
    const HandClock clock;
    {
        const Database database = folder.open();
        VERIFY_GOOD(RunHistory(database, clock).begin(RunTrigger::Person));
    }
    const RestorePoints points(folder.path());
    QCOMPARE(points.goBackTo(RunId(9)).error().kind, ErrorKind::InvalidInput);
    QVERIFY(points.list().isEmpty());
    const Database database = folder.open();
    QCOMPARE(RunHistory(database, clock).newest(1)->size(), 1);
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
