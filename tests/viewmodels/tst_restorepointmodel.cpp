// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/restorepointmodel.h"

#include "store/storefixture.h"

#include <QAbstractItemModelTester>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Over real copies of a real database.
class RestorePointModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void nothingIsThereBeforeTheFirstSync();
    void listsWhatWasKeptAndTellsWhatItMeans();
    void runsThatLeftTheHistoryAreToldApart();

private:
    static QStringList titles(const RestorePointModel &model)
    {
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown += model.index(row, RestorePointModel::Point).data().toString();
        return shown;
    }
};

void RestorePointModelTest::nothingIsThereBeforeTheFirstSync()
{
    const StoreFolder folder;
    const Database database = folder.open();
    const SystemClock clock;
    const RestorePointModel model(database, clock);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.point(0));
    QCOMPARE(model.meaningOf(0), QString());
}

void RestorePointModelTest::listsWhatWasKeptAndTellsWhatItMeans()
{
    const StoreFolder folder;
    const Database database = folder.open();
    const SystemClock clock; // the copies' times are the file system's
    RunHistory history(database, clock);
    const RestorePoints points(folder.path());
    RestorePointModel model(database, clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int run = 1; run <= 2; ++run) {
        VERIFY_GOOD(points.make(database, RunId(run)));
        QTest::qWait(20); // file times
        VERIFY_GOOD(run == 1 ? history.begin(RunTrigger::Person)
                             : history.beginUndo(RunTrigger::Person, RunId(1)));
    }
    model.reload();
    QCOMPARE(titles(model), (QStringList {u"Before undo #2"_s, u"Before sync #1"_s}));
    QCOMPARE(model.point(1)->run, RunId(1));
    QVERIFY(model.index(0, RestorePointModel::Size).data().toString().contains(u"B"_s));
    QVERIFY(!model.index(0, RestorePointModel::Made).data().toString().isEmpty());
    const QString newest = model.meaningOf(0);
    QVERIFY2(newest.contains(u"1 sync or undo since then leaves"_s), qPrintable(newest));
    QVERIFY2(newest.contains(u"Nothing is changed in OfficeRnD or HighLevel"_s),
             qPrintable(newest));
    QVERIFY2(model.meaningOf(1).contains(u"syncs and undos since then leave"_s),
             qPrintable(model.meaningOf(1)));
    QVERIFY(wentBackText(RunId(2)).contains(u"#2"_s));
}

void RestorePointModelTest::runsThatLeftTheHistoryAreToldApart()
{
    const StoreFolder folder;
    const SystemClock clock;
    const RestorePoints points(folder.path());
    {
        const Database database = folder.open();
        RunHistory history(database, clock);
        VERIFY_GOOD(points.make(database, RunId(1)));
        VERIFY_GOOD(history.begin(RunTrigger::Person));
    }
    QTest::qWait(20);
    VERIFY_GOOD(points.goBackTo(RunId(1)));
    const Database database = folder.open();
    const RestorePointModel model(database, clock);
    QCOMPARE(titles(model),
             (QStringList {u"Before #2 (no longer in the history)"_s,
                           u"Before #1 (no longer in the history)"_s}));
    QVERIFY(!model.meaningOf(0).contains(u"since then"_s));
}

QTEST_GUILESS_MAIN(RestorePointModelTest)
#include "tst_restorepointmodel.moc"
