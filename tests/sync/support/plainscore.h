// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/matchkeys.h"

namespace twinbook::testing {

//! Jaro-Winkler as the textbook has it: for each letter of `a`, look through the window of `b`.
//! Texts are compared by their first 64 characters.
[[nodiscard]] double plainJaroWinkler(QStringView a, QStringView b);

//! A folded name, taken apart at its last space.
struct PlainName
{
    QString first;
    QString last;

    explicit PlainName(const QString &name);
};

//! The folded text of a row; empty without the row.
[[nodiscard]] QString plainTextAt(const Observation &person, int row);

struct PlainScore
{
    double probability = 0;
    QString evidence;
};

//! What scoring must say of two people, told the plainest way: everything is worked out, nothing
//! is left out early.
[[nodiscard]] PlainScore scorePlainly(const Projection &projection, const Observation &left,
                                      const MatchKeys &leftKeys, const Observation &right,
                                      const MatchKeys &rightKeys);

} // namespace twinbook::testing
