// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/synccontroller.h"

#include <QPushButton>

namespace twinbook {

//! Pauses automatic sync for an hour or until tomorrow, and lets it go on. Hidden while sync is by
//! hand.
class PauseButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PauseButton)

public:
    explicit PauseButton(QWidget *parent = nullptr);

    //! `controller` must outlive the button.
    void setController(SyncController &controller);

private:
    void follow(const ScheduleState &state);
    void pauseUntil(const QDateTime &moment);

    SyncController *m_controller = nullptr;
    QMenu *m_menu;
};

//! Whether automatic sync is held at the moment.
[[nodiscard]] bool isPaused(const ScheduleState &state, const QDateTime &now);

} // namespace twinbook
