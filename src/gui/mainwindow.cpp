// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "gui/chipbar.h"
#include "gui/historypage.h"
#include "gui/peoplepage.h"
#include "gui/restoredialog.h"
#include "gui/settings.h"
#include "gui/settingspage.h"
#include "gui/shortcutsheet.h"
#include "gui/statusfacts.h"
#include "gui/theme.h"
#include "gui/undodialog.h"
#include "gui/whydialog.h"
#include "ui_mainwindow.h"
#include "viewmodels/peoplewords.h"
#include "viewmodels/synccontroller.h"

#include <QAbstractItemView>
#include <QCloseEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QStatusBar>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

class MainWindow::Private
{
public:
    Private(MainWindow &window, SyncController &syncController, GuiSettings &guiSettings,
            WindowAccounts windowAccounts)
        : q(window)
        , controller(syncController)
        , settings(guiSettings)
        , accounts(std::move(windowAccounts))
    { }

    void fillSideBar();
    void giveIcons();
    void makePages();
    void connectActions();
    void listen();
    void doHealthAction(Health::Action action);
    void showBusy(EnginePhase phase);
    void showActions();
    void showTitle();
    void showPractice();
    void focusNextPane();
    void showShortcuts();
    void connectUndo();
    void showWhy(const RemoteId &person, const QString &name, const FieldId &field,
                 const QString &title);
    void undoNewest(const FieldId &field);
    [[nodiscard]] RemoteId selectedRecord() const;
    [[nodiscard]] QList<QWidget *> panes() const;

    MainWindow &q;
    SyncController &controller;
    GuiSettings &settings;
    WindowAccounts accounts;
    Ui::MainWindowForm ui;
    PeoplePage *people = nullptr;
    HistoryPage *history = nullptr;
};

void MainWindow::Private::fillSideBar()
{
    struct Entry
    {
        Icon picture;
        QAction *action;
    };
    const std::array entries {Entry {Icon::People, ui.actionPeople},
                              Entry {Icon::Decisions, ui.actionDecisions},
                              Entry {Icon::Fields, ui.actionFields},
                              Entry {Icon::History, ui.actionHistory},
                              Entry {Icon::Settings, ui.actionSettings},
                              Entry {Icon::TestRequests, ui.actionTestRequests},
                              Entry {Icon::Requests, ui.actionRequests}};
    for (std::size_t index = 0; index < entries.size(); ++index) {
        const Entry &entry = entries.at(index);
        ui.pages->addWidget(new QWidget);
        if (static_cast<Page>(index) == Page::TestRequests)
            ui.sideBar->addSection(MainWindow::tr("Advanced"));
        ui.sideBar->addEntry(entry.picture, QString(entry.action->text()).remove(u'&'),
                             entry.action->shortcut().toString(QKeySequence::NativeText));
        const auto page = static_cast<Page>(index);
        connect(entry.action, &QAction::triggered, &q, [this, page] { q.showPage(page); });
    }
    connect(ui.sideBar, &SideBar::chosen, &q,
            [this](int entry) { q.showPage(static_cast<Page>(entry)); });
}

void MainWindow::Private::giveIcons()
{
    ui.actionCheck->setIcon(icon(Icon::CheckForChanges));
    // The button in the accent colour; menus leave the icon out.
    ui.actionPreview->setIcon(icon(Icon::Sync, Tone::OnAccent));
    ui.actionPreview->setIconVisibleInMenu(false);
    ui.actionPause->setIcon(icon(Icon::Pause));
    ui.actionStop->setIcon(icon(Icon::Stop));
    ui.actionLeaveOut->setIcon(icon(Icon::LeftOut));
    ui.actionUndo->setIcon(icon(Icon::Undo));
    for (QAction *action : {ui.actionUndoRun, ui.actionUndoPerson, ui.actionUndoField})
        action->setIcon(icon(Icon::Undo));
    ui.actionWhy->setIcon(icon(Icon::Help));
    ui.actionRestore->setIcon(icon(Icon::History));
    ui.actionFind->setIcon(icon(Icon::Search));
    ui.actionSetup->setIcon(icon(Icon::Link));
    ui.actionSettings->setIcon(icon(Icon::Settings));
    q.setWindowIcon(icon(Icon::App));
}

