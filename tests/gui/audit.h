// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace twinbook::testing {

//! Everything on the page that the keyboard can reach but a screen reader cannot name, that is
//! too small to press (WCAG 2.5.8), or that would show mark-up in people's data.
inline QStringList faultsOf(const QWidget &page)
{
    QStringList faults;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || widget->objectName().startsWith(u"qt_"))
            continue;
        const QString what = QStringLiteral("%1 \"%2\"")
                                 .arg(QString::fromLatin1(widget->metaObject()->className()),
                                      widget->objectName());
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->textFormat() != Qt::PlainText)
            faults += what + QStringLiteral(" may show rich text");
        const bool isControl = qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget);
        if (!isControl || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            faults += what + QStringLiteral(" has no name");
        if (widget->width() < 24 || widget->height() < 24)
            faults += what + QStringLiteral(" is smaller than 24 pixels");
    }
    return faults;
}

} // namespace twinbook::testing
