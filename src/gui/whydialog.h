// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/whystory.h"

#include <QDialog>

namespace twinbook {

class SyncController;

//! "Why is this value here?": for each side what it shows, who wrote it and what was there before.
//! From what was last seen; asks no service.
class WhyDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyDialog)

public:
    //! `person` is the id of either record, `title` what people call the field. The controller is
    //! asked at once and not kept.
    WhyDialog(const SyncController &controller, const RemoteId &person, const QString &personName,
              const FieldId &field, const QString &title, QWidget *parent = nullptr);

Q_SIGNALS:
    //! "Undo this change...". The dialog has closed.
    void undoRequested();

private:
    [[nodiscard]] QWidget *cardOf(const WhyStory &story);
};

} // namespace twinbook
