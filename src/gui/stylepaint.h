// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyle;
class QWidget;

// The drawing of TwinbookStyle, one function for each thing drawn.
namespace twinbook::paint {

void focusRing(QPainter &painter, const QRect &rect, const QStyleOption &option);
void pushButton(QPainter &painter, const QStyleOptionButton &option);
void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QStyle &style,
                     const QWidget *widget);
void toolButton(QPainter &painter, const QStyleOption &option);
void frame(QPainter &painter, const QStyleOption &option);
void field(QPainter &painter, const QStyleOption &option);
void textArea(QPainter &painter, const QStyleOption &option);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void chevron(QPainter &painter, const QRect &rect, const QStyleOption &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option);
void headerSection(QPainter &painter, const QStyleOption &option);
void progressGroove(QPainter &painter, const QStyleOption &option);
void progressContents(QPainter &painter, const QStyleOptionProgressBar &option);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style,
               const QWidget *widget);
void splitter(QPainter &painter, const QStyleOption &option);

} // namespace twinbook::paint
