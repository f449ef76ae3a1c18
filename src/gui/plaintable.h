// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace twinbook {

//! A table as this program shows tables: whole rows, hair lines, row heights from the font, plain
//! text, Tab leaves it.
class PlainTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainTable)

public:
    explicit PlainTable(QWidget *parent = nullptr);

    //! Selects the row and makes it current. Unlike selectRow() it works in right-to-left layouts
    //! too, where Qt 6.4 looks for a column beyond the last one.
    void showRow(int row);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void fitRows();
};

//! Draws a hair line below each row and shows cut text as a tool tip.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowDelegate)

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    //! Text of that column goes into a muted italic: what is not there.
    static void makeAbsent(QStyleOptionViewItem &option);
};

} // namespace twinbook
