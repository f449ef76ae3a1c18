// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/plaintable.h"

#include "gui/plainlabel.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace twinbook {

PlainTable::PlainTable(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setItemDelegate(new RowDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    fitRows();
}

void PlainTable::showRow(int row)
{
    selectionModel()->setCurrentIndex(
        model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PlainTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void PlainTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // Without a current row the keyboard would stand nowhere.
    if (!currentIndex().isValid() && model() != nullptr && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

void PlainTable::fitRows()
{
    verticalHeader()->setDefaultSectionSize(
        qMax(space::target, fontMetrics().height() + space::oneAndHalf));
}

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // A phone number keeps its plus sign in front also in a right-to-left language.
    if (option->direction == Qt::RightToLeft && !option->text.isEmpty())
        option->text = QChar(0x2068) % option->text % QChar(0x2069);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
                      lineColor(option.palette));
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = displayText(index.data(), option.locale);
    const bool isCut = sizeHint(option, index).width() > option.rect.width();
    QToolTip::showText(event->globalPos(), isCut ? plainToolTip(text) : QString(), view);
    return true;
}

void RowDelegate::makeAbsent(QStyleOptionViewItem &option)
{
    option.font.setItalic(true);
    option.palette.setColor(QPalette::Text, toneColor(Tone::Muted, option.palette));
    option.palette.setColor(QPalette::HighlightedText, toneColor(Tone::Muted, option.palette));
}

} // namespace twinbook