void MainWindow::Private::makePages()
{
    const bool isConnected = !accounts.names.left.isEmpty() && !accounts.names.right.isEmpty();
    people = new PeoplePage(controller, settings,
                            isConnected ? PeoplePage::Connection::Complete
                                        : PeoplePage::Connection::Missing);
    people->setVerbs(ui.actionCheck, ui.actionPreview);
    people->setDetailsVerbs(ui.actionWhy, ui.actionUndoField, ui.actionUndoPerson);
    history = new HistoryPage(controller);
    history->setVerbs(ui.actionUndoRun, ui.actionRestore);
    auto *settingsPage = new SettingsPage(controller, settings, accounts.names);
    q.addPage(Page::People, people);
    q.addPage(Page::History, history);
    q.addPage(Page::Settings, settingsPage);
    connect(people, &PeoplePage::setupRequested, &q, &MainWindow::setupRequested);
    connect(people, &PeoplePage::decideRequested, &q, [this] { q.showPage(Page::Decisions); });
    connect(people, &PeoplePage::selectionChanged, &q, [this] { showActions(); });
    connect(people, &PeoplePage::undoChanged, &q, [this] { showActions(); });
    connect(settingsPage, &SettingsPage::signInRequested, &q, &MainWindow::signInRequested);
    connect(settingsPage, &SettingsPage::setupRequested, &q, &MainWindow::setupRequested);
}

void MainWindow::Private::connectActions()
{
    connect(ui.actionCheck, &QAction::triggered, &controller, &SyncController::checkForChanges);
    connect(ui.actionPreview, &QAction::triggered, &q, &MainWindow::previewRequested);
    connect(ui.actionVerify, &QAction::triggered, &controller, &SyncController::verify);
    connect(ui.actionPause, &QAction::triggered, &q, [this] {
        if (controller.phase() == EnginePhase::Paused)
            controller.resume();
        else
            controller.pause();
    });
    connect(ui.actionStop, &QAction::triggered, &controller, &SyncController::stop);
    connect(ui.actionFind, &QAction::triggered, people, &PeoplePage::focusSearch);
    connect(ui.actionDetails, &QAction::toggled, &q, [this](bool on) {
        people->setDetails(on ? GuiSettings::DetailsPane::Shown : GuiSettings::DetailsPane::Hidden);
    });
    ui.actionDetails->setChecked(settings.detailsPane() == GuiSettings::DetailsPane::Shown);
    connect(ui.actionLeaveOut, &QAction::triggered, people, &PeoplePage::leaveOut);
    connect(ui.actionTakeIn, &QAction::triggered, people, &PeoplePage::takeIn);
    connect(ui.actionUndo, &QAction::triggered, people, &PeoplePage::undo);
    connect(ui.actionSetup, &QAction::triggered, &q, &MainWindow::setupRequested);
    connect(ui.actionQuit, &QAction::triggered, &q, &QWidget::close);
    connect(ui.actionNextPane, &QAction::triggered, &q, [this] { focusNextPane(); });
    connect(ui.actionShortcuts, &QAction::triggered, &q, [this] { showShortcuts(); });
    connect(ui.practiceStrip, &Banner::firstPressed, &q, &MainWindow::leavePracticeRequested);
    connect(ui.progressStrip, &ProgressStrip::pauseRequested, &controller, &SyncController::pause);
    connect(ui.progressStrip, &ProgressStrip::resumeRequested, &controller,
            &SyncController::resume);
    connect(ui.progressStrip, &ProgressStrip::stopRequested, &controller, &SyncController::stop);
}

void MainWindow::Private::connectUndo()
{
    connect(ui.actionUndoRun, &QAction::triggered, &q, [this] {
        if (const auto scope = history->undoableRun())
            q.showUndo(*scope);
    });
    connect(ui.actionUndoPerson, &QAction::triggered, &q, [this] { undoNewest({}); });
    connect(ui.actionUndoField, &QAction::triggered, &q,
            [this] { undoNewest(people->currentField().id); });
    connect(ui.actionWhy, &QAction::triggered, &q, [this] {
        const DetailsPane::CurrentField field = people->currentField();
        const QList<PeopleRow> selected = people->selectedPeople();
        if (selected.size() == 1)
            showWhy(selectedRecord(), personName(selected.constFirst()), field.id, field.title);
    });
    connect(ui.actionRestore, &QAction::triggered, &q, &MainWindow::showRestorePoints);
    connect(history, &HistoryPage::selectionChanged, &q, [this] { showActions(); });
    connect(history, &HistoryPage::undoRequested, &q, &MainWindow::showUndo);
    connect(history, &HistoryPage::whyRequested, &q,
            [this](const RemoteId &person, const QString &name, const FieldId &field,
                   const QString &title) { showWhy(person, name, field, title); });
}

//! The id of either record of the one person who is selected.
RemoteId MainWindow::Private::selectedRecord() const
{
    const QList<PeopleRow> selected = people->selectedPeople();
    if (selected.size() != 1)
        return {};
    const PerSide<RowHalf> &halves = selected.constFirst().halves;
    return halves.left.id.isEmpty() ? halves.right.id : halves.left.id;
}

