// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/theme.h"

#include "gui/twinbookstyle.h"

#include <QApplication>

//! The icons sit in a static library: without this the linker leaves them out. Must stand outside
//! every namespace.
static void useResources()
{
    Q_INIT_RESOURCE(gui);
}

namespace twinbook {

namespace {

struct Swatch
{
    QRgb color;
    QRgb surface;
};

struct Colors
{
    QRgb window, base, alternate, sideBar, line, fieldBorder, highlight, disabled, toolTip;
    Swatch text, muted, accent, onAccent, good, attention, stopped, working, left, right;
};

constexpr Colors light {
    .window = 0xfff6f7f9,
    .base = 0xffffffff,
    .alternate = 0xfff9fafb,
    .sideBar = 0xffeceef2,
    .line = 0xffdfe3e8,
    .fieldBorder = 0xff868e9a,
    .highlight = 0xffdbe6fd,
    .disabled = 0xff717882,
    .toolTip = 0xff24272c,
    .text = {0xff1c1f24, 0xffeef0f3},
    .muted = {0xff59606b, 0xffeef0f3},
    .accent = {0xff2f5fd0, 0xffe6eefe},
    .onAccent = {0xffffffff, 0xff2f5fd0},
    .good = {0xff17703a, 0xffe6f5eb},
    .attention = {0xff7d4a00, 0xfffff1d6},
    .stopped = {0xffaf2418, 0xfffdebe9},
    .working = {0xff1e58ac, 0xffe7f0fd},
    .left = {0xff0b6b63, 0xffe2f4f1},
    .right = {0xff6741b8, 0xfff0eafc},
};

constexpr Colors dark {
    .window = 0xff1d1f23,
    .base = 0xff24272c,
    .alternate = 0xff282b30,
    .sideBar = 0xff191b1e,
    .line = 0xff373b42,
    .fieldBorder = 0xff828a96,
    .highlight = 0xff2a3f64,
    .disabled = 0xff8b929c,
    .toolTip = 0xff3a3e45,
    .text = {0xffe8eaee, 0xff33373d},
    .muted = {0xffa9b0bb, 0xff33373d},
    .accent = {0xff8fb2fa, 0xff2a3a58},
    .onAccent = {0xff10151f, 0xff8fb2fa},
    .good = {0xff77cf95, 0xff1f3628},
    .attention = {0xfff1c06a, 0xff3c301a},
    .stopped = {0xfff49a92, 0xff432523},
    .working = {0xff93bcf8, 0xff223349},
    .left = {0xff69cdbf, 0xff1c3835},
    .right = {0xffc0a8f7, 0xff342c4b},
};

const Colors &colorsOf(const QPalette &palette)
{
    return schemeOf(palette) == Scheme::Light ? light : dark;
}

const Swatch &swatchOf(Tone tone, const Colors &colors)
{
    switch (tone) {
    case Tone::Text:
        return colors.text;
    case Tone::Muted:
        return colors.muted;
    case Tone::Accent:
        return colors.accent;
    case Tone::OnAccent:
        return colors.onAccent;
    case Tone::Good:
        return colors.good;
    case Tone::Attention:
        return colors.attention;
    case Tone::Stopped:
        return colors.stopped;
    case Tone::Working:
        return colors.working;
    case Tone::OfficeRnD:
        return colors.left;
    case Tone::HighLevel:
        return colors.right;
    }
    Q_UNREACHABLE();
}

} // namespace

Tone sideTone(Side side)
{
    return side == Side::Left ? Tone::OfficeRnD : Tone::HighLevel;
}

Icon sideIcon(Side side)
{
    return side == Side::Left ? Icon::OfficeRnD : Icon::HighLevel;
}

QPalette themePalette(Scheme scheme)
{
    const Colors &c = scheme == Scheme::Light ? light : dark;
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor::fromRgb(color));
    };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text.color);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text.color);
    set(QPalette::Button, c.base);
    set(QPalette::ButtonText, c.text.color);
    set(QPalette::BrightText, c.stopped.color);
    set(QPalette::PlaceholderText, c.muted.color);
    set(QPalette::Highlight, c.highlight);
    set(QPalette::HighlightedText, c.text.color);
    set(QPalette::Link, c.accent.color);
    set(QPalette::LinkVisited, c.accent.color);
    set(QPalette::ToolTipBase, c.toolTip);
    set(QPalette::ToolTipText, dark.text.color);
    set(QPalette::Light, c.base);
    set(QPalette::Midlight, c.line);
    set(QPalette::Mid, c.line);
    set(QPalette::Dark, c.fieldBorder);
    set(QPalette::Shadow, c.fieldBorder);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(c.disabled));
    }
    return palette;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? Scheme::Dark : Scheme::Light;
}

void applyScheme(Scheme scheme)
{
    useResources();
    if (qobject_cast<TwinbookStyle *>(QApplication::style()) == nullptr)
        QApplication::setStyle(new TwinbookStyle);
    QApplication::setPalette(themePalette(scheme));
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    return QColor::fromRgb(swatchOf(tone, colorsOf(palette)).color);
}

QColor toneSurface(Tone tone, const QPalette &palette)
{
    return QColor::fromRgb(swatchOf(tone, colorsOf(palette)).surface);
}

QColor lineColor(const QPalette &palette)
{
    return QColor::fromRgb(colorsOf(palette).line);
}

QColor fieldBorderColor(const QPalette &palette)
{
    return QColor::fromRgb(colorsOf(palette).fieldBorder);
}

QColor sideBarColor(const QPalette &palette)
{
    return QColor::fromRgb(colorsOf(palette).sideBar);
}

} // namespace twinbook
