// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/accountconnector.h"
#include "viewmodels/synccontroller.h"

#include <QDialog>
#include <QPointer>

#include <memory>

namespace twinbook {

class AccountPage;
class PlainLabel;
class RecognisePage;
class SetupSteps;
namespace Ui {
class SetupWizard;
}

//! The first run, in five steps: the promise, the two accounts, recognising people, the first
//! preview. Closing it is safe at any step; the next start goes on where it stood, because what
//! is connected is connected.
//!
//! When both accounts are connected it calls AccountConnector::finishSetup(); whoever builds the
//! engine then hands the controller over with setController(), and the first check begins.
class SetupWizard final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetupWizard)

public:
    enum Step { Welcome, OfficeRnD, HighLevel, Recognise, FirstPreview };

    //! `connector` must outlive the window.
    explicit SetupWizard(AccountConnector &connector, QWidget *parent = nullptr);
    ~SetupWizard() override;

    //! The engine is there. `controller` may die first.
    void setController(SyncController *controller);
    [[nodiscard]] Step step() const;
    void goTo(Step step);

Q_SIGNALS:
    //! The last step: show the preview. The wizard has closed.
    void previewRequested();

protected:
    void done(int result) override;

private:
    void setUpPages();
    [[nodiscard]] QWidget *welcomePage();
    [[nodiscard]] QWidget *firstPreviewPage();
    [[nodiscard]] Step firstOpenStep() const;
    void next();
    void back();
    void showButtons();

    AccountConnector &m_connector;
    std::unique_ptr<Ui::SetupWizard> m_ui;
    SetupSteps *m_steps;
    PerSide<AccountPage *> m_accounts;
    RecognisePage *m_recognise = nullptr;
    PlainLabel *m_headline = nullptr; //!< of the first preview
    QPointer<SyncController> m_controller;
};

} // namespace twinbook
