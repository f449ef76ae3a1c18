// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/fieldnote.h"

#include "gui/banner.h"
#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QHBoxLayout>

namespace twinbook {

FieldNote::FieldNote(QWidget *parent)
    : QWidget(parent)
    , m_sign(new Picture(Icon::Error, Tone::Stopped, 1.25, this))
    , m_text(new PlainLabel(this))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, space::half);
    line->setSpacing(space::half);
    line->addWidget(m_sign, 0, Qt::AlignTop);
    line->addWidget(m_text, 1);
    hide();
}

void FieldNote::hint(const QString &text)
{
    m_text->setLook(PlainLabel::Look::Muted);
    m_sign->hide();
    m_text->setText(text);
    show();
}

void FieldNote::blame(const QString &text)
{
    m_text->setLook(PlainLabel::Look::Strong);
    m_sign->show();
    m_text->setText(text);
    show();
    announce(m_text);
}

void FieldNote::clear()
{
    m_text->clear();
    hide();
}

QString FieldNote::text() const
{
    return m_text->text();
}

} // namespace twinbook
