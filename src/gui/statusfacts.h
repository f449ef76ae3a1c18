// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/synccontroller.h"

#include <QWidget>

namespace twinbook {

class PlainLabel;

//! The lower edge of the window: both accounts, when the next automatic sync is, and Pause.
class StatusFacts final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusFacts)

public:
    //! `controller` must outlive the widget; an empty account name is not connected.
    StatusFacts(SyncController &controller, const PerSide<QString> &accounts,
                QWidget *parent = nullptr);

private:
    void showSchedule();

    SyncController &m_controller;
    PlainLabel *m_schedule;
};

} // namespace twinbook
