// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace twinbook::testing {

//! Every row of a model as text, "|" between the columns, indented by depth, "[x]", "[-]" or
//! "[ ]" before what can be ticked: compared whole, so that nothing is overlooked.
inline QStringList printedRows(const QAbstractItemModel &model, const QModelIndex &parent = {},
                               int depth = 0)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            QString cell = index.data().toString();
            const QVariant tick = index.data(Qt::CheckStateRole);
            if (tick.isValid()) {
                const QStringList signs {QStringLiteral("[ ] "), QStringLiteral("[-] "),
                                         QStringLiteral("[x] ")};
                cell.prepend(signs.at(tick.toInt()));
            }
            cells += cell;
        }
        while (!cells.isEmpty() && cells.constLast().isEmpty())
            cells.removeLast();
        rows += QString(depth * 2, u' ') + cells.join(QStringLiteral("|"));
        rows += printedRows(model, model.index(row, 0, parent), depth + 1);
    }
    return rows;
}

} // namespace twinbook::testing
