// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace twinbook {

class PlainLabel;

//! A short message over the lower edge of a window, with one button, that goes by itself after
//! eight seconds, but not while it is pointed at or has the focus.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    explicit Toast(QWidget *parent);

    void say(const QString &text, const QString &button);

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void goIfUnused();

    PlainLabel *m_text;
    QPushButton *m_button;
    QTimer m_timer;
};

} // namespace twinbook
