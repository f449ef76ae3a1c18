// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/mappingdraft.h"

#include <QDialog>

#include <memory>

class QListWidget;

namespace twinbook {

namespace Ui {
class MappingRowDialog;
}

//! Connects two fields that are not synced yet. What does not fit is grey, with the reason.
class MappingRowDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingRowDialog)

public:
    //! `draft` must outlive the dialog. The new row becomes one step of it.
    explicit MappingRowDialog(MappingDraft &draft, QWidget *parent = nullptr);
    ~MappingRowDialog() override;

    void accept() override;

private:
    void fillLeft();
    void fillRight();
    void showOutcome();
    [[nodiscard]] FieldKey chosen(const QListWidget *list) const;

    MappingDraft &m_draft;
    std::unique_ptr<Ui::MappingRowDialog> m_ui;
};

} // namespace twinbook
