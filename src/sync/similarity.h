// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace twinbook {

//! Names are short; what is longer is compared by its beginning.
inline constexpr qsizetype longestCompared = 64;

//! Jaro-Winkler similarity of two texts that have been folded already: 1 for equal, 0 for nothing
//! in common. Symmetric.
[[nodiscard]] double jaroWinkler(QStringView a, QStringView b);

} // namespace twinbook
