// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/undodelegate.h"

#include "gui/rowlook.h"
#include "viewmodels/undomodel.h"

namespace twinbook {

namespace {

RowLook lookOf(UndoSection section)
{
    switch (section) {
    case UndoSection::PutBack:
        return {Icon::Undo, Tone::Accent};
    case UndoSection::Unlinked:
        return {Icon::LeftOut, Tone::Attention};
    case UndoSection::LinkedAgain:
        return {Icon::Link, Tone::Working};
    case UndoSection::Kept:
        return {Icon::Info, Tone::Attention};
    case UndoSection::AlreadyBack:
        return {Icon::Good, Tone::Muted};
    }
    return {Icon::Undo, Tone::Accent};
}

} // namespace

UndoDelegate::UndoDelegate(QObject *parent)
    : RowDelegate(parent)
{ }

void UndoDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const auto show = [option](RowLook look) {
        option->icon = icon(look.icon, look.tone);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    };
    if (index.column() == UndoModel::What && !index.parent().isValid())
        show(lookOf(static_cast<UndoSection>(index.data(UndoModel::SectionRole).toInt())));
    const QVariant side = index.data(UndoModel::SideRole);
    if (index.column() == UndoModel::Where && side.isValid()) {
        const auto which = static_cast<Side>(side.toInt());
        show({sideIcon(which), sideTone(which)});
    }
    if (index.data(UndoModel::KeptRole).toBool() && index.column() == UndoModel::WillBe)
        makeAbsent(*option);
}

QSize UndoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    size.setHeight(
        std::max({size.height(), option.fontMetrics.height() + space::two, space::control}));
    return size;
}

} // namespace twinbook
