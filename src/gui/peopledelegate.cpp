// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/peopledelegate.h"

#include "gui/rowlook.h"
#include "gui/theme.h"
#include "viewmodels/peopletablemodel.h"

#include <QPainter>

namespace twinbook {

void PeopleDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.data(PeopleTableModel::MissingRole).toBool())
        option->text.clear(); // drawn by paintMissing()
    if (index.column() == PeopleTableModel::Change)
        option->text.clear(); // drawn by paintChange()
}

void PeopleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const int column = index.column();
    if (column == PeopleTableModel::Change)
        paintChange(*painter, option, index);
    else if (index.data(PeopleTableModel::MissingRole).toBool())
        paintMissing(*painter, option, index);
    if (column == PeopleTableModel::Change || column == PeopleTableModel::RightName) {
        const bool isMirrored = option.direction == Qt::RightToLeft;
        const int x = isMirrored ? option.rect.right() : option.rect.left();
        painter->fillRect(x, option.rect.top(), 1, option.rect.height(), lineColor(option.palette));
    }
}

void PeopleDelegate::paintMissing(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const auto side = PeopleTableModel::sideOf(index.column());
    if (table == nullptr || !side)
        return;
    const bool isLeft = *side == Side::Left;
    const int first = isLeft ? PeopleTableModel::LeftName : PeopleTableModel::RightName;
    const int last = isLeft ? PeopleTableModel::LeftCompany : PeopleTableModel::RightCompany;
    const QRect half = table->visualRect(index.siblingAtColumn(first))
                           .united(table->visualRect(index.siblingAtColumn(last)));
    const int margin = table->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
    QStyleOptionViewItem absent = option;
    makeAbsent(absent);
    const Qt::Alignment leading
        = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setFont(absent.font);
    painter.setPen(absent.palette.color(QPalette::Text));
    painter.drawText(half.adjusted(margin, 0, -margin, 0), static_cast<int>(leading.toInt()),
                     index.siblingAtColumn(first).data().toString());
    painter.restore();
}

void PeopleDelegate::paintChange(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const auto *model = qobject_cast<const PeopleTableModel *>(index.model());
    const auto row = model != nullptr ? model->person(index.row()) : std::nullopt;
    if (!row)
        return;
    const RowLook look = lookOf(*row);
    const QString text = index.data().toString();
    QFont face = option.font;
    const bool isQuiet = look.tone == Tone::Muted;
    face.setWeight(isQuiet ? QFont::Normal : QFont::DemiBold);
    const QFontMetrics metrics(face);
    const int side = metrics.height();
    const int room = option.rect.width() - 2 * space::one;
    const int textRoom = room - side - space::half - 2 * space::one;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, textRoom);
    const int width = side + space::half + metrics.horizontalAdvance(shown) + 2 * space::one;
    QRect pill(0, 0, qMin(width, room), side + space::half + 2);
    pill.moveCenter(option.rect.center());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isQuiet) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneSurface(look.tone, option.palette));
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    }
    QRect picture(pill.left() + space::one, 0, side, side);
    picture.moveTop(pill.center().y() - side / 2);
    QRect words = pill.adjusted(space::one + side + space::half, 0, 0, 0);
    if (option.direction == Qt::RightToLeft) {
        picture = QStyle::visualRect(option.direction, pill, picture);
        words = QStyle::visualRect(option.direction, pill, words);
    }
    icon(look.icon, look.tone).paint(&painter, picture);
    painter.setFont(face);
    painter.setPen(toneColor(look.tone, option.palette));
    const auto leading
        = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter.drawText(words, static_cast<int>(leading.toInt()), shown);
    painter.restore();
}

} // namespace twinbook
