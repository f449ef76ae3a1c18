// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/questiondelegate.h"

#include "gui/theme.h"
#include "viewmodels/decisionmodel.h"

#include <QPainter>

namespace twinbook {

QuestionDelegate::QuestionDelegate(QObject *parent)
    : RowDelegate(parent)
{ }

void QuestionDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    option->text.clear(); // paint() writes both lines
}

void QuestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect lines = option.rect.adjusted(space::one, space::one, -space::one, -space::one);
    const int height = option.fontMetrics.height();
    const auto write = [&](const QString &text, const QRect &line, const QColor &colour) {
        painter->setPen(colour);
        painter->drawText(line, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    lines.setHeight(height);
    write(index.data(DecisionModel::PersonRole).toString(), lines,
          option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(option.font);
    write(index.data(DecisionModel::TopicRole).toString(), lines.translated(0, height),
          toneColor(Tone::Muted, option.palette));
    painter->restore();
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // Long names are cut rather than pushed out of sight.
    return {space::target, 2 * option.fontMetrics.height() + 2 * space::one};
}

} // namespace twinbook
