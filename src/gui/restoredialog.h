// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/restorepointmodel.h"
#include "viewmodels/synccontroller.h"

#include <QDialog>

class QPushButton;

namespace twinbook {

class PlainLabel;
class PlainTable;

//! The restore points, and what going back to the selected one means before anything is done.
//! Going back is left to whoever can close the database.
class RestoreDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestoreDialog)

public:
    //! `controller` must outlive the dialog.
    explicit RestoreDialog(const SyncController &controller, QWidget *parent = nullptr);
    ~RestoreDialog() override;

Q_SIGNALS:
    //! The person chose this point; the dialog has closed.
    void restoreRequested(twinbook::RunId run);

private:
    [[nodiscard]] QWidget *setUpTable();
    void showSelected();
    void goBack();

    const SyncController &m_controller;
    RestorePointModel m_model;
    PlainTable *m_points;
    PlainLabel *m_meaning;
    PlainLabel *m_whyNot;
    QPushButton *m_goBack;
};

} // namespace twinbook
