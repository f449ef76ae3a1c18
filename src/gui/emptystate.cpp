// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/emptystate.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace twinbook {

namespace {

constexpr int textCharacters = 52; //!< a line of comfortable length

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(Icon::Info, Tone::Muted, 3.5, this))
    , m_title(new PlainLabel({}, PlainLabel::Look::Heading, this))
    , m_text(new PlainLabel({}, PlainLabel::Look::Muted, this))
    , m_button(new QPushButton(this))
{
    const int width = fontMetrics().averageCharWidth() * textCharacters;
    auto *middle = new QWidget(this);
    middle->setFixedWidth(width);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(space::one);
    // No alignment here: an aligned item does not grow in height with its lines.
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(space::one);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(middle);
    row->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
}

void EmptyState::setContent(const Content &content)
{
    m_picture->setIcon(content.icon, Tone::Muted);
    m_title->setText(content.title);
    m_text->setText(content.text);
    m_text->setVisible(!content.text.isEmpty());
    m_button->setText(content.button);
    m_button->setVisible(!content.button.isEmpty());
}

} // namespace twinbook
