// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/detailspane.h"
#include "gui/settings.h"
#include "viewmodels/peopletablemodel.h"
#include "viewmodels/synccontroller.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;

namespace twinbook {

class GroupedHeader;
class Toast;

namespace Ui {
class PeoplePageForm;
}

//! Everybody of both systems, one row for each person, with filter, search and details.
class PeoplePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeoplePage)

public:
    enum class Connection : quint8 { Missing, Complete };

    //! All must outlive the page.
    PeoplePage(SyncController &controller, GuiSettings &settings, Connection connection,
               QWidget *parent = nullptr);
    ~PeoplePage() override;

    //! The page shows these two as buttons; they belong to the window.
    void setVerbs(QAction *check, QAction *preview);
    //! The verbs of the details; they belong to the window too.
    void setDetailsVerbs(QAction *why, QAction *undoField, QAction *undoPerson);
    [[nodiscard]] DetailsPane::CurrentField currentField() const;
    //! The words that were there before come back selected.
    void focusSearch();
    void setDetails(GuiSettings::DetailsPane pane);
    //! Leaves the selected people out of every sync, until undone or taken in.
    void leaveOut();
    void takeIn();
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] QList<PeopleRow> selectedPeople() const;
    void saveLayout();

Q_SIGNALS:
    void setupRequested();
    void decideRequested();
    void selectionChanged();
    void undoChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Way : quint8 { Out, In };
    struct Step
    {
        Way way;
        QList<PeopleRow> people;
    };

    void prepareTable();
    void listen();
    void search();
    void applyQuery();
    void reload();
    void showState();
    void showSelected();
    void showContextMenu(const QPoint &at);
    void fitColumns();
    void move(Way way, const QList<PeopleRow> &people);
    void emptyStatePressed();
    void showEmptyState();

    SyncController &m_controller;
    GuiSettings &m_settings;
    Connection m_connection;
    std::unique_ptr<Ui::PeoplePageForm> m_ui;
    PeopleTableModel m_model;
    GroupedHeader *m_header;
    Toast *m_toast;
    QAction *m_check = nullptr;
    QAction *m_undoPerson = nullptr;
    //! Typing and runs come in bursts; the table follows when there is a pause.
    QTimer m_searchDelay;
    QTimer m_reloadDelay;
    QList<Step> m_undo;
    enum class Columns : quint8 { Fitted, ByHand } m_columns = Columns::Fitted;
    enum class EmptyAction : quint8 { None, Setup, Check, ClearSearch, ShowAll } m_emptyAction
        = EmptyAction::None;
};

} // namespace twinbook
