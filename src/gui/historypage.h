// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/runchangesmodel.h"
#include "viewmodels/runhistorymodel.h"
#include "viewmodels/synccontroller.h"

#include <QWidget>

#include <memory>

class QAction;

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

    //! "Undo this sync..." and "Go back to a restore point..." as buttons; the actions belong to
    //! the window.
    void setVerbs(QAction *undo, QAction *restore);
    //! Selects the newest run.
    void showNewest();
    //! All changes of the selected run, if something of it can be taken back.
    [[nodiscard]] std::optional<UndoScope> undoableRun() const;

Q_SIGNALS:
    void selectionChanged();
    void undoRequested(const twinbook::UndoScope &scope);
    void whyRequested(const twinbook::RemoteId &person, const QString &name,
                      const twinbook::FieldId &field, const QString &title);

private:
    void prepareTables();
    void reload();
    void showRun(int row);
    void showNoChanges();
    void showContextMenu(const QPoint &at);

    std::unique_ptr<Ui::HistoryPageForm> m_ui;
    RunHistoryModel m_runs;
    RunChangesModel m_changes;
};

} // namespace twinbook
