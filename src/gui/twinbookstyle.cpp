// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/twinbookstyle.h"

#include "gui/stylepaint.h"
#include "gui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int indicator = 18;
constexpr int scrollBarExtent = 14;
constexpr int splitterExtent = 9;

//! Pictures and boxes beside a text grow with it.
int lineHeight(const QStyleOption *option, const QWidget *widget)
{
    if (widget != nullptr)
        return widget->fontMetrics().height();
    return option != nullptr ? option->fontMetrics.height()
                             : QFontMetrics(QApplication::font()).height();
}

} // namespace

TwinbookStyle::TwinbookStyle()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{ }

void TwinbookStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr
        || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QScrollBar *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

int TwinbookStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                               const QWidget *widget) const
{
    // Only what differs from Fusion; the enumeration has ninety more.
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_GCC("-Wswitch-enum")
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qMax(indicator, lineHeight(option, widget));
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::one;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return space::two;
    // A cell's text stands one pixel further in than this; titles stand above the texts.
    case PM_FocusFrameHMargin:
        return space::corner;
    case PM_HeaderMargin:
        return space::corner + 1;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return 16;
    case PM_ButtonIconSize:
        return qMax(18, lineHeight(option, widget));
    case PM_ToolBarIconSize:
        return 20;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_SplitterWidth:
        return splitterExtent;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
    QT_WARNING_POP
}

int TwinbookStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    if (hint == SH_EtchDisabledText || hint == SH_ComboBox_Popup || hint == SH_DitherDisabledText)
        return 0;
    if (hint == SH_ItemView_ShowDecorationSelected)
        return 1;
    if (hint == SH_Table_GridLineColor && option != nullptr)
        return static_cast<int>(lineColor(option->palette).rgb());
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QSize TwinbookStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                      const QSize &size, const QWidget *widget) const
{
    const QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_GCC("-Wswitch-enum")
    switch (type) {
    case CT_PushButton:
        // The picture and the gap behind it are larger than Fusion's.
        return {wanted.width() + space::two + space::half, qMax(wanted.height(), space::control)};
    case CT_LineEdit:
    case CT_SpinBox:
        return {wanted.width(), qMax(wanted.height(), space::control)};
    case CT_ComboBox:
        return {wanted.width() + space::two, qMax(wanted.height(), space::control)};
    case CT_ToolButton:
        return {qMax(wanted.width(), space::control), qMax(wanted.height(), space::control)};
    case CT_CheckBox:
    case CT_RadioButton:
    case CT_MenuBarItem:
        return {wanted.width(), qMax(wanted.height(), space::target)};
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator)
            return wanted;
        return {wanted.width() + space::one, qMax(wanted.height(), space::target)};
    }
    case CT_ItemViewItem:
    case CT_HeaderSection:
        return {wanted.width(), qMax(wanted.height(), space::control)};
    case CT_TabBarTab:
        return {wanted.width(), qMax(wanted.height(), space::control)};
    default:
        return wanted;
    }
    QT_WARNING_POP
}

QRect TwinbookStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl part, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return visualRect(
            option->direction, option->rect,
            visualRect(option->direction, option->rect, rect).adjusted(space::half + 1, 0, 0, 0));
    }
    return rect;
}

QRect TwinbookStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(4, 0, -4, 0);
    // The whole bar; the number stands beside it as text.
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void TwinbookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                  QPainter *painter, const QWidget *widget) const
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_GCC("-Wswitch-enum")
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::pushButton(*painter, *button);
            return;
        }
        break;
    case PE_PanelButtonTool:
        paint::toolButton(*painter, *option);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            paint::field(*painter, *option);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(*painter, *option);
        return;
    case PE_FrameFocusRect:
        // Buttons have drawn their own ring; everything else gets it here.
        if (qobject_cast<const QPushButton *>(widget) == nullptr
            && qobject_cast<const QToolButton *>(widget) == nullptr
            && qobject_cast<const QComboBox *>(widget) == nullptr
            && option->state.testFlag(State_KeyboardFocusChange))
            paint::focusRing(*painter, option->rect, *option);
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr)
            paint::textArea(*painter, *option);
        else
            paint::frame(*painter, *option);
        return;
    case PE_FrameDefaultButton:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorArrowDown:
        paint::chevron(*painter, option->rect, *option);
        return;
    default:
        break;
    }
    QT_WARNING_POP
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void TwinbookStyle::drawControl(ControlElement element, const QStyleOption *option,
                                QPainter *painter, const QWidget *widget) const
{
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_GCC("-Wswitch-enum")
    switch (element) {
    case CE_PushButtonBevel: // the label brings the arrow of a menu
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            paint::pushButtonLabel(*painter, *button, *this, widget);
            return;
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paint::headerSection(*painter, *option);
        return;
    case CE_ProgressBarGroove:
        paint::progressGroove(*painter, *option);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            paint::progressContents(*painter, *bar);
            return;
        }
        break;
    case CE_Splitter:
        paint::splitter(*painter, *option);
        return;
    default:
        break;
    }
    QT_WARNING_POP
    QProxyStyle::drawControl(element, option, painter, widget);
}

void TwinbookStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            paint::comboBox(*painter, *combo);
            paint::chevron(*painter,
                           proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                           *option);
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paint::scrollBar(*painter, *slider, *this, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace twinbook
