// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "gui/decisionspage.h"
#include "gui/mappingpage.h"
#include "gui/previewdialog.h"
#include "gui/requestspage.h"
#include "gui/setupwizard.h"
#include "gui/testrequestspage.h"
#include "viewmodels/restorepointmodel.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace twinbook {

QString sceneDirectory(Scene scene, const QString &dataDirectory)
{
    return scene == Scene::Practice ? QDir(dataDirectory).filePath(u"practice"_s) : dataDirectory;
}

Application::Application(QString dataDirectory)
    : m_dataDirectory(std::move(dataDirectory))
    , m_appearance(m_settings)
{
    m_thread.setObjectName(u"engine"_s);
    connect(&m_connector, &AccountConnector::tested, this,
            [this](Side, const ConnectionOutcome &outcome) {
                if (m_controller && outcome.verdict == ConnectionOutcome::Verdict::Connected)
                    m_accountsChanged = AccountsChanged::Yes;
            });
    connect(
        &m_connector, &Connector::practiceRequested, this, [this] { open(Scene::Practice); },
        Qt::QueuedConnection);
}

Application::~Application()
{
    takeDown();
}

void Application::open(Scene scene)
{
    m_betweenScenes = std::make_unique<QEventLoopLocker>();
    takeDown();
    m_accountsChanged = AccountsChanged::No;
    m_scene = scene;
    m_backstage = new Backstage(scene, sceneDirectory(scene, m_dataDirectory));
    m_requestLink.setBackstage(m_backstage);
    m_backstage->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_backstage, &QObject::deleteLater);
    connect(m_backstage, &Backstage::opened, this, &Application::opened);
    connect(m_backstage, &Backstage::draftsRead, this,
            [this](const AccountDraft &officeRnD, const AccountDraft &highLevel) {
                m_connector.setDrafts({officeRnD, highLevel});
            });
    connect(m_backstage, &Backstage::identified, this,
            [this](const QString &organization, const QString &locationId) {
                m_requestLink.setAccountIds({organization, locationId});
            });
    connect(m_backstage, &Backstage::engineReady, this, &Application::engineReady);
    connect(m_backstage, &Backstage::refused, this, &Application::tell);
    m_thread.start();
    QMetaObject::invokeMethod(m_backstage, &Backstage::open, Qt::QueuedConnection);
}

//! Windows first, then what they show, then the thread with everything behind it.
void Application::takeDown()
{
    delete m_preview;
    m_window.reset();
    m_wizard.reset();
    m_controller.reset();
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait();
    }
}

void Application::opened(const QString &officeRnD, const QString &highLevel)
{
    m_accounts = {officeRnD, highLevel};
    m_connector.setBackstage(m_backstage, m_accounts);
    if (officeRnD.isEmpty() || highLevel.isEmpty())
        showSetup();
}

void Application::showSetup()
{
    m_wizard = std::make_unique<SetupWizard>(m_connector);
    connect(m_wizard.get(), &SetupWizard::previewRequested, this, [this] {
        showWindow();
        showPreview();
    });
    if (m_controller)
        m_wizard->setController(m_controller.get());
    connect(
        m_wizard.get(), &QDialog::finished, this,
        [this] {
            // The engine still talks to the old account: begin anew with what is connected now.
            if (m_accountsChanged == AccountsChanged::Yes)
                open(m_scene);
        },
        Qt::QueuedConnection);
    m_wizard->show();
    m_betweenScenes.reset();
}

void Application::engineReady(Engine *engine)
{
    if (m_controller) {
        // Asked for once more, by a wizard that was opened beside the window.
        if (m_wizard)
            m_wizard->setController(m_controller.get());
        return;
    }
    Result<Database> database
        = Database::open(Workspace::databasePath(sceneDirectory(m_scene, m_dataDirectory)),
                         Database::Mode::ReadOnly);
    if (!database) {
        tell(database.error());
        return;
    }
    for (const Side side : bothSides) {
        if (const QString name = m_connector.connectedAccount(side); !name.isEmpty())
            m_accounts[side] = name;
    }
    m_controller = std::make_unique<SyncController>(engine, *std::move(database), m_clock);
    if (m_wizard) {
        m_wizard->setController(m_controller.get());
        return;
    }
    showWindow();
    m_controller->checkForChanges();
}

