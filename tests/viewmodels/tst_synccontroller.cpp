// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/persondetailsmodel.h"
#include "viewmodels/synccontroller.h"

#include "support/sampleworld.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeService;
using twinbook::testing::SampleWorld;

namespace {

constexpr int patience = 10'000;

QString printed(const QAbstractItemModel &model, int row, int role = Qt::DisplayRole)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data(role).toString());
    return cells.join(u'|');
}

//! The row of the sample person with that name, as the window's table holds it.
PeopleRow rowOf(const Database &database, const QString &name)
{
    PeopleQuery query;
    query.search = name;
    const auto rows = PeopleTable(database).page(query, 0, 1);
    return rows && !rows->isEmpty() ? rows->constFirst() : PeopleRow {};
}

} // namespace

class SyncControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatTheDatabaseHolds();
    void remembersWhatTheEngineTold();
    void passesOnWhatPeopleDecide();
    void tellsOfASignOutUntilTheNextCheck();
    void survivesTheEngine();
    void worksAcrossThreads();
    void explainsAPerson();
};

void SyncControllerTest::startsWithWhatTheDatabaseHolds()
{
    SampleWorld world;
    world.makeEveryState();
    const SyncController controller(nullptr, world.reader(), world.clock);
    QCOMPARE(controller.waitingPeople(), 2);
    QCOMPARE(controller.plan(), nullptr);
    QCOMPARE(controller.phase(), EnginePhase::Idle);
    QCOMPARE(controller.health().action, Health::Action::Review);
    QVERIFY2(controller.health().sentence.startsWith(
                 u"2 people need your decision. 8 other people are ready to be synced."_s),
             qPrintable(controller.health().sentence));
}

void SyncControllerTest::remembersWhatTheEngineTold()
{
    SampleWorld world;
    SyncController controller(&world.engine, world.reader(), world.clock);
    QCOMPARE(controller.health().action, Health::Action::CheckForChanges);
    world.addLeft(u"Jane Doe"_s, u"jane@x.com"_s, u"+15550102233"_s, {});

    QList<EnginePhase> phases;
    connect(&controller, &SyncController::phaseChanged, this,
            [&phases](EnginePhase phase) { phases.append(phase); });
    QSignalSpy ready(&controller, &SyncController::planReady);
    controller.checkForChanges();
    QVERIFY(ready.wait(patience));
    QVERIFY(controller.plan() != nullptr);
    QCOMPARE(controller.plan()->plan.counts.created.right, 1);
    QVERIFY(phases.contains(EnginePhase::ReadingLeft));
    QCOMPARE(phases.constLast(), EnginePhase::Idle);
    QCOMPARE(controller.health().action, Health::Action::Preview);
    QCOMPARE(controller.schedule().consent, AutomationConsent::NotYet);

    QSignalSpy finished(&controller, &SyncController::runFinished);
    controller.apply({});
    QVERIFY(finished.wait(patience));
    QCOMPARE(controller.health().level, Health::Level::Good);
    QCOMPARE(controller.schedule().consent, AutomationConsent::Given);
}

void SyncControllerTest::passesOnWhatPeopleDecide()
{
    SampleWorld world;
    world.makeEveryState();
    SyncController controller(&world.engine, world.reader(), world.clock);
    const auto decisions = DecisionStore(controller.database(), world.clock).open();
    QVERIFY(decisions);
    QCOMPARE(decisions->size(), 2);
    const Decision &first = decisions->constFirst();
    QSignalSpy changed(&controller, &SyncController::decisionsChanged);
    controller.answer(first.id,
                      {.choice = Choice::UseLeft,
                       .value = {},
                       .seenLeft = first.question.left,
                       .seenRight = first.question.right});
    QTRY_COMPARE_WITH_TIMEOUT(controller.waitingPeople(), 1, patience);
    controller.withdrawAnswer(first.id);
    QTRY_COMPARE_WITH_TIMEOUT(controller.waitingPeople(), 2, patience);

    const PeopleRow ivan = rowOf(controller.database(), u"Ivan Petrov"_s);
    QCOMPARE(ivan.state, RowState::Changed);
    controller.leaveOut(Side::Left, ivan.halves.left.id);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(controller.database(), u"Ivan Petrov"_s).state,
                              RowState::LeftOut, patience);
    controller.takeIn(Side::Left, ivan.halves.left.id);
    QTRY_COMPARE_WITH_TIMEOUT(rowOf(controller.database(), u"Ivan Petrov"_s).state,
                              RowState::Changed, patience);

    ScheduleSettings schedule;
    schedule.mode = ScheduleSettings::Mode::Automatic;
    QSignalSpy scheduled(&controller, &SyncController::scheduleChanged);
    controller.setSchedule(schedule);
    QTRY_COMPARE_WITH_TIMEOUT(controller.schedule().settings, schedule, patience);
}

