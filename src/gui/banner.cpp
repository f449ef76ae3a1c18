// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/banner.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace twinbook {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_picture(new Picture(Icon::Info, Tone::Muted, 1.25, this))
    , m_text(new PlainLabel(this))
    , m_first(new QPushButton(this))
    , m_second(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::half, space::half, space::half);
    row->setSpacing(space::one);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addStrut(space::control);
    row->addWidget(m_picture, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_first, 0);
    row->addWidget(m_second, 0);
    setButtons({});
    connect(m_first, &QPushButton::clicked, this, &Banner::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &Banner::secondPressed);
    hide();
}

void Banner::setShape(Shape shape)
{
    m_shape = shape;
    const bool isRibbon = shape == Shape::Ribbon;
    const int edge = isRibbon ? 1 : space::half;
    layout()->setContentsMargins(space::two, edge, isRibbon ? space::two : edge, edge);
    m_first->setFlat(isRibbon);
    m_second->setFlat(isRibbon);
    update();
}

void Banner::say(Tone tone, const QString &text)
{
    m_tone = tone;
    m_picture->setIcon(toneIcon(tone), tone);
    const bool changed = m_text->text() != text;
    m_text->setText(text);
    show();
    update();
    if (changed)
        announce(m_text);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setButtons(const QString &first, const QString &second)
{
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneSurface(m_tone, palette()));
    const int radius = m_shape == Shape::Ribbon ? 0 : space::one;
    painter.drawRoundedRect(rect(), radius, radius);
}

Icon toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Icon::Good;
    case Tone::Attention:
        return Icon::Warning;
    case Tone::Stopped:
        return Icon::Error;
    case Tone::Working:
        return Icon::Sync;
    case Tone::Text:
    case Tone::Muted:
    case Tone::Accent:
    case Tone::OnAccent:
    case Tone::OfficeRnD:
    case Tone::HighLevel:
        break;
    }
    return Icon::Info;
}

void announce(QWidget *widget)
{
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace twinbook
