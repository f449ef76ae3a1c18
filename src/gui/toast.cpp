// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/toast.h"

#include "gui/banner.h"
#include "gui/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <chrono>

using namespace std::chrono_literals;

namespace twinbook {

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::one, space::one, space::one);
    row->setSpacing(space::two);
    row->addWidget(m_text, 1);
    row->addWidget(m_button);
    m_text->setWordWrap(false);
    m_timer.setSingleShot(true);
    m_timer.setInterval(8s);
    connect(&m_timer, &QTimer::timeout, this, &Toast::goIfUnused);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT pressed();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::say(const QString &text, const QString &button)
{
    m_text->setText(text);
    m_button->setText(button);
    show();
    raise();
    place();
    m_timer.start();
    announce(m_text);
}

void Toast::goIfUnused()
{
    if (underMouse() || m_button->hasFocus())
        m_timer.start();
    else
        hide();
}

void Toast::place()
{
    const QRect area = parentWidget()->rect();
    const int width = qMin(sizeHint().width(), area.width() - space::four);
    resize(width, sizeHint().height());
    move((area.width() - width) / 2, area.height() - height() - space::four);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(fieldBorderColor(palette()), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::one, space::one);
}

} // namespace twinbook