void SyncControllerTest::tellsOfASignOutUntilTheNextCheck()
{
    SampleWorld world;
    SyncController controller(&world.engine, world.reader(), world.clock);
    world.right.setNextList(FakeService::List::SignedOut);
    QSignalSpy failed(&controller, &SyncController::failed);
    controller.checkForChanges();
    QVERIFY(failed.wait(patience));
    QCOMPARE(controller.health().level, Health::Level::Stopped);
    QCOMPARE(controller.health().action, Health::Action::SignInAgain);

    QSignalSpy ready(&controller, &SyncController::planReady);
    controller.checkForChanges();
    QVERIFY(ready.wait(patience));
    QVERIFY(controller.health().level != Health::Level::Stopped);
}

void SyncControllerTest::survivesTheEngine()
{
    SampleWorld world;
    const Database database = world.writer();
    auto engine = std::make_unique<Engine>(world.left, world.right, database, world.clock);
    SyncController controller(engine.get(), world.reader(), world.clock);
    engine.reset();
    controller.checkForChanges();
    controller.stop();
    QCoreApplication::processEvents();
    QCOMPARE(controller.phase(), EnginePhase::Idle);
}

void SyncControllerTest::worksAcrossThreads()
{
    SampleWorld world;
    QThread thread;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Database> own;
    // Connection, services and engine belong to the engine's thread, as in the program.
    auto *context = new QObject;
    context->moveToThread(&thread);
    thread.start();
    std::unique_ptr<FakeService> left;
    std::unique_ptr<FakeService> right;
    QMetaObject::invokeMethod(
        context,
        [&] {
            left = std::make_unique<FakeService>(Side::Left);
            right = std::make_unique<FakeService>(Side::Right);
            left->add({{u"name"_s, u"Jane Doe"_s}, {u"email"_s, u"jane@x.com"_s}});
            own = std::make_unique<Database>(world.writer());
            engine = std::make_unique<Engine>(*left, *right, *own, world.clock);
        },
        Qt::BlockingQueuedConnection);
    SyncController controller(engine.get(), world.reader(), world.clock);
    QSignalSpy ready(&controller, &SyncController::planReady);
    controller.checkForChanges();
    QVERIFY(ready.wait(patience));
    QCOMPARE(QThread::currentThread(), controller.thread());
    QCOMPARE(controller.plan()->plan.counts.created.right, 1);
    QSignalSpy finished(&controller, &SyncController::runFinished);
    controller.apply({});
    QVERIFY(finished.wait(patience));
    QCOMPARE(finished.constFirst().constFirst().value<Run>().created.right, 1);
    QMetaObject::invokeMethod(
        context,
        [&] {
            engine.reset();
            own.reset();
            left.reset();
            right.reset();
        },
        Qt::BlockingQueuedConnection);
    context->deleteLater();
    thread.quit();
    QVERIFY(thread.wait(patience));
}

void SyncControllerTest::explainsAPerson()
{
    SampleWorld world;
    world.makeEveryState();
    const PreparedPlanPtr plan = world.engine.plan();
    const Database database = world.reader();
    PersonDetailsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto show
        = [&](const QString &name) { model.setPerson(plan, rowOf(database, name).key - 1); };
    show(u"Jane Doe"_s);
    QVERIFY(model.rowCount() > 3);
    QCOMPARE(printed(model, 0),
             u"Phone|+359887555444|+359887012339|+359887555444|changed in OfficeRnD"_s);
    QCOMPARE(printed(model, 1), u"City||Plovdiv|Plovdiv|fills an empty field"_s);
    QCOMPARE(printed(model, 1, Qt::AccessibleTextRole),
             u"City|empty|Plovdiv|OfficeRnD will get Plovdiv|fills an empty field"_s);
    QCOMPARE(printed(model, 2), u"Name|Jane Doe|Jane Doe||same on both sides"_s);

    show(u"Ana Ruiz"_s);
    QCOMPARE(printed(model, 0),
             u"Phone|+359888111222|+359888333444|waits for your decision|"
             "changed on both sides"_s);

    show(u"Quinn Murphy"_s);
    QCOMPARE(printed(model, 0), u"Name|Quinn Murphy||Quinn Murphy|new person"_s);

    model.setPerson(plan, 4711);
    QCOMPARE(model.rowCount(), 0);
    model.setPerson(nullptr, 0);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(SyncControllerTest)
#include "tst_synccontroller.moc"