void Application::showWindow()
{
    if (m_window || !m_controller)
        return;
    const auto mode
        = m_scene == Scene::Practice ? WindowAccounts::Mode::Practice : WindowAccounts::Mode::Real;
    m_window = std::make_unique<MainWindow>(*m_controller, m_settings,
                                            WindowAccounts {mode, m_accounts});
    m_window->addPage(Page::Decisions, new DecisionsPage(*m_controller, m_clock));
    auto *mapping = new MappingPage(*m_controller, m_clock);
    m_window->addPage(Page::Fields, mapping);
    connect(mapping, &MappingPage::previewRequested, this, &Application::showPreview);
    m_requestLink.setAccountNames(m_accounts);
    if (Result<Catalogue> catalogue = Catalogue::load()) {
        m_window->addPage(Page::TestRequests, new TestRequestsPage(m_requestLink, *catalogue));
        const QString directory = sceneDirectory(m_scene, m_dataDirectory);
        m_window->addPage(Page::Requests,
                          new RequestsPage(*std::move(catalogue), RequestFile::pathIn(directory)));
    } else {
        tell(catalogue.error());
    }
    connect(m_window.get(), &MainWindow::previewRequested, this, &Application::showPreview);
    connect(m_window.get(), &MainWindow::setupRequested, this, &Application::showSetup);
    // Later, because it takes down the window that asks.
    connect(m_window.get(), &MainWindow::restoreRequested, this, &Application::goBackTo,
            Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::signInRequested, this, [this](Side side) {
        showSetup();
        m_wizard->goTo(side == Side::Left ? SetupWizard::OfficeRnD : SetupWizard::HighLevel);
    });
    connect(
        m_window.get(), &MainWindow::leavePracticeRequested, this,
        [this] { open(Scene::Accounts); }, Qt::QueuedConnection);
    m_window->show();
    m_betweenScenes.reset();
    Q_EMIT windowReady();
}

PreviewDialog *Application::preview()
{
    if (!m_preview && m_window) {
        m_preview = new PreviewDialog(*m_controller, m_clock, m_window.get());
        m_preview->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preview, &PreviewDialog::reviewRequested, this,
                [this] { m_window->showPage(Page::Decisions); });
    }
    return m_preview;
}

void Application::showPreview()
{
    PreviewDialog *dialog = preview();
    if (!dialog)
        return;
    if (!m_controller->plan())
        m_controller->checkForChanges();
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

//! Nobody may have the database open meanwhile: everything is taken down and built anew.
void Application::goBackTo(RunId restorePoint)
{
    m_betweenScenes = std::make_unique<QEventLoopLocker>();
    takeDown();
    const Result<> restored
        = Workspace::goBackTo(sceneDirectory(m_scene, m_dataDirectory), restorePoint);
    connect(
        this, &Application::windowReady, this,
        [this, restored, restorePoint] {
            if (!restored) {
                tell(restored.error());
                return;
            }
            auto *box
                = new QMessageBox(QMessageBox::Information, tr("Twinbook"),
                                  wentBackText(restorePoint), QMessageBox::Close, m_window.get());
            box->setTextFormat(Qt::PlainText);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        },
        Qt::SingleShotConnection);
    open(m_scene);
}

void Application::tell(const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Twinbook"), error.message,
                                QMessageBox::Close, m_window.get());
    box->setTextFormat(Qt::PlainText);
    if (!error.detail.isEmpty())
        box->setDetailedText(error.detail);
    box->setAttribute(Qt::WA_DeleteOnClose);
    // Without a window there is nothing left to do once the person has read why.
    connect(box, &QMessageBox::finished, this, [this, error] {
        Q_EMIT refused(error);
        if (!m_window && !m_wizard)
            QApplication::exit(2);
    });
    box->show();
    m_betweenScenes.reset();
}

} // namespace twinbook
