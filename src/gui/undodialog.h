// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/synccontroller.h"
#include "viewmodels/undomodel.h"

#include <QDialog>

#include <memory>

namespace twinbook {

namespace Ui {
class UndoDialog;
}

//! The preview of an undo: what goes back, for whom, what stays as it is and why. Reads the people
//! concerned when it is shown; writes nothing before "Undo". What it does is a run like any other.
class UndoDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoDialog)

public:
    //! Both must outlive the dialog.
    UndoDialog(SyncController &controller, UndoScope scope, QWidget *parent = nullptr);
    ~UndoDialog() override;

    [[nodiscard]] UndoModel &model() { return *m_model; }

    void accept() override; //!< carries out, then closes
    void reject() override;

private:
    enum class State : quint8 { Looking, Refused, Ready };

    void setUpTree();
    void look();
    void showUndo(const PreparedUndoPtr &undo);
    void showRefusal(const Error &error);
    void showProgress(const EngineProgress &progress);
    void showChoices();
    //! Why nothing can be done now, or an empty string if it can.
    [[nodiscard]] QString reasonToWait() const;

    SyncController &m_controller;
    const UndoScope m_scope;
    const QString m_run; //!< "sync #3"
    std::unique_ptr<Ui::UndoDialog> m_ui;
    UndoModel *m_model;
    State m_state = State::Looking;
};

} // namespace twinbook
