// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/persondetailsmodel.h"

#include <QFrame>

class QAction;
class QPushButton;
class QStackedWidget;

namespace twinbook {

class ActionButton;
class EmptyState;
class PlainLabel;
class PlainTable;

//! Below the table: one person with every field, both values, what it will become and why.
class DetailsPane final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPane)

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void showPerson(const PeopleRow &row, const PreparedPlanPtr &plan);
    //! `count` people are selected: none or several.
    void showSelection(int count);
    //! What the row with the cursor shows; empty ids without one.
    struct CurrentField
    {
        FieldId id;
        QString title;
    };
    [[nodiscard]] CurrentField currentField() const;
    //! The verbs of its menus and of its button; they belong to the window.
    void setVerbs(QAction *why, QAction *undoField, QAction *undoPerson);

Q_SIGNALS:
    void leaveOutRequested();
    void takeInRequested();
    void decideRequested();
    void fieldChanged();

private:
    void showButtons(RowState state);

    PersonDetailsModel m_model;
    QStackedWidget *m_stack;
    EmptyState *m_nobody;
    PlainLabel *m_name;
    PlainLabel *m_sentence;
    QPushButton *m_decide;
    QPushButton *m_leaveOut;
    ActionButton *m_undo;
    PlainTable *m_fields;
    RowState m_state = RowState::InSync;
};

} // namespace twinbook
