// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/plaintable.h"

namespace twinbook {

//! Cells of the table of people: the middle column with icon, word and tone; what is missing in
//! grey italics; lines between the halves.
class PeopleDelegate final : public RowDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeopleDelegate)

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    //! The words for a missing half run through all its columns; each cell draws its part.
    static void paintMissing(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index);
    static void paintChange(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index);
};

} // namespace twinbook
