// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/previewdelegate.h"

#include "gui/theme.h"
#include "viewmodels/planmodel.h"

#include <utility>

namespace twinbook {

namespace {

std::pair<Icon, Tone> lookOf(Danger danger)
{
    switch (danger) {
    case Danger::Erases:
        return {Icon::Error, Tone::Stopped};
    case Danger::Replaces:
        return {Icon::Warning, Tone::Attention};
    case Danger::Fills:
        return {Icon::Changed, Tone::Accent};
    case Danger::NewInHighLevel:
    case Danger::NewInOfficeRnD:
        return {Icon::New, Tone::Good};
    case Danger::LinkOnly:
        return {Icon::Link, Tone::Muted};
    case Danger::NeedsDecision:
        return {Icon::NeedsYou, Tone::Attention};
    }
    return {Icon::Changed, Tone::Accent};
}

} // namespace

PreviewDelegate::PreviewDelegate(QObject *parent)
    : RowDelegate(parent)
{ }

void PreviewDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const auto show = [option](Icon name, Tone tone) {
        option->icon = icon(name, tone);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    };
    if (index.column() == PlanModel::What && !index.parent().isValid()) {
        const auto [name, tone]
            = lookOf(static_cast<Danger>(index.data(PlanModel::DangerRole).toInt()));
        show(name, tone);
    } else if (index.column() == PlanModel::Where) {
        const QVariant side = index.data(PlanModel::SideRole);
        if (side.isValid())
            show(sideIcon(static_cast<Side>(side.toInt())),
                 sideTone(static_cast<Side>(side.toInt())));
    }
}

QSize PreviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    size.setHeight(
        std::max({size.height(), option.fontMetrics.height() + space::two, space::control}));
    return size;
}

} // namespace twinbook
