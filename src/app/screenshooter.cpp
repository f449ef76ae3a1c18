// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshooter.h"

#include "gui/historypage.h"
#include "gui/previewdialog.h"
#include "gui/requestspage.h"
#include "gui/restoredialog.h"
#include "gui/screenshots.h"
#include "gui/setupwizard.h"
#include "gui/testrequestspage.h"
#include "gui/undodialog.h"
#include "gui/whydialog.h"
#include "viewmodels/fieldtitles.h"

#include <QApplication>
#include <QPushButton>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! The window's models read in the background after a plan; pictures wait for them.
constexpr std::chrono::milliseconds settling {800};

int reported(const Result<> &written)
{
    if (written)
        return 0;
    std::fprintf(stderr, "%s\n", qUtf8Printable(written.error().message));
    return 2;
}

} // namespace

Screenshooter::Screenshooter(Application &application, QString folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
{
    connect(&application, &Application::windowReady, this, &Screenshooter::watchPlan);
    connect(&application, &Application::refused, this, [] { QApplication::exit(2); });
}

void Screenshooter::watchPlan()
{
    connect(
        m_application.controller(), &SyncController::planReady, this,
        [this] { QTimer::singleShot(settling, this, &Screenshooter::takePictures); },
        Qt::SingleShotConnection);
    connect(m_application.controller(), &SyncController::runFinished, this,
            [this] { QTimer::singleShot(settling, this, &Screenshooter::applyThenTakeTheRest); });
}

void Screenshooter::takePictures()
{
    MainWindow *window = m_application.window();
    window->resize(1280, 800);
    const auto page = [window](Page which) { return [window, which] { window->showPage(which); }; };
    QList<Screen> screens {{u"people"_s, window, page(Page::People)},
                           {u"decisions"_s, window, page(Page::Decisions)},
                           {u"fields"_s, window, page(Page::Fields)},
                           {u"settings"_s, window, page(Page::Settings)}};
    auto *requests = window->findChild<TestRequestsPage *>();
    screens.append({u"test-requests-change"_s, window, [window, requests] {
                        window->showPage(Page::TestRequests);
                        requests->choose(u"highlevel.contacts.update"_s);
                    }});
    PreviewDialog *preview = m_application.preview();
    preview->show();
    screens.append({u"preview"_s, preview, {}});

    m_application.showSetup();
    SetupWizard *wizard = m_application.wizard();
    using Step = SetupWizard::Step;
    for (const auto &[name, step] : {std::pair {u"setup-1-welcome"_s, Step::Welcome},
                                     std::pair {u"setup-2-officernd"_s, Step::OfficeRnD},
                                     std::pair {u"setup-3-highlevel"_s, Step::HighLevel},
                                     std::pair {u"setup-4-recognise"_s, Step::Recognise},
                                     std::pair {u"setup-5-preview"_s, Step::FirstPreview}})
        screens.append({name, wizard, [wizard, step = step] { wizard->goTo(step); }});
    const int code = reported(writeScreens(m_folder, screens));
    if (code != 0) {
        QApplication::exit(code);
        return;
    }
    wizard->close();
    // Its answer is there before the sync has ended.
    requests->choose(u"highlevel.contacts.search"_s);
    requests->findChild<QPushButton *>(u"send"_s)->click();
    m_round = Round::AfterSync;
    preview->close();
    m_application.controller()->apply({.trigger = RunTrigger::Person});
}

//! The undo of that sync is looked up first: its people are read from both services.
void Screenshooter::applyThenTakeTheRest()
{
    if (m_round != Round::AfterSync)
        return;
    MainWindow *window = m_application.window();
    window->showPage(Page::History);
    const auto scope = window->findChild<HistoryPage *>()->undoableRun();
    UndoDialog *undo = scope ? window->showUndo(*scope) : nullptr;
    if (undo == nullptr) {
        takeTheRest(nullptr);
        return;
    }
    connect(m_application.controller(), &SyncController::undoReady, this, [this, undo] {
        QTimer::singleShot(settling, this, [this, undo] { takeTheRest(undo); });
    });
}

void Screenshooter::takeTheRest(UndoDialog *undo)
{
    MainWindow *window = m_application.window();
    const auto page = [window](Page which) { return [window, which] { window->showPage(which); }; };
    QList<Screen> screens {{u"people-after-sync"_s, window, page(Page::People)},
                           {u"history"_s, window, page(Page::History)},
                           {u"test-requests"_s, window, page(Page::TestRequests)},
                           {u"requests"_s, window, [window] {
                                window->showPage(Page::Requests);
                                window->findChild<RequestsPage *>()->chooseNotable();
                            }}};
    screens.append({u"restore-points"_s, window->showRestorePoints(), {}});
    if (undo != nullptr) {
        screens.append({u"undo"_s, undo, {}});
        const PreparedUndo &prepared = *undo->model().undo();
        const auto titles = fieldTitles(m_application.controller()->database(),
                                        m_application.controller()->clock());
        const ChangeEntry &change = prepared.entries.constFirst();
        auto *why = new WhyDialog(*m_application.controller(), change.record, change.person,
                                  change.field, titles.value(change.field, change.field), window);
        screens.append({u"why"_s, why, {}});
    }
    QApplication::exit(reported(writeScreens(m_folder, screens)));
}

} // namespace twinbook
