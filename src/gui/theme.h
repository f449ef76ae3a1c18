// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

namespace twinbook {

//! Distances in logical pixels on a grid of 8. Heights never come from here: they come from the
//! font, so that text of twice the size fits.
namespace space {
inline constexpr int half = 4;
inline constexpr int one = 8;
inline constexpr int oneAndHalf = 12;
inline constexpr int two = 16;
inline constexpr int three = 24;
inline constexpr int four = 32;
inline constexpr int corner = 6; //!< radius of controls
inline constexpr int control = 32; //!< least height of a button or field
inline constexpr int target
    = 28; //!< least height of anything that can be pressed (WCAG 2.5.8 asks 24)
inline constexpr int focusRing = 2;
} // namespace space

enum class Scheme : quint8 { Light, Dark };

//! What a colour says. Never the only sign: an icon or a word stands beside it.
enum class Tone : quint8 {
    Text,
    Muted,
    Accent,
    OnAccent, //!< text and icons on a surface of the accent colour
    Good,
    Attention,
    Stopped,
    Working,
    OfficeRnD,
    HighLevel,
};

[[nodiscard]] Tone sideTone(Side side);

//! The colours of the whole program; set on the application with applyScheme().
[[nodiscard]] QPalette themePalette(Scheme scheme);
//! By the luminance of the window colour, since Qt 6.4 cannot tell (experience.md M18).
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
//! Sets style and palette of the application.
void applyScheme(Scheme scheme);

//! For text and icons; at least 4.5:1 on window, base and on toneSurface() of the same tone.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
//! A quiet background in that tone.
[[nodiscard]] QColor toneSurface(Tone tone, const QPalette &palette);
//! Hair lines between areas; decoration.
[[nodiscard]] QColor lineColor(const QPalette &palette);
//! Borders of fields and check boxes; at least 3:1 on window and base.
[[nodiscard]] QColor fieldBorderColor(const QPalette &palette);
//! Background of the side bar.
[[nodiscard]] QColor sideBarColor(const QPalette &palette);

//! Every picture in resources/icons.
enum class Icon : quint8 {
    App,
    Sync,
    CheckForChanges,
    People,
    Decisions,
    Fields,
    History,
    Settings,
    TestRequests,
    Requests,
    New,
    Changed,
    Link,
    NeedsYou,
    Failed,
    LeftOut,
    InSync,
    ToOfficeRnD,
    ToHighLevel,
    BothWays,
    Pause,
    Resume,
    Stop,
    Search,
    Key,
    Undo,
    Info,
    Warning,
    Error,
    Good,
    Close,
    Help,
    OfficeRnD, //!< our badge with the letter O; not the vendor's logo
    HighLevel,
};

//! The icon drawn in the tone's colour of the present palette, sharp at every size; changes with
//! the palette by itself. Arrows are mirrored in right-to-left languages.
[[nodiscard]] QIcon icon(Icon name, Tone tone = Tone::Text);
[[nodiscard]] Icon sideIcon(Side side);
//! Path of the picture inside the resources; for tests.
[[nodiscard]] QString iconPath(Icon name);

} // namespace twinbook
