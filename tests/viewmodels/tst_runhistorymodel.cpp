// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/runchangesmodel.h"
#include "viewmodels/runhistorymodel.h"

#include "store/settingsstore.h"
#include "store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

QString printed(const QAbstractItemModel &model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(u'|');
}

} // namespace

class RunHistoryModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsEveryKindOfRun();
    void neverCallsAPartialRunGood();
    void tellsARunInSentences();
    void printsTheChangesOfOneRun();
    void keepsTheRulesOfModels();
};

void RunHistoryModelTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void RunHistoryModelTest::printsEveryKindOfRun()
{
    const StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    RunHistory history(database, clock);
    const auto add = [&](RunTrigger trigger, RunEnding ending, int seconds, const Run &counts) {
        Run run = counts;
        const auto id = history.begin(trigger);
        QVERIFY(id);
        run.id = *id;
        run.trigger = trigger;
        run.ending = ending;
        run.startedAt = clock.now();
        clock.advance(std::chrono::seconds(seconds));
        run.endedAt = clock.now();
        QVERIFY(history.update(run));
    };
    Run some;
    some.created.right = 12;
    some.updated = {.left = 12, .right = 18};
    some.needsYou = 3;
    add(RunTrigger::Schedule, RunEnding::Completed, 8, some);
    some.failed = 1;
    add(RunTrigger::Person, RunEnding::Completed, 75, some);
    some.notStarted = 5;
    add(RunTrigger::Person, RunEnding::Stopped, 3, some);
    add(RunTrigger::Person, RunEnding::CutOff, 3, some);
    Run none;
    none.error = u"OfficeRnD cannot be reached."_s;
    add(RunTrigger::CommandLine, RunEnding::Failed, 0, none);
    QVERIFY(history.begin(RunTrigger::Person));

    const RunHistoryModel model(database, clock);
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(printed(model, row));
    const QStringList expected {
        u"#6|09:01|You|0|0|0|0|running"_s,
        u"#5|09:01|Command line|0|0|0|0|OfficeRnD cannot be reached."_s,
        u"#4|09:01|You|12|30|3|1|cut off: 42 done"_s,
        u"#3|09:01|You|12|30|3|1|stopped: 42 done, 5 not started"_s,
        u"#2|09:00|You|12|30|3|1|done in 1 min 15 s, 1 failed"_s,
        u"#1|09:00|Schedule|12|30|3|0|done in 8 s"_s,
    };
    QCOMPARE(rows, expected);
    QVERIFY(!model.run(6));
    QCOMPARE(model.run(5)->id, RunId(1));
}

void RunHistoryModelTest::neverCallsAPartialRunGood()
{
    Run run;
    run.ending = RunEnding::Completed;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Good);
    run.failed = 1;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Partial);
    run.failed = 0;
    run.notStarted = 1;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Partial);
    run.ending = RunEnding::Stopped;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Partial);
    run.ending = RunEnding::CutOff;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Partial);
    run.ending = RunEnding::Failed;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Bad);
    run.ending = RunEnding::Running;
    QCOMPARE(outcomeOf(run), RunHistoryModel::Outcome::Running);
}

void RunHistoryModelTest::tellsARunInSentences()
{
    Run run;
    run.ending = RunEnding::Completed;
    QCOMPARE(runSentence(run), u"Nothing was changed."_s);
    run.created.right = 12;
    run.updated.left = 3;
    run.linked = 2;
    run.failed = 1;
    QCOMPARE(runSentence(run),
             u"3 updated in OfficeRnD. 12 new in HighLevel. 2 recognised. 1 failed."_s);
    run.error = u"The disk is full."_s;
    QVERIFY(runSentence(run).startsWith(u"The disk is full. 3 updated"_s));
}

void RunHistoryModelTest::printsTheChangesOfOneRun()
{
    const StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistory history(database, clock);
    const auto first = history.begin(RunTrigger::Person);
    const auto second = history.begin(RunTrigger::Person);
    QVERIFY(first && second);
    MappingProfile mapping;
    FieldMapping phone;
    phone.id = u"phone"_s;
    phone.title = u"Phone"_s;
    phone.left = {u"phone"_s};
    phone.right = {u"phone"_s};
    phone.conversion = Conversion::Phone;
    mapping.rows = {phone};
    QVERIFY(SettingsStore(database, clock).setMapping(mapping));
    ChangeEntry change {.run = *first,
                        .at = clock.now(),
                        .side = Side::Right,
                        .record = RemoteId(u"r"_s),
                        .person = u"<b>Jane</b>"_s,
                        .field = u"phone"_s,
                        .before = {},
                        .after = FieldValue(u"+15550102233"_s),
                        .reason = u"fills-empty"_s};
    ChangeEntry gone = change;
    gone.side = Side::Left;
    gone.field = u"custom-9"_s;
    gone.before = FieldValue(QStringList {u"a"_s, u"b"_s});
    gone.after = {};
    gone.reason = u"of-another-version"_s;
    QVERIFY(history.log({change, gone}));

    RunChangesModel model(database, clock);
    QCOMPARE(model.rowCount(), 0);
    model.setRun(*first);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(printed(model, 0),
             u"<b>Jane</b>|HighLevel|Phone|(empty)|+15550102233|fills an empty field"_s);
    QCOMPARE(printed(model, 1), u"<b>Jane</b>|OfficeRnD|custom-9|a, b|(empty)|"_s);
    QVERIFY(model.index(0, RunChangesModel::Before).data(RunChangesModel::EmptyRole).toBool());
    QVERIFY(!model.index(0, RunChangesModel::After).data(RunChangesModel::EmptyRole).toBool());
    model.setRun(*second);
    QCOMPARE(model.rowCount(), 0);
    model.setRun({});
    QCOMPARE(model.rowCount(), 0);
}

void RunHistoryModelTest::keepsTheRulesOfModels()
{
    const StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    RunHistoryModel runs(database, clock);
    RunChangesModel changes(database, clock);
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    const QAbstractItemModelTester first(&runs, Mode::QtTest);
    const QAbstractItemModelTester second(&changes, Mode::QtTest);
    RunHistory history(database, clock);
    const auto id = history.begin(RunTrigger::Person);
    QVERIFY(id);
    ChangeEntry change;
    change.run = *id;
    change.at = clock.now();
    change.record = RemoteId(u"r"_s);
    change.person = u"A"_s;
    change.field = u"f"_s;
    change.reason = u"fills-empty"_s;
    const auto logged = history.log({change});
    QVERIFY2(logged, logged ? "" : qPrintable(logged.error().detail));
    runs.reload();
    changes.setRun(*id);
    QCOMPARE(runs.rowCount(), 1);
    QCOMPARE(changes.rowCount(), 1);
}

QTEST_GUILESS_MAIN(RunHistoryModelTest)
#include "tst_runhistorymodel.moc"
