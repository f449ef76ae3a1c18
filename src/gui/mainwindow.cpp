// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow.h"

#include "gui/banner.h"
#include "gui/settings.h"
#include "gui/theme.h"
#include "ui_mainwindow.h"
#include "viewmodels/synccontroller.h"

#include <QCloseEvent>

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

    MainWindow &q;
    SyncController &controller;
    GuiSettings &settings;
    WindowAccounts accounts;
    Ui::MainWindowForm ui;
};

void MainWindow::Private::fillSideBar()
{
    struct Entry
    {
        Icon picture;
        QAction *action;
    };
    const std::array entries {
        Entry {Icon::People, ui.actionPeople}, Entry {Icon::Decisions, ui.actionDecisions},
        Entry {Icon::Fields, ui.actionFields}, Entry {Icon::History, ui.actionHistory},
        Entry {Icon::Settings, ui.actionSettings}};
    for (const Entry &entry : entries) {
        ui.pages->addWidget(new QWidget);
        ui.sideBar->addEntry(entry.picture, entry.action->text().remove(u'&'),
                             entry.action->shortcut().toString(QKeySequence::NativeText));
        const auto page = static_cast<Page>(ui.pages->count() - 1);
        QObject::connect(entry.action, &QAction::triggered, &q, [this, page] { q.showPage(page); });
    }
    QObject::connect(ui.sideBar, &SideBar::chosen, &q,
                     [this](int entry) { q.showPage(static_cast<Page>(entry)); });
}

MainWindow::MainWindow(SyncController &controller, GuiSettings &settings, WindowAccounts accounts,
                       QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, controller, settings, std::move(accounts)))
{
    d->ui.setupUi(this);
    d->fillSideBar();
    d->ui.healthBar->setHealth(controller.health());
    connect(&controller, &SyncController::healthChanged, d->ui.healthBar, &HealthBar::setHealth);
    connect(d->ui.actionPreview, &QAction::triggered, this, &MainWindow::previewRequested);
    connect(d->ui.actionSetup, &QAction::triggered, this, &MainWindow::setupRequested);
    connect(d->ui.actionQuit, &QAction::triggered, this, &QWidget::close);
    showPage(Page::People);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Page place, QWidget *page)
{
    const int index = static_cast<int>(place);
    QWidget *old = d->ui.pages->widget(index);
    d->ui.pages->removeWidget(old);
    old->deleteLater();
    d->ui.pages->insertWidget(index, page);
}

void MainWindow::showPage(Page page)
{
    d->ui.pages->setCurrentIndex(static_cast<int>(page));
    d->ui.sideBar->setCurrent(static_cast<int>(page));
}

Page MainWindow::currentPage() const
{
    return static_cast<Page>(d->ui.pages->currentIndex());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
}

} // namespace twinbook
