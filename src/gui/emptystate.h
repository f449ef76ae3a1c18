// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"

#include <QWidget>

class QPushButton;

namespace twinbook {

class Picture;
class PlainLabel;

//! What stands where nothing can be shown: icon, title, text and one way on.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(QWidget *parent = nullptr);

    struct Content
    {
        Icon icon = Icon::Info;
        QString title;
        QString text;
        QString button; //!< empty: no button
    };
    void setContent(const Content &content);

Q_SIGNALS:
    void pressed();

private:
    Picture *m_picture;
    PlainLabel *m_title;
    PlainLabel *m_text;
    QPushButton *m_button;
};

} // namespace twinbook
