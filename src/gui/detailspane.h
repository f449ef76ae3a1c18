// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/persondetailsmodel.h"

#include <QFrame>

class QPushButton;
class QStackedWidget;

namespace twinbook {

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

Q_SIGNALS:
    void leaveOutRequested();
    void takeInRequested();
    void decideRequested();

private:
    void showButtons(RowState state);

    PersonDetailsModel m_model;
    QStackedWidget *m_stack;
    EmptyState *m_nobody;
    PlainLabel *m_name;
    PlainLabel *m_sentence;
    QPushButton *m_decide;
    QPushButton *m_leaveOut;
    PlainTable *m_fields;
    RowState m_state = RowState::InSync;
};

} // namespace twinbook
