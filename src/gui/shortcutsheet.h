// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace twinbook {

//! Every shortcut of the window, read from its actions, so that none can be forgotten.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutSheet)

public:
    ShortcutSheet(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace twinbook
