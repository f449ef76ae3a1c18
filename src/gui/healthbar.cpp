// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/healthbar.h"

#include "gui/banner.h"
#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace twinbook {

namespace {

Tone toneOf(Health::Level level)
{
    switch (level) {
    case Health::Level::Good:
        return Tone::Good;
    case Health::Level::Attention:
        return Tone::Attention;
    case Health::Level::Stopped:
        return Tone::Stopped;
    case Health::Level::Working:
        return Tone::Working;
    }
    Q_UNREACHABLE();
}

QString buttonText(Health::Action action)
{
    switch (action) {
    case Health::Action::None:
        return {};
    case Health::Action::Review:
        return HealthBar::tr("Review");
    case Health::Action::Preview:
        return HealthBar::tr("Show preview");
    case Health::Action::CheckForChanges:
        return HealthBar::tr("Check for changes");
    case Health::Action::SignInAgain:
        return HealthBar::tr("Sign in again");
    case Health::Action::ShowRun:
        return HealthBar::tr("Show what happened");
    case Health::Action::Resume:
        return HealthBar::tr("Resume");
    }
    return {};
}

} // namespace

HealthBar::HealthBar(QWidget *parent)
    : QFrame(parent)
    , m_picture(new Picture(Icon::Info, Tone::Muted, 1.25, this))
    , m_sentence(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("healthBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, space::half, space::half, space::half);
    row->setSpacing(space::one);
    row->addWidget(m_picture);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_button);
    m_sentence->setObjectName(QStringLiteral("healthSentence"));
    m_sentence->setLook(PlainLabel::Look::Strong);
    m_sentence->setFocusPolicy(Qt::TabFocus);
    row->addStrut(space::control); // the bar keeps its height without the button
    m_button->setObjectName(QStringLiteral("healthButton"));
    m_button->hide();
    m_sentence->installEventFilter(this);
    connect(m_button, &QPushButton::clicked, this,
            [this] { Q_EMIT actionRequested(m_health.action); });
}

void HealthBar::setHealth(const Health &health)
{
    m_health = health;
    const Tone tone = toneOf(health.level);
    m_picture->setIcon(toneIcon(tone), tone);
    m_sentence->setText(health.sentence);
    m_sentence->setAccessibleName(tr("State: %1").arg(health.sentence));
    m_button->setText(buttonText(health.action));
    m_button->setVisible(health.action != Health::Action::None);
    announce(m_sentence);
    update();
}

bool HealthBar::eventFilter(QObject *watched, QEvent *event)
{
    // The ring is drawn around the whole bar.
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QFrame::eventFilter(watched, event);
}

void HealthBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneSurface(toneOf(m_health.level), palette()));
    painter.drawRoundedRect(rect(), space::one, space::one);
    if (m_sentence->hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), space::focusRing));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), space::one, space::one);
    }
}

} // namespace twinbook
