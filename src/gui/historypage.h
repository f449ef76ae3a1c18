// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/runchangesmodel.h"
#include "viewmodels/runhistorymodel.h"
#include "viewmodels/synccontroller.h"

#include <QWidget>

#include <memory>

namespace twinbook {

namespace Ui {
class HistoryPageForm;
}

//! Every run and, for the selected one, every value before and after.
class HistoryPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryPage)

public:
    //! `controller` must outlive the page.
    explicit HistoryPage(SyncController &controller, QWidget *parent = nullptr);
    ~HistoryPage() override;

    //! Selects the newest run.
    void showNewest();

private:
    void prepareTables();
    void reload();
    void showRun(int row);

    std::unique_ptr<Ui::HistoryPageForm> m_ui;
    RunHistoryModel m_runs;
    RunChangesModel m_changes;
};

} // namespace twinbook
