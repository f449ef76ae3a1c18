// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "viewmodels/health.h"

#include <QFrame>

class QPushButton;

namespace twinbook {

class Picture;
class PlainLabel;

//! The state of everything in one sentence and the one thing to do about it. Never hidden; the
//! sentence takes the focus, so that a screen reader can read it again.
class HealthBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HealthBar)

public:
    explicit HealthBar(QWidget *parent = nullptr);

    void setHealth(const Health &health);

Q_SIGNALS:
    void actionRequested(twinbook::Health::Action action);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Health m_health;
    Picture *m_picture;
    PlainLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace twinbook
