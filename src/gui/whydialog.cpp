// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/whydialog.h"

#include "gui/banner.h"
#include "gui/card.h"
#include "gui/picture.h"
#include "gui/plainlabel.h"
#include "viewmodels/synccontroller.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Every word of the card for a screen reader that stops at it.
QString spoken(const WhyStory &story)
{
    QStringList lines {WhyDialog::tr("%1: %2").arg(serviceName(story.side), story.value),
                       story.sentence};
    for (const WhyStory::Fact &fact : story.facts)
        lines.append(WhyDialog::tr("%1: %2").arg(fact.label, fact.text));
    return lines.join(u'\n');
}

} // namespace

QWidget *WhyDialog::cardOf(const WhyStory &story)
{
    auto *card = new Card(this);
    card->setObjectName(u"whyCard"_s);
    card->setFocusPolicy(Qt::TabFocus);
    card->setAccessibleName(spoken(story));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(space::two, space::oneAndHalf, space::two, space::oneAndHalf);
    column->setSpacing(space::one);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::one);
    head->addWidget(new Picture(sideIcon(story.side), sideTone(story.side), 1.2, card));
    auto *service = new PlainLabel(serviceName(story.side), PlainLabel::Look::Muted, card);
    service->setWordWrap(false);
    head->addWidget(service);
    head->addWidget(new PlainLabel(story.value, PlainLabel::Look::Heading, card), 1);
    column->addLayout(head);
    column->addWidget(new PlainLabel(story.sentence, PlainLabel::Look::Body, card));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::three);
    grid->setVerticalSpacing(space::half);
    grid->setColumnStretch(1, 1);
    for (const WhyStory::Fact &fact : story.facts) {
        auto *label = new PlainLabel(fact.label, PlainLabel::Look::Muted, card);
        label->setWordWrap(false);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(new PlainLabel(fact.text, PlainLabel::Look::Body, card), row, 1);
    }
    column->addLayout(grid);
    return card;
}

WhyDialog::WhyDialog(const SyncController &controller, const RemoteId &person,
                     const QString &personName, const FieldId &field, const QString &title,
                     QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Why is this value here?"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(space::three, space::two, space::three, space::one);
    column->setSpacing(space::oneAndHalf);
    column->addWidget(
        new PlainLabel(tr("%1 of %2").arg(title, personName), PlainLabel::Look::Title, body));
    const Result<QList<WhyStory>> stories
        = whyStories(person, field, controller.database(), controller.clock());
    bool isRemembered = false;
    if (stories) {
        for (const WhyStory &story : *stories)
            column->addWidget(cardOf(story));
        isRemembered = std::any_of(stories->cbegin(), stories->cend(),
                                   [](const WhyStory &story) { return !story.facts.isEmpty(); });
    } else {
        auto *refusal = new Banner(body);
        refusal->say(Tone::Attention, stories.error().message);
        column->addWidget(refusal);
    }
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);

    auto *undo = new QPushButton(icon(Icon::Undo), tr("&Undo this change..."), this);
    undo->setObjectName(u"undoChange"_s);
    undo->setVisible(isRemembered);
    undo->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(undo, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT undoRequested();
    });
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::three, space::one, space::three, space::two);
    buttons->addWidget(undo);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    all->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 30);
}

} // namespace twinbook