void MainWindow::Private::undoNewest(const FieldId &field)
{
    const Result<UndoScope> scope
        = newestChangeOf(selectedRecord(), field, controller.database(), controller.clock());
    if (scope) {
        q.showUndo(*scope);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Information, MainWindow::tr("Undo"),
                                scope.error().message, QMessageBox::Close, &q);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::Private::showWhy(const RemoteId &person, const QString &name, const FieldId &field,
                                  const QString &title)
{
    auto *dialog = new WhyDialog(controller, person, name, field, title, &q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &WhyDialog::undoRequested, &q, [this, person, field] {
        if (const Result<UndoScope> scope
            = newestChangeOf(person, field, controller.database(), controller.clock()))
            q.showUndo(*scope);
    });
    dialog->open();
}

void MainWindow::Private::listen()
{
    connect(&controller, &SyncController::healthChanged, &q, [this](const Health &health) {
        ui.healthBar->setHealth(health);
        showTitle();
    });
    connect(ui.healthBar, &HealthBar::actionRequested, &q,
            [this](Health::Action action) { doHealthAction(action); });
    connect(&controller, &SyncController::phaseChanged, &q,
            [this](EnginePhase phase) { showBusy(phase); });
    connect(&controller, &SyncController::progressed, ui.progressStrip,
            &ProgressStrip::setProgress);
    const auto showBadge = [this] {
        ui.sideBar->setBadge(static_cast<int>(Page::Decisions), controller.waitingPeople());
    };
    connect(&controller, &SyncController::decisionsChanged, &q, showBadge);
    connect(&controller, &SyncController::planReady, &q, [this, showBadge] {
        showBadge();
        showActions();
    });
    showBadge();
    ui.healthBar->setHealth(controller.health());
    showBusy(controller.phase());
}

void MainWindow::Private::doHealthAction(Health::Action action)
{
    switch (action) {
    case Health::Action::None:
        return;
    case Health::Action::Review:
        q.showPage(Page::Decisions);
        return;
    case Health::Action::Preview:
        Q_EMIT q.previewRequested();
        return;
    case Health::Action::CheckForChanges:
        controller.checkForChanges();
        return;
    case Health::Action::SignInAgain:
        q.showPage(Page::Settings);
        return;
    case Health::Action::ShowRun:
        q.showPage(Page::History);
        history->showNewest();
        return;
    case Health::Action::Resume: {
        if (controller.phase() == EnginePhase::Paused) {
            controller.resume();
            return;
        }
        ScheduleSettings schedule = controller.schedule().settings;
        schedule.pausedUntil = {};
        controller.setSchedule(schedule);
        return;
    }
    }
}

void MainWindow::Private::showBusy(EnginePhase phase)
{
    ui.progressStrip->setPhase(phase);
    ui.actionPause->setText(phase == EnginePhase::Paused ? MainWindow::tr("&Resume")
                                                         : MainWindow::tr("&Pause"));
    ui.actionPause->setEnabled(phase == EnginePhase::Applying || phase == EnginePhase::Paused);
    ui.actionStop->setEnabled(phase != EnginePhase::Idle && phase != EnginePhase::Stopping);
    showActions();
}

//! Some shortcuts belong to one page only; other pages may use the same keys for their own.
void MainWindow::Private::showActions()
{
    const bool isIdle = controller.phase() == EnginePhase::Idle;
    const bool isConnected = !accounts.names.left.isEmpty() && !accounts.names.right.isEmpty();
    const bool isPeople = q.currentPage() == Page::People;
    const bool ownsKeys = q.currentPage() != Page::Fields && q.currentPage() != Page::Decisions
        && q.currentPage() != Page::TestRequests && q.currentPage() != Page::Requests;
    const bool hasSelection = isPeople && !people->selectedPeople().isEmpty();
    ui.actionCheck->setEnabled(isIdle && isConnected);
    ui.actionVerify->setEnabled(isIdle && isConnected);
    ui.actionPreview->setEnabled(isIdle && isConnected && controller.plan() != nullptr);
    ui.actionFind->setEnabled(ownsKeys);
    ui.actionDetails->setEnabled(isPeople);
    ui.actionLeaveOut->setEnabled(hasSelection);
    ui.actionTakeIn->setEnabled(hasSelection);
    ui.actionUndo->setEnabled(isPeople && people->canUndo());
    const bool isOne = isPeople && people->selectedPeople().size() == 1;
    const bool hasField = isOne && !people->currentField().id.isEmpty();
    ui.actionWhy->setEnabled(hasField);
    ui.actionUndoField->setEnabled(hasField && isIdle);
    ui.actionUndoPerson->setEnabled(isOne && isIdle && isConnected);
    ui.actionRestore->setEnabled(isIdle);
    ui.actionUndoRun->setEnabled(q.currentPage() == Page::History && isIdle && isConnected
                                 && history->undoableRun());
}

void MainWindow::Private::showTitle()
{
    const std::array pages {ui.actionPeople,  ui.actionDecisions, ui.actionFields,
                            ui.actionHistory, ui.actionSettings,  ui.actionTestRequests,
                            ui.actionRequests};
    const QAction *page = pages.at(static_cast<std::size_t>(q.currentPage()));
    q.setWindowTitle(MainWindow::tr("%1 - %2 - Twinbook")
                         .arg(QString(page->text()).remove(u'&'), controller.health().sentence));
}

void MainWindow::Private::showPractice()
{
    if (accounts.mode == WindowAccounts::Mode::Real)
        return;
    ui.practiceStrip->setShape(Banner::Shape::Ribbon);
    ui.practiceStrip->say(Tone::Attention, MainWindow::tr("Sample data. Nothing here is real."));
    ui.practiceStrip->setButtons(MainWindow::tr("Leave sample"));
}

QList<QWidget *> MainWindow::Private::panes() const
{
    QList<QWidget *> found {ui.sideBar, ui.healthBar->findChild<QWidget *>(u"healthSentence"_s)};
    const QList<QWidget *> inside = ui.pages->currentWidget()->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        const bool isTable = qobject_cast<QAbstractItemView *>(widget) != nullptr
            && qobject_cast<QHeaderView *>(widget) == nullptr;
        const bool isPane = isTable || qobject_cast<QLineEdit *>(widget) != nullptr
            || qobject_cast<ChipBar *>(widget) != nullptr;
        if (isPane && widget->isVisible())
            found.append(widget);
    }
    return found;
}

