// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/stylepaint.h"

#include "gui/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace twinbook::paint {

namespace {

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool hasKeyboardFocus(const QStyleOption &option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto part = [share](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

//! Slightly towards the text colour under the mouse, more when pressed.
QColor reacting(const QColor &color, const QStyleOption &option)
{
    if (!has(option, QStyle::State_Enabled))
        return color;
    const QColor ink = option.palette.color(QPalette::Active, QPalette::WindowText);
    if (has(option, QStyle::State_Sunken))
        return mixed(color, ink, 0.12F);
    return has(option, QStyle::State_MouseOver) ? mixed(color, ink, 0.05F) : color;
}

void outlined(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border,
              qreal width, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = width / 2;
    painter.setBrush(fill);
    painter.setPen(width > 0 ? QPen(border, width) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

QRect centredSquare(const QRect &rect, int side)
{
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

QColor fieldBorder(const QStyleOption &option)
{
    return has(option, QStyle::State_Enabled) ? fieldBorderColor(option.palette)
                                              : lineColor(option.palette);
}

} // namespace

void focusRing(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    outlined(painter, rect, Qt::transparent, toneColor(Tone::Accent, option.palette),
             space::focusRing, space::half);
}

void pushButton(QPainter &painter, const QStyleOptionButton &option)
{
    const bool isPrimary = option.features.testFlag(QStyleOptionButton::DefaultButton)
        && has(option, QStyle::State_Enabled);
    const bool isFlat = option.features.testFlag(QStyleOptionButton::Flat);
    const bool isChecked = has(option, QStyle::State_On);
    QColor fill = isPrimary ? toneColor(Tone::Accent, option.palette)
                            : option.palette.color(QPalette::Button);
    if (isChecked)
        fill = toneSurface(Tone::Accent, option.palette);
    QColor border = isPrimary
        ? fill
        : mixed(lineColor(option.palette), fieldBorderColor(option.palette), 0.35F);
    if (isFlat && !isChecked) {
        border = Qt::transparent;
        fill = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken)
            ? option.palette.color(QPalette::Window)
            : QColor(Qt::transparent);
    }
    if (!has(option, QStyle::State_Enabled))
        fill = option.palette.color(QPalette::Window);
    const QColor shown = fill.alpha() == 0 ? fill : reacting(fill, option);
    outlined(painter, option.rect, shown, border, 1, space::corner);
    if (!hasKeyboardFocus(option))
        return;
    // On the accent colour the ring needs a gap, or it would melt into the button.
    const QRect inner = option.rect.adjusted(3, 3, -3, -3);
    if (isPrimary) {
        outlined(painter, inner, Qt::transparent, toneColor(Tone::OnAccent, option.palette),
                 space::focusRing, space::half);
    } else {
        outlined(painter, option.rect, Qt::transparent, toneColor(Tone::Accent, option.palette),
                 space::focusRing, space::corner);
    }
}

void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QStyle &style,
                     const QWidget *widget)
{
    constexpr int gap = space::corner;
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isPrimary = option.features.testFlag(QStyleOptionButton::DefaultButton) && isEnabled;
    const bool hasMenu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const bool showsMnemonic = style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget) != 0;
    const int flags = Qt::AlignCenter
        | static_cast<int>(showsMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int textWidth = option.text.isEmpty()
        ? 0
        : option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width() + 1;
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int menuWidth = hasMenu ? space::two : 0;
    const int inner = iconWidth > 0 && textWidth > 0 ? gap : 0;
    QRect area(0, 0, qMin(iconWidth + inner + textWidth + menuWidth, option.rect.width()),
               option.rect.height());
    area.moveCenter(option.rect.center());
    const auto placed = [&](int left, int width) {
        return QStyle::visualRect(option.direction, area,
                                  QRect(area.left() + left, area.top(), width, area.height()));
    };
    if (iconWidth > 0)
        option.icon.paint(&painter, placed(0, iconWidth), Qt::AlignCenter,
                          isEnabled ? QIcon::Normal : QIcon::Disabled);
    if (textWidth > 0) {
        QColor ink = option.palette.color(QPalette::ButtonText);
        if (isPrimary)
            ink = toneColor(Tone::OnAccent, option.palette);
        else if (isEnabled && option.features.testFlag(QStyleOptionButton::Flat))
            ink = toneColor(Tone::Accent, option.palette); // nothing else says it can be pressed
        painter.setPen(ink);
        painter.drawText(placed(iconWidth + inner, textWidth), flags, option.text);
    }
    if (hasMenu)
        chevron(painter, placed(area.width() - menuWidth + 2, menuWidth), option);
}

void frame(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setPen(QPen(lineColor(option.palette), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void toolButton(QPainter &painter, const QStyleOption &option)
{
    const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken)
        || has(option, QStyle::State_On);
    if (isActive && has(option, QStyle::State_Enabled)) {
        const QColor fill = has(option, QStyle::State_On)
            ? toneSurface(Tone::Accent, option.palette)
            : option.palette.color(QPalette::Window);
        outlined(painter, option.rect, reacting(fill, option), Qt::transparent, 0, space::corner);
    }
    if (hasKeyboardFocus(option))
        focusRing(painter, option.rect, option);
}

void field(QPainter &painter, const QStyleOption &option)
{
    const bool isFocused = has(option, QStyle::State_HasFocus);
    const QColor fill = has(option, QStyle::State_Enabled) ? option.palette.color(QPalette::Base)
                                                           : option.palette.color(QPalette::Window);
    outlined(painter, option.rect, fill,
             isFocused ? toneColor(Tone::Accent, option.palette) : fieldBorder(option),
             isFocused ? space::focusRing : 1, space::corner);
}

//! Square, because its viewport would cover round corners.
void textArea(QPainter &painter, const QStyleOption &option)
{
    const bool isFocused = has(option, QStyle::State_HasFocus);
    outlined(painter, option.rect, option.palette.color(QPalette::Base),
             isFocused ? toneColor(Tone::Accent, option.palette) : fieldBorder(option), 1, 0);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const QRect box = centredSquare(option.rect, qMin(option.rect.width(), option.rect.height()));
    const bool isOn = has(option, QStyle::State_On);
    const bool isPartly = has(option, QStyle::State_NoChange);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isFilled = isOn || isPartly;
    const QColor on = isEnabled ? toneColor(Tone::Accent, option.palette) : fieldBorder(option);
    outlined(painter, box, isFilled ? on : reacting(option.palette.color(QPalette::Base), option),
             isFilled ? on : fieldBorder(option), 1.25, space::half);
    if (isFilled) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(toneColor(Tone::OnAccent, option.palette), box.width() / 9.0,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&box](qreal x, qreal y) {
            return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
        };
        if (isOn)
            painter.drawPolyline(QPolygonF {at(0.26, 0.53), at(0.43, 0.70), at(0.75, 0.33)});
        else
            painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
        painter.restore();
    }
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const QRect box = centredSquare(option.rect, qMin(option.rect.width(), option.rect.height()));
    const bool isOn = has(option, QStyle::State_On);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const QColor on = isEnabled ? toneColor(Tone::Accent, option.palette) : fieldBorder(option);
    outlined(painter, box, isOn ? on : reacting(option.palette.color(QPalette::Base), option),
             isOn ? on : fieldBorder(option), 1.25, box.width() / 2.0);
    if (isOn) {
        const int side = box.width() * 2 / 5;
        outlined(painter, centredSquare(box, side), toneColor(Tone::OnAccent, option.palette),
                 Qt::transparent, 0, side / 2.0);
    }
}

void chevron(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(option.palette.color(QPalette::ButtonText), 1.5, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    const QPointF centre = QRectF(rect).center();
    painter.drawPolyline(
        QPolygonF {centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)});
    painter.restore();
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option)
{
    QStyleOption frame = option;
    frame.state.setFlag(QStyle::State_HasFocus,
                        option.editable ? has(option, QStyle::State_HasFocus)
                                        : hasKeyboardFocus(option));
    field(painter, frame);
}

void headerSection(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     lineColor(option.palette));
}

void progressGroove(QPainter &painter, const QStyleOption &option)
{
    outlined(painter, option.rect, lineColor(option.palette), Qt::transparent, 0,
             option.rect.height() / 2.0);
}

void progressContents(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const int range = option.maximum - option.minimum;
    QRect bar = option.rect;
    if (range > 0) {
        const double share = double(option.progress - option.minimum) / range;
        bar.setWidth(qMax(bar.height(), qRound(bar.width() * share)));
        if (option.progress <= option.minimum)
            return;
    } else {
        bar.setWidth(bar.width() / 3);
    }
    bar = QStyle::visualRect(option.direction, option.rect, bar);
    outlined(painter, bar, toneColor(Tone::Accent, option.palette), Qt::transparent, 0,
             bar.height() / 2.0);
}

namespace {

//! The colour that the bar's area scrolls over, so that the groove is no stripe beside it.
QColor behindScrollBar(const QStyleOption &option, const QWidget *bar)
{
    const QWidget *container = bar == nullptr ? nullptr : bar->parentWidget();
    const auto *area = qobject_cast<const QAbstractScrollArea *>(
        container == nullptr ? nullptr : container->parentWidget());
    return option.palette.color(area == nullptr ? QPalette::Base
                                                : area->viewport()->backgroundRole());
}

} // namespace

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style,
               const QWidget *widget)
{
    painter.fillRect(option.rect, behindScrollBar(option, widget));
    if (option.maximum <= option.minimum)
        return;
    const QRect handle
        = style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget);
    const QRect thumb = handle.adjusted(3, 3, -3, -3);
    const QColor quiet = mixed(lineColor(option.palette), fieldBorderColor(option.palette), 0.6F);
    const bool isActive = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    outlined(painter, thumb, isActive ? fieldBorderColor(option.palette) : quiet, Qt::transparent,
             0, qMin(thumb.width(), thumb.height()) / 2.0);
}

void splitter(QPainter &painter, const QStyleOption &option)
{
    const bool isUpright = has(option, QStyle::State_Horizontal);
    const QPoint centre = option.rect.center();
    const QRect line = isUpright ? QRect(centre.x(), option.rect.top(), 1, option.rect.height())
                                 : QRect(option.rect.left(), centre.y(), option.rect.width(), 1);
    painter.fillRect(line, lineColor(option.palette));
    QRect grip(0, 0, isUpright ? 4 : 32, isUpright ? 32 : 4);
    grip.moveCenter(centre);
    outlined(painter, grip, fieldBorder(option), Qt::transparent, 0, 2);
}

} // namespace twinbook::paint
