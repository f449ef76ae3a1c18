// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/sidebar.h"

#include "gui/picture.h"
#include "gui/plainlabel.h"

#include <QButtonGroup>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace twinbook {

SideBarEntry::SideBarEntry(Icon picture, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_picture(picture)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SideBarEntry::setBadge(int count)
{
    if (count == m_badge)
        return;
    m_badge = count;
    setAccessibleName(count > 0 ? tr("%1, %2").arg(text(), QLocale().toString(count)) : text());
    updateGeometry();
    update();
}

QSize SideBarEntry::sizeHint() const
{
    const int height = qMax(36, fontMetrics().height() + space::two);
    const int badge = fontMetrics().horizontalAdvance(u"000"_s) + space::two;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return {space::four + space::two + QFontMetrics(bold).horizontalAdvance(text()) + badge,
            height};
}

QRect SideBarEntry::badgeRect() const
{
    const QString number = QLocale().toString(m_badge);
    const int height = fontMetrics().height() + 2;
    const int width = qMax(height, fontMetrics().horizontalAdvance(number) + space::oneAndHalf);
    const QRect place(QPoint(this->width() - width - space::one, (this->height() - height) / 2),
                      QSize(width, height));
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void SideBarEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        QColor fill = isChecked() ? toneSurface(Tone::Accent, palette()) : lineColor(palette());
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect(), space::corner, space::corner);
    }
    const int side = fontMetrics().height() + 2;
    const QRect picture(space::oneAndHalf, (height() - side) / 2, side, side);
    twinbook::icon(m_picture, isChecked() ? Tone::Accent : Tone::Muted)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), picture));

    QFont face = font();
    face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(face);
    painter.setPen(palette().color(QPalette::WindowText));
    QRect words = rect().adjusted(picture.right() + space::oneAndHalf, 0, -space::one, 0);
    words = QStyle::visualRect(layoutDirection(), rect(), words);
    const Qt::Alignment alignment
        = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter;
    painter.drawText(words, static_cast<int>(alignment.toInt()), text());

    if (m_badge > 0) {
        const QRect pill = badgeRect();
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneSurface(Tone::Attention, palette()));
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
        face.setWeight(QFont::DemiBold);
        painter.setFont(face);
        painter.setPen(toneColor(Tone::Attention, palette()));
        painter.drawText(pill, Qt::AlignCenter, QLocale().toString(m_badge));
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(toneColor(Tone::Accent, palette()), space::focusRing));
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), space::corner, space::corner);
    }
}

SideBar::SideBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(space::oneAndHalf, space::two, space::oneAndHalf, space::two);
    m_column->setSpacing(2);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(space::one, 0, space::one, space::two);
    brand->setSpacing(space::one);
    brand->addWidget(new Picture(Icon::App, Tone::Text, 1.6, this));
    auto *name = new PlainLabel(u"Twinbook"_s, PlainLabel::Look::Heading, this);
    name->setWordWrap(false);
    brand->addWidget(name, 1);
    m_column->addLayout(brand);
    m_column->addStretch(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    connect(m_group, &QButtonGroup::idClicked, this, &SideBar::chosen);
}

void SideBar::addEntry(Icon picture, const QString &text, const QString &shortcut)
{
    auto *entry = new SideBarEntry(picture, text, this);
    entry->setToolTip(plainToolTip(tr("%1 (%2)").arg(text, shortcut)));
    m_group->addButton(entry, static_cast<int>(m_entries.size()));
    m_entries.append(entry);
    m_column->insertWidget(m_column->count() - 1, entry);
    setFocusProxy(m_entries.first());
}

void SideBar::addSection(const QString &title)
{
    auto *heading = new PlainLabel(title, PlainLabel::Look::Muted, this);
    heading->setWordWrap(false);
    heading->setContentsMargins(space::oneAndHalf, space::two, space::one, space::half);
    m_column->insertWidget(m_column->count() - 1, heading);
}

void SideBar::setCurrent(int entry)
{
    m_entries.at(entry)->setChecked(true);
    setFocusProxy(m_entries.at(entry));
}

void SideBar::setBadge(int entry, int count)
{
    m_entries.at(entry)->setBadge(count);
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), sideBarColor(palette()));
    const int x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(x, 0, 1, height(), lineColor(palette()));
}

} // namespace twinbook
