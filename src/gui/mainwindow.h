// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/side.h"

#include <QMainWindow>

#include <memory>

namespace twinbook {

class GuiSettings;
class SyncController;
class RestoreDialog;
class UndoDialog;
struct UndoScope;

//! The pages of the window, in the order of the side bar and of Ctrl+1 to Ctrl+7.
enum class Page : quint8 { People, Decisions, Fields, History, Settings, TestRequests, Requests };

//! Whose people the window shows.
struct WindowAccounts
{
    enum class Mode : quint8 { Real, Practice } mode = Mode::Real;
    PerSide<QString> names; //!< empty: not connected
};

//! The window: side bar, health sentence, pages, progress and status. Everything it shows comes
//! from the controller; everything a person does goes there or out as a signal.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    //! Both must outlive the window.
    MainWindow(SyncController &controller, GuiSettings &settings, WindowAccounts accounts,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Puts a page into its place, instead of an empty one. The window owns it. Called before
    //! show(), for Page::Decisions, Page::Fields, Page::TestRequests and Page::Requests.
    void addPage(Page place, QWidget *page);
    void showPage(Page page);
    [[nodiscard]] Page currentPage() const;
    //! Opens the preview of that undo. It deletes itself when it is closed.
    UndoDialog *showUndo(const UndoScope &scope);
    //! Opens the list of restore points. It deletes itself when it is closed.
    RestoreDialog *showRestorePoints();

Q_SIGNALS:
    //! "Sync..." was pressed: show the changes of the last plan and apply from there.
    void previewRequested();
    //! Go back to what was known before that run; whoever does it closes this window.
    void restoreRequested(twinbook::RunId run);
    //! Connect one or both services.
    void setupRequested();
    void signInRequested(twinbook::Side side);
    void leavePracticeRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twinbook
