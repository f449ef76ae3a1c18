// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/picture.h"

#include <QPainter>

namespace twinbook {

Picture::Picture(QWidget *parent)
    : Picture(Icon::Info, Tone::Muted, 1.25, parent)
{ }

Picture::Picture(Icon name, Tone tone, qreal lines, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_tone(tone)
    , m_lines(lines)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Picture::setIcon(Icon name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void Picture::setLines(qreal lines)
{
    m_lines = lines;
    updateGeometry();
}

QSize Picture::sizeHint() const
{
    const int side = qRound(fontMetrics().height() * m_lines);
    return {side, side};
}

void Picture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icon(m_name, m_tone).paint(&painter, rect());
}

} // namespace twinbook