void MainWindow::Private::focusNextPane()
{
    const QList<QWidget *> all = panes();
    qsizetype current = -1;
    for (qsizetype index = 0; index < all.size(); ++index) {
        const QWidget *focus = q.focusWidget();
        if (focus != nullptr && (all.at(index) == focus || all.at(index)->isAncestorOf(focus)))
            current = index;
    }
    QWidget *next = all.at((current + 1) % all.size());
    if (next->focusPolicy() == Qt::NoFocus && next->focusProxy() == nullptr)
        next = next->nextInFocusChain();
    next->setFocus(Qt::TabFocusReason);
}

void MainWindow::Private::showShortcuts()
{
    auto *sheet
        = new ShortcutSheet(q.findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly), &q);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

MainWindow::MainWindow(SyncController &controller, GuiSettings &settings, WindowAccounts accounts,
                       QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, controller, settings, std::move(accounts)))
{
    d->ui.setupUi(this);
    d->giveIcons();
    d->fillSideBar();
    d->makePages();
    d->connectActions();
    d->connectUndo();
    d->listen();
    d->showPractice();
    d->ui.statusBar->setSizeGripEnabled(false);
    d->ui.statusBar->addWidget(new StatusFacts(controller, d->accounts.names), 1);
    d->ui.actionShortcuts->setShortcuts(
        {QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Question)});
    setMinimumSize(960, 600);
    restoreGeometry(settings.layoutOf(u"window"_s));
    showPage(Page::People);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Page place, QWidget *page)
{
    const int index = static_cast<int>(place);
    QWidget *old = d->ui.pages->widget(index);
    const bool wasCurrent = d->ui.pages->currentIndex() == index;
    d->ui.pages->removeWidget(old);
    old->deleteLater();
    d->ui.pages->insertWidget(index, page);
    if (wasCurrent)
        d->ui.pages->setCurrentIndex(index);
}

void MainWindow::showPage(Page page)
{
    d->ui.pages->setCurrentIndex(static_cast<int>(page));
    d->ui.sideBar->setCurrent(static_cast<int>(page));
    d->showActions();
    d->showTitle();
}

UndoDialog *MainWindow::showUndo(const UndoScope &scope)
{
    auto *dialog = new UndoDialog(d->controller, scope, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

RestoreDialog *MainWindow::showRestorePoints()
{
    auto *dialog = new RestoreDialog(d->controller, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RestoreDialog::restoreRequested, this, &MainWindow::restoreRequested);
    dialog->open();
    return dialog;
}

Page MainWindow::currentPage() const
{
    return static_cast<Page>(d->ui.pages->currentIndex());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    d->settings.setLayoutOf(u"window"_s, saveGeometry());
    d->people->saveLayout();
    QMainWindow::closeEvent(event);
}

} // namespace twinbook
