// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/banner.h"
#include "gui/historypage.h"
#include "gui/mainwindow.h"
#include "gui/plainlabel.h"
#include "gui/settings.h"
#include "gui/theme.h"
#include "gui/undodialog.h"
#include "gui/whydialog.h"
#include "support/sampleworld.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! Undo in the window, over a real engine and two services.
class UndoDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void takesBackByKeyboardAndNamesTheRun();
    void leavesOutAndKeepsLaterEdits();
    void answersWhenTheEngineIsBusy();
    void tellsWhyAValueIsHere();
    void everyControlHasAName();

private:
    [[nodiscard]] UndoDialog *open(const UndoScope &scope);
    [[nodiscard]] QString phoneThere(const QString &first) const;

    std::unique_ptr<SampleWorld> m_world;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<GuiSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    RemoteId m_ann;
    RemoteId m_bob;
};

void UndoDialogTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    applyScheme(Scheme::Light);
}

void UndoDialogTest::init()
{
    m_world = std::make_unique<SampleWorld>();
    m_ann = m_world->addLeft(u"Ann <b>One</b>"_s, u"ann@example.com"_s, u"+359887000001"_s, {});
    m_bob = m_world->addLeft(u"Bob Two"_s, u"bob@example.com"_s, u"+359887000002"_s, {});
    QVERIFY(m_world->check() && m_world->apply());
    m_world->left.edit(m_ann, u"phone"_s, FieldValue(u"+359887111111"_s));
    m_world->left.edit(m_bob, u"phone"_s, FieldValue(u"+359887222222"_s));
    QVERIFY(m_world->check() && m_world->apply());
    m_controller
        = std::make_unique<SyncController>(&m_world->engine, m_world->reader(), m_world->clock);
    QVERIFY(m_world->check());
    QTRY_VERIFY(m_controller->plan());
    m_settings = std::make_unique<GuiSettings>();
    m_window = std::make_unique<MainWindow>(
        *m_controller, *m_settings,
        WindowAccounts {WindowAccounts::Mode::Real, {u"Acme"_s, u"Acme"_s}});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void UndoDialogTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_controller.reset();
    m_world.reset();
}

QString UndoDialogTest::phoneThere(const QString &first) const
{
    for (const RemoteRecord &record : m_world->right.people()) {
        if (record.fields.value(u"firstName"_s).text() == first)
            return record.fields.value(u"phone"_s).text();
    }
    return u"nobody"_s;
}

UndoDialog *UndoDialogTest::open(const UndoScope &scope)
{
    QSignalSpy ready(m_controller.get(), &SyncController::undoReady);
    UndoDialog *dialog = m_window->showUndo(scope);
    return ready.wait(10'000) ? dialog : nullptr;
}

void UndoDialogTest::takesBackByKeyboardAndNamesTheRun()
{
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), Page::History);
    auto *history = m_window->findChild<HistoryPage *>();
    QVERIFY(history->undoableRun());
    QCOMPARE(history->undoableRun()->run, RunId(2));
    QSignalSpy ready(m_controller.get(), &SyncController::undoReady);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QVERIFY(ready.wait(10'000));
    auto *dialog = m_window->findChild<UndoDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<PlainLabel *>(u"headline"_s)->text(),
             u"Taking back sync #2: 2 values get what was there before."_s);
    QCOMPARE(dialog->windowTitle(), u"Undo of sync #2"_s);
    QSignalSpy finished(m_controller.get(), &SyncController::runFinished);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(phoneThere(u"Bob"_s), u"+359887000002"_s);
    QTRY_COMPARE(history->findChild<PlainLabel *>(u"runTitle"_s)->text(), u"Undo of sync #2"_s);
    auto *runs = history->findChild<QTableView *>(u"runs"_s);
    QCOMPARE(runs->model()->index(0, RunHistoryModel::Number).data().toString(),
             u"#3, undo of sync #2"_s);

    // And back again: an undo is a run like any other.
    QTRY_COMPARE(m_controller->phase(), EnginePhase::Idle);
    QTRY_VERIFY(!m_window->findChild<UndoDialog *>());
    dialog = open(history->undoableRun().value_or(UndoScope {}));
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), u"Undo of undo #3"_s);
    finished.clear();
    dialog->accept();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(phoneThere(u"Bob"_s), u"+359887222222"_s);
    QTRY_COMPARE(history->findChild<PlainLabel *>(u"runTitle"_s)->text(), u"Undo of undo #3"_s);
}

