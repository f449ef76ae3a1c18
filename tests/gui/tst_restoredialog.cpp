// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit.h"
#include "gui/historypage.h"
#include "gui/mainwindow.h"
#include "gui/plainlabel.h"
#include "gui/restoredialog.h"
#include "gui/settings.h"
#include "gui/theme.h"
#include "store/restorepoints.h"
#include "support/sampleworld.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::faultsOf;
using twinbook::testing::SampleWorld;

//! Restore points in the window, made by a real engine.
class RestoreDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pointIsChosenByKeyboardAfterItsMeaningWasRead();
    void nothingCanBeChosenWhileTheEngineIsBusy();
    void closingDoesNothing();
    void withoutAPointItSaysSo();

private:
    [[nodiscard]] QPushButton *goBack() const
    {
        return m_dialog->findChild<QPushButton *>(u"goBack"_s);
    }
    void sync(const QString &name);
    void open();

    std::unique_ptr<SampleWorld> m_world;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<GuiSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    RestoreDialog *m_dialog = nullptr;
};

void RestoreDialogTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    applyScheme(Scheme::Light);
}

void RestoreDialogTest::init()
{
    m_world = std::make_unique<SampleWorld>();
    m_controller
        = std::make_unique<SyncController>(&m_world->engine, m_world->reader(), m_world->clock);
    m_settings = std::make_unique<GuiSettings>();
}

void RestoreDialogTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_controller.reset();
    m_world.reset();
}

void RestoreDialogTest::sync(const QString &name)
{
    m_world->addLeft(name, name + u"@example.com"_s, {}, {});
    QVERIFY(m_world->check() && m_world->apply());
}

void RestoreDialogTest::open()
{
    m_window = std::make_unique<MainWindow>(
        *m_controller, *m_settings,
        WindowAccounts {WindowAccounts::Mode::Real, {u"Acme"_s, u"Acme"_s}});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
    m_dialog = m_window->findChild<RestoreDialog *>();
    QVERIFY(m_dialog);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void RestoreDialogTest::pointIsChosenByKeyboardAfterItsMeaningWasRead()
{
    sync(u"ann"_s);
    sync(u"bob"_s);
    open();
    auto *points = m_dialog->findChild<QTableView *>(u"points"_s);
    QCOMPARE(points->model()->rowCount(), 2);
    QCOMPARE(faultsOf(*m_dialog).join(u'\n'), QString());
    points->setFocus();
    const auto *meaning = m_dialog->findChild<PlainLabel *>(u"meaning"_s);
    const QString newest = meaning->text();
    QVERIFY(newest.contains(u"Nothing is changed in OfficeRnD or HighLevel"_s));
    QTest::keyClick(points, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(meaning->text() != newest);
    QCOMPARE(goBack()->accessibleDescription(), meaning->text());
    const RunId chosen = RestorePoints(m_controller->database()).list().constLast().run;
    QSignalSpy wanted(m_window.get(), &MainWindow::restoreRequested);
    // Return closes: who goes back does so on purpose.
    QVERIFY(!goBack()->isDefault());
    goBack()->setFocus();
    QTest::keyClick(goBack(), Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().value<RunId>(), chosen);
    QVERIFY(!m_dialog->isVisible());
}

void RestoreDialogTest::nothingCanBeChosenWhileTheEngineIsBusy()
{
    sync(u"ann"_s);
    open();
    QVERIFY(goBack()->isEnabled());
    QSignalSpy phases(m_controller.get(), &SyncController::phaseChanged);
    bool wasEnabled = false;
    connect(m_controller.get(), &SyncController::phaseChanged, this, [&](EnginePhase phase) {
        if (phase != EnginePhase::Idle)
            wasEnabled = wasEnabled || goBack()->isEnabled();
    });
    m_controller->checkForChanges();
    QTRY_VERIFY(phases.size() >= 2 && m_controller->phase() == EnginePhase::Idle);
    QVERIFY(!wasEnabled);
    QVERIFY(goBack()->isEnabled());
}

void RestoreDialogTest::closingDoesNothing()
{
    sync(u"ann"_s);
    open();
    QSignalSpy wanted(m_window.get(), &MainWindow::restoreRequested);
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(wanted.size(), 0);
}

void RestoreDialogTest::withoutAPointItSaysSo()
{
    open();
    QVERIFY(!goBack()->isEnabled());
    QVERIFY(!m_dialog->findChild<QTableView *>(u"points"_s)->isVisible());
    QCOMPARE(faultsOf(*m_dialog).join(u'\n'), QString());
}

QTEST_MAIN(RestoreDialogTest)
#include "tst_restoredialog.moc"
