// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/setupsteps.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QGridLayout>
#include <QPainter>

namespace twinbook {

SetupSteps::SetupSteps(const QStringList &titles, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::three, space::three, space::three, space::two);
    grid->setHorizontalSpacing(space::one);
    grid->setVerticalSpacing(space::two);
    for (const QString &title : titles) {
        const int row = static_cast<int>(m_entries.size());
        Entry entry {new Picture(Icon::Good, Tone::Good, 1.25, this),
                     new PlainLabel(
                         tr("%1  %2", "number and title of a step").arg(row + 1).arg(title), this),
                     new PlainLabel(this)};
        entry.title->setWordWrap(false);
        entry.word->setWordWrap(false);
        QSizePolicy policy = entry.done->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        entry.done->setSizePolicy(policy);
        grid->addWidget(entry.done, row, 0);
        grid->addWidget(entry.title, row, 1);
        grid->addWidget(entry.word, row, 2);
        m_entries += entry;
    }
    grid->setColumnStretch(1, 1);
    // Wide enough for the longest title in bold with its word, whichever step is the present one.
    setMinimumWidth(fontMetrics().averageCharWidth() * 34 + space::three * 2);
    grid->setRowStretch(static_cast<int>(titles.size()), 1);
}

void SetupSteps::setCurrent(int step)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        entry.done->setVisible(i < step);
        entry.title->setLook(i == step      ? PlainLabel::Look::Strong
                                 : i < step ? PlainLabel::Look::Body
                                            : PlainLabel::Look::Muted);
        entry.word->setLook(i == step ? PlainLabel::Look::Strong : PlainLabel::Look::Muted);
        entry.word->setText(i < step ? tr("done") : i == step ? tr("now") : QString());
    }
}

void SetupSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), sideBarColor(palette()));
    painter.setPen(lineColor(palette()));
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace twinbook
