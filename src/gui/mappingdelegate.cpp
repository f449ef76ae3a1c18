// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mappingdelegate.h"

#include "gui/theme.h"
#include "viewmodels/mappingmodel.h"

#include <QApplication>
#include <QPainter>

namespace twinbook {

namespace {

Icon directionIcon(Direction direction)
{
    switch (direction) {
    case Direction::BothWays:
        return Icon::BothWays;
    case Direction::ToRight:
        return Icon::ToHighLevel;
    case Direction::ToLeft:
        return Icon::ToOfficeRnD;
    case Direction::Off:
        return Icon::Pause;
    }
    return Icon::BothWays;
}

bool isSuggested(const QModelIndex &index)
{
    return static_cast<MappingModel::Kind>(index.data(MappingModel::KindRole).toInt())
        == MappingModel::Kind::Suggested;
}

} // namespace

MappingDelegate::MappingDelegate(QObject *parent)
    : RowDelegate(parent)
{ }

void MappingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const auto show = [option](Icon name, Tone tone) {
        option->icon = icon(name, tone);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    };
    if (index.column() == MappingModel::DirectionColumn)
        option->text.clear(); // paint() writes it into the chip
    if (index.column() != MappingModel::LeftField)
        return;
    const auto kind = static_cast<MappingModel::Kind>(index.data(MappingModel::KindRole).toInt());
    if (!index.data(MappingModel::ProblemRole).toString().isEmpty())
        show(Icon::Warning, Tone::Attention);
    else if (kind == MappingModel::Kind::Identity)
        show(Icon::Key, Tone::Muted);
    else if (kind == MappingModel::Kind::Suggested)
        show(Icon::Help, Tone::Muted);
}

void MappingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    if (index.column() != MappingModel::DirectionColumn) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    RowDelegate::paint(painter, option, index);
    const QString text = index.data().toString();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const auto direction = static_cast<Direction>(index.data(MappingModel::DirectionRole).toInt());
    const bool suggested = isSuggested(index);
    const Tone tone = suggested || direction == Direction::Off ? Tone::Muted : Tone::Accent;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF chip = QRectF(option.rect).adjusted(space::half, 3.5, -space::half, -3.5);
    const QColor colour = toneColor(tone, option.palette);
    painter->setPen(QPen(colour, 1, suggested ? Qt::DashLine : Qt::SolidLine));
    painter->setBrush(suggested ? QBrush(Qt::NoBrush) : toneSurface(tone, option.palette));
    painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);

    const int side = option.fontMetrics.height();
    QRect inner = chip.toRect().adjusted(space::one, 0, -space::one, 0);
    QRect picture(0, 0, side, side);
    picture = QStyle::alignedRect(option.direction, Qt::AlignVCenter | Qt::AlignLeft,
                                  picture.size(), inner);
    icon(suggested ? Icon::Help : directionIcon(direction), tone).paint(painter, picture);
    const int shift = side + space::half;
    if (option.direction == Qt::LeftToRight)
        inner.setLeft(inner.left() + shift);
    else
        inner.setRight(inner.right() - shift);
    painter->setPen(colour);
    painter->setFont(option.font);
    style->drawItemText(painter, inner, Qt::AlignVCenter | Qt::AlignLeading, option.palette, true,
                        option.fontMetrics.elidedText(text, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize MappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + space::two));
    if (index.column() == MappingModel::DirectionColumn)
        size.rwidth() += option.fontMetrics.height() + space::three;
    return size;
}

} // namespace twinbook
