// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/plaintable.h"

namespace twinbook {

//! Rows of an undo, with the look of the preview: a sign for each section, the service's badge
//! beside each change; what stays as it is steps back.
class UndoDelegate final : public RowDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoDelegate)

public:
    explicit UndoDelegate(QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace twinbook
