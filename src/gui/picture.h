// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/theme.h"

#include <QWidget>

namespace twinbook {

//! A decorative icon beside a text that says the same; grows with the font and follows the theme.
class Picture final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Picture)

public:
    explicit Picture(QWidget *parent = nullptr);
    //! `lines` is the size in heights of a line of text.
    Picture(Icon name, Tone tone, qreal lines = 1.25, QWidget *parent = nullptr);

    void setIcon(Icon name, Tone tone);
    void setLines(qreal lines);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_name;
    Tone m_tone;
    qreal m_lines;
};

} // namespace twinbook
