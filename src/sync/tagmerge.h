// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace twinbook {

//! Three-way merge of tag sets by element: what either side added since the base stays, what
//! either side removed goes. Without a base (nullptr) the union. Case does not count; where both
//! sides have an element, the left one's spelling is kept, because HighLevel only stores lower
//! case (highlevel.md 2.1). Order: as on the left, then what only the right has.
[[nodiscard]] QStringList mergedTags(const QStringList *base, const QStringList &left,
                                     const QStringList &right);

//! The base of mergedTags() from a pair of observations: what both sides had. A tag that only one
//! of them kept was never agreed on, so its absence on the other is no removal.
[[nodiscard]] QStringList agreedTags(const QStringList &left, const QStringList &right);

} // namespace twinbook
