// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/actionbutton.h"

#include "gui/plainlabel.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace twinbook {

ActionButton::ActionButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
}

void ActionButton::setAction(QAction *action)
{
    follow(*action);
    connect(action, &QAction::changed, this, [this, action] { follow(*action); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::follow(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    const QString words = QString(action.text()).remove(u'&');
    setText(words);
    setIcon(action.icon());
    setEnabled(action.isEnabled());
    setToolTip(plainToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys)));
}

} // namespace twinbook
