// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/settings.h"
#include "viewmodels/synccontroller.h"

#include <QWidget>

#include <memory>

namespace twinbook {

namespace Ui {
class SettingsPageForm;
}

//! Automatic sync, appearance and accounts. Everything takes effect at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    //! `controller` and `settings` must outlive the page; an empty account name is not connected.
    SettingsPage(SyncController &controller, GuiSettings &settings,
                 const PerSide<QString> &accounts, QWidget *parent = nullptr);
    ~SettingsPage() override;

Q_SIGNALS:
    void signInRequested(twinbook::Side side);
    void setupRequested();

private:
    void fillAccounts(const PerSide<QString> &accounts);
    void fillAppearance();
    void showSchedule(const ScheduleState &state);
    void sendSchedule();

    SyncController &m_controller;
    GuiSettings &m_settings;
    std::unique_ptr<Ui::SettingsPageForm> m_ui;
};

} // namespace twinbook
