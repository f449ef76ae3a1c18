// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QHeaderView>

namespace twinbook {

//! The header of the table of people: above the column titles one band for each system, in its
//! colour, with its badge and when it was read.
class GroupedHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GroupedHeader)

public:
    explicit GroupedHeader(QWidget *parent = nullptr);

    //! "checked 10:42"; may be empty.
    void setFreshness(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] int bandHeight() const;
    void paintBand(QPainter &painter, Side side) const;

    QString m_freshness;
};

} // namespace twinbook
