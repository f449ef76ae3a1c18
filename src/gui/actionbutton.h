// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

class QAction;

namespace twinbook {

//! A push button that is an action: its text, icon and enabled state, and its shortcut in the
//! tool tip.
class ActionButton final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionButton)

public:
    explicit ActionButton(QWidget *parent = nullptr);

    //! `action` must outlive the button.
    void setAction(QAction *action);

private:
    void follow(const QAction &action);
};

} // namespace twinbook