void UndoDialogTest::leavesOutAndKeepsLaterEdits()
{
    RemoteId there;
    for (const RemoteRecord &record : m_world->right.people()) {
        if (record.fields.value(u"firstName"_s).text() == u"Bob"_s)
            there = record.id;
    }
    m_world->right.edit(there, u"phone"_s, FieldValue(u"+359887999999"_s));
    UndoDialog *dialog = open({RunId(2), {}, {}});
    QVERIFY(dialog);
    UndoModel &model = dialog->model();
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.peopleIn(UndoSection::PutBack), 1);
    QCOMPARE(model.peopleIn(UndoSection::Kept), 1);
    const QModelIndex kept = model.index(0, UndoModel::What, model.section(UndoSection::Kept));
    QCOMPARE(kept.data().toString(), u"Bob Two"_s);
    QCOMPARE(kept.siblingAtColumn(UndoModel::Now).data().toString(), u"+359887999999"_s);
    QCOMPARE(kept.siblingAtColumn(UndoModel::Why).data().toString(),
             u"kept: somebody changed it since"_s);
    QVERIFY(!kept.data(Qt::CheckStateRole).isValid());
    auto *apply = dialog->findChild<QPushButton *>(u"apply"_s);
    QVERIFY(apply->isEnabled());
    auto *tree = dialog->findChild<QTreeView *>();
    tree->setFocus();
    tree->setCurrentIndex(model.index(0, UndoModel::What, model.section(UndoSection::PutBack)));
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(model.request().leftOut.size(), 1);
    QVERIFY(!apply->isEnabled());
    QCOMPARE(dialog->findChild<PlainLabel *>(u"whyNot"_s)->text(), u"Nobody is ticked."_s);
    // Looked at again, the choice stays.
    QSignalSpy ready(m_controller.get(), &SyncController::undoReady);
    QTest::keyClick(dialog, Qt::Key_F5);
    QVERIFY(ready.wait(10'000));
    QCOMPARE(model.request().leftOut.size(), 1);
    dialog->reject();
    QCOMPARE(phoneThere(u"Bob"_s), u"+359887999999"_s);
}

void UndoDialogTest::answersWhenTheEngineIsBusy()
{
    QSignalSpy refused(m_controller.get(), &SyncController::undoFailed);
    m_controller->checkForChanges();
    m_controller->prepareUndo({RunId(2), {}, {}});
    QTRY_COMPARE(refused.size(), 1);
    QTRY_COMPARE(m_controller->phase(), EnginePhase::Idle);
    // What nobody remembers is said, and is no fault of the program's health.
    const QString health = m_controller->health().sentence;
    m_controller->prepareUndo({RunId(4711), {}, {}});
    QTRY_COMPARE(refused.size(), 2);
    QVERIFY(refused.constLast().constFirst().value<Error>().message.contains(u"#4711"_s));
    QCOMPARE(m_controller->health().sentence, health);
}

void UndoDialogTest::tellsWhyAValueIsHere()
{
    m_window->showPage(Page::People);
    auto *people = m_window->findChild<QTableView *>(u"table"_s);
    people->setFocus();
    people->selectRow(0);
    auto *fields = m_window->findChild<QTableView *>(u"detailsTable"_s);
    fields->setFocus();
    int phone = -1;
    for (int row = 0; row < fields->model()->rowCount(); ++row) {
        if (fields->model()->index(row, 0).data() == u"Phone"_s)
            phone = row;
    }
    fields->setCurrentIndex(fields->model()->index(phone, 0));
    auto *why = m_window->findChild<QAction *>(u"actionWhy"_s);
    QVERIFY(why->isEnabled());
    why->trigger();
    auto *dialog = m_window->findChild<WhyDialog *>();
    QVERIFY(dialog);
    QString all;
    for (const QWidget *card : dialog->findChildren<QWidget *>(u"whyCard"_s))
        all += card->accessibleName() + u'\n';
    for (const QString &wanted :
         {u"HighLevel: +359887111111"_s, u"Twinbook wrote it on"_s,
          u"Written by: sync #2, started by you"_s, u"Came from: OfficeRnD"_s,
          u"Before: +359887000001"_s, u"Reason: changed in OfficeRnD"_s,
          u"it was entered in OfficeRnD itself"_s})
        QVERIFY2(all.contains(wanted), qPrintable(all));
    QCOMPARE(faultsOf(*dialog).join(u'\n'), QString());
    // From there to the undo of this one field.
    QSignalSpy ready(m_controller.get(), &SyncController::undoReady);
    dialog->findChild<QPushButton *>(u"undoChange"_s)->click();
    QVERIFY(ready.wait(10'000));
    QCOMPARE(m_controller->undo()->plan.count(UndoVerdict::PutBack), 1);
}

void UndoDialogTest::everyControlHasAName()
{
    UndoDialog *dialog = open({RunId(2), {}, {}});
    QVERIFY(dialog);
    QCOMPARE(faultsOf(*dialog).join(u'\n'), QString());
    UndoDialog *refused = m_window->showUndo({RunId(4711), {}, {}});
    QTRY_VERIFY(refused->findChild<Banner *>(u"refusal"_s)->isVisible());
    QCOMPARE(faultsOf(*refused).join(u'\n'), QString());
}

QTEST_MAIN(UndoDialogTest)
#include "tst_undodialog.moc"
