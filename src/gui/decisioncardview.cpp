// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/decisioncardview.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

namespace twinbook {

DecisionCardView::DecisionCardView(Side side, QWidget *parent)
    : QFrame(parent)
    , m_side(side)
    , m_value(new PlainLabel(this))
    , m_changed(new PlainLabel(this))
    , m_newer(new PlainLabel(tr("newer"), PlainLabel::Look::Strong, this))
    , m_details(new QWidget(this))
    , m_detailRows(new QGridLayout(m_details))
    , m_chosenMark(new QWidget(this))
    , m_pick(new QPushButton(this))
    , m_key(new QShortcut(this))
{
    m_value->setLook(PlainLabel::Look::Heading);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changed->setLook(PlainLabel::Look::Muted);
    m_newer->setWordWrap(false);
    m_detailRows->setContentsMargins(0, 0, 0, 0);
    m_detailRows->setColumnStretch(1, 1);

    auto *mark = new QHBoxLayout(m_chosenMark);
    mark->setContentsMargins(0, 0, 0, 0);
    mark->addWidget(new Picture(Icon::Good, Tone::Accent, 1.25, m_chosenMark));
    auto *word = new PlainLabel(tr("chosen"), PlainLabel::Look::Strong, m_chosenMark);
    word->setWordWrap(false);
    mark->addWidget(word);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::one);
    head->addWidget(new Picture(sideIcon(side), sideTone(side), 1.5, this));
    auto *name = new PlainLabel(serviceName(side), PlainLabel::Look::Strong, this);
    name->setWordWrap(false);
    head->addWidget(name);
    head->addStretch();
    head->addWidget(m_chosenMark);

    auto *when = new QHBoxLayout;
    when->setSpacing(space::two);
    when->addWidget(m_changed, 1);
    when->addWidget(m_newer);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::two, space::two, space::two, space::two);
    column->setSpacing(space::one);
    column->addLayout(head);
    column->addWidget(m_value);
    column->addWidget(m_details);
    column->addLayout(when);
    column->addStretch();
    column->addWidget(m_pick, 0, Qt::AlignLeft);

    const bool first = side == Side::Left;
    m_pick->setText(first ? tr("Use this (Alt+Left)") : tr("Use this (Alt+Right)"));
    // Not the button's own shortcut: that would wait for the button's animation.
    m_key->setKey(first ? int(Qt::ALT) | Qt::Key_Left : int(Qt::ALT) | Qt::Key_Right);
    connect(m_key, &QShortcut::activated, this, &DecisionCardView::picked);
    connect(m_pick, &QPushButton::clicked, this, &DecisionCardView::picked);
    setState(State::Open);
}

void DecisionCardView::show(const DecisionCard &card, Choosing choosing)
{
    m_card = card;
    m_value->setText(card.value);
    m_value->setVisible(card.details.isEmpty());
    m_changed->setText(card.changed);
    m_newer->setVisible(card.age == DecisionCard::Age::Newer);
    showDetails(card.details);
    m_pick->setVisible(choosing == Choosing::Offered);
    m_key->setEnabled(choosing == Choosing::Offered);
    m_pick->setAccessibleName(tr("Use the value of %1: %2").arg(serviceName(m_side), card.value));
    setAccessibleName(spokenText());
    setState(State::Open);
}

void DecisionCardView::showDetails(const QList<DecisionCard::Detail> &details)
{
    while (QLayoutItem *item = m_detailRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const DecisionCard::Detail &detail : details) {
        auto *title = new PlainLabel(detail.title, PlainLabel::Look::Muted, m_details);
        title->setWordWrap(false);
        title->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        m_detailRows->addWidget(title, row, 0);
        m_detailRows->addWidget(new PlainLabel(detail.value, m_details), row, 1);
        ++row;
    }
    m_details->setVisible(row > 0);
}

void DecisionCardView::setState(State state)
{
    m_state = state;
    const bool chosen = state == State::Chosen;
    // The word keeps its room, so that nothing moves when a card is chosen.
    QSizePolicy policy = m_chosenMark->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_chosenMark->setSizePolicy(policy);
    m_chosenMark->setVisible(chosen);
    setAccessibleDescription(chosen ? tr("chosen") : QString());
    update();
}

QString DecisionCardView::spokenText() const
{
    QStringList parts {serviceName(m_side)};
    if (m_card.details.isEmpty())
        parts += m_card.value;
    for (const DecisionCard::Detail &detail : m_card.details)
        parts += tr("%1: %2", "field: value").arg(detail.title, detail.value);
    parts += m_card.changed;
    if (m_card.age == DecisionCard::Age::Newer)
        parts += m_newer->text();
    return parts.join(QStringLiteral(", "));
}

void DecisionCardView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = m_state == State::Chosen;
    const qreal width = chosen ? 2.5 : 1;
    painter.setPen(
        QPen(chosen ? toneColor(Tone::Accent, palette()) : fieldBorderColor(palette()), width));
    painter.setBrush(palette().base());
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), space::corner,
                            space::corner);
}

} // namespace twinbook
