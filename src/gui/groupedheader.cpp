// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/groupedheader.h"

#include "gui/theme.h"
#include "viewmodels/peopletablemodel.h"

#include <QPainter>

namespace twinbook {

GroupedHeader::GroupedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(space::four * 2);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void GroupedHeader::setFreshness(const QString &text)
{
    m_freshness = text;
    viewport()->update();
}

int GroupedHeader::bandHeight() const
{
    return fontMetrics().height() + space::oneAndHalf;
}

QSize GroupedHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(),
            bandHeight() + fontMetrics().height() + space::oneAndHalf};
}

QSize GroupedHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QSize size = QHeaderView::sectionSizeFromContents(logicalIndex);
    return {size.width(), sizeHint().height()};
}

void GroupedHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, palette().color(QPalette::Base));
    const QRect titles = rect.adjusted(0, bandHeight(), 0, 0);
    painter->fillRect(QRect(titles.left(), titles.bottom(), titles.width(), 1),
                      lineColor(palette()));
    if (logicalIndex == PeopleTableModel::Change || logicalIndex == PeopleTableModel::RightName) {
        const int x = layoutDirection() == Qt::RightToLeft ? rect.right() : rect.left();
        painter->fillRect(x, rect.top(), 1, rect.height(), lineColor(palette()));
    }
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin);
    const bool isMiddle = logicalIndex == PeopleTableModel::Change;
    const bool isOrder = sortIndicatorSection() == logicalIndex;
    QFont face = font();
    face.setWeight(isOrder ? QFont::DemiBold : QFont::Normal);
    painter->setFont(face);
    painter->setPen(palette().color(isOrder ? QPalette::WindowText : QPalette::PlaceholderText));
    const Qt::Alignment alignment = isMiddle
        ? Qt::AlignCenter
        : QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    const QString title
        = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const QRect words = titles.adjusted(margin, 0, -margin, 0);
    painter->drawText(words, static_cast<int>(alignment.toInt()),
                      QFontMetrics(face).elidedText(title, Qt::ElideRight, words.width()));
}

void GroupedHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Side side : bothSides)
        paintBand(painter, side);
}

void GroupedHeader::paintBand(QPainter &painter, Side side) const
{
    const bool isLeft = side == Side::Left;
    const int first = isLeft ? PeopleTableModel::LeftName : PeopleTableModel::RightName;
    const int last = isLeft ? PeopleTableModel::LeftCompany : PeopleTableModel::RightCompany;
    if (count() < PeopleTableModel::ColumnCount)
        return;
    const int from = sectionViewportPosition(first);
    const int to = sectionViewportPosition(last);
    const QRect span
        = QRect(QPoint(from, 0), QPoint(from + sectionSize(first) - 1, bandHeight() - 1))
              .united(QRect(QPoint(to, 0), QPoint(to + sectionSize(last) - 1, bandHeight() - 1)));
    const Tone tone = sideTone(side);
    const QRect band = span.adjusted(1, 0, 0, 0);
    painter.fillRect(band, toneSurface(tone, palette()));
    painter.fillRect(QRect(band.left(), band.bottom() - 1, band.width(), 2),
                     toneColor(tone, palette()));

    const int size = fontMetrics().height() + 2;
    const auto placed = [this, &band](const QRect &box) {
        return QStyle::visualRect(layoutDirection(), band, box);
    };
    const QRect badge(band.left() + space::one, (bandHeight() - size) / 2, size, size);
    icon(sideIcon(side), tone).paint(&painter, placed(badge));
    QFont face = font();
    face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.setPen(toneColor(tone, palette()));
    const QString name = serviceName(side);
    const int nameWidth = QFontMetrics(face).horizontalAdvance(name);
    const QRect words(badge.right() + space::one, 0, nameWidth + 2, bandHeight());
    painter.drawText(placed(words), Qt::AlignCenter, name);
    face.setWeight(QFont::Normal);
    painter.setFont(face);
    const QRect rest = band.adjusted(words.right() + space::one - band.left(), 0, -space::one, 0);
    const Qt::Alignment trailing
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter;
    painter.drawText(placed(rest), static_cast<int>(trailing.toInt()),
                     QFontMetrics(face).elidedText(m_freshness, Qt::ElideRight, rest.width()));
}

} // namespace twinbook
