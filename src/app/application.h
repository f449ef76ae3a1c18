// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/backstage.h"
#include "app/connector.h"
#include "app/requestlink.h"
#include "gui/appearance.h"
#include "gui/mainwindow.h"
#include "gui/settings.h"
#include "viewmodels/synccontroller.h"

#include <QEventLoopLocker>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>

namespace twinbook {

class PreviewDialog;
class SetupWizard;

//! The window's composition root: builds everything once, connects it, and takes it down in
//! order. One scene at a time; changing it takes the old one down first.
class Application final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Application)

public:
    explicit Application(QString dataDirectory);
    ~Application() override;

    void open(Scene scene);

    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] SyncController *controller() const { return m_controller.get(); }
    [[nodiscard]] SetupWizard *wizard() const { return m_wizard.get(); }
    //! The preview, made if need be.
    [[nodiscard]] PreviewDialog *preview();
    void showSetup();

Q_SIGNALS:
    //! The main window is there and shows the people last seen.
    void windowReady();
    //! The scene cannot be opened; a person has been told.
    void refused(const twinbook::Error &error);

private:
    void takeDown();
    void opened(const QString &officeRnD, const QString &highLevel);
    void engineReady(Engine *engine);
    void showWindow();
    void showPreview();
    void goBackTo(RunId restorePoint);
    void tell(const Error &error);

    const QString m_dataDirectory;
    SystemClock m_clock;
    GuiSettings m_settings;
    AppearanceKeeper m_appearance;
    Scene m_scene = Scene::Accounts;
    QThread m_thread;
    QPointer<Backstage> m_backstage;
    Connector m_connector;
    RequestLink m_requestLink;
    PerSide<QString> m_accounts;
    //! An account was connected anew while the window was open.
    enum class AccountsChanged : quint8 { No, Yes } m_accountsChanged = AccountsChanged::No;
    std::unique_ptr<SyncController> m_controller;
    std::unique_ptr<SetupWizard> m_wizard;
    std::unique_ptr<MainWindow> m_window;
    QPointer<PreviewDialog> m_preview;
    //! Between two scenes there is no window, which is no reason to quit.
    std::unique_ptr<QEventLoopLocker> m_betweenScenes;
};

//! Where that scene keeps its database.
[[nodiscard]] QString sceneDirectory(Scene scene, const QString &dataDirectory);

} // namespace twinbook
