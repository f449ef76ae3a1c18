// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace twinbook {

//! Texts as the search index gets them: folded and without repetition, so that what is the same on
//! both sides is found once.
[[nodiscard]] QString searchText(const QStringList &texts);

//! The digits of phone numbers, and every ending of at least three of them, as words: a number is
//! found by its beginning with or without country code, and by its last digits.
[[nodiscard]] QString searchDigits(const QStringList &phones);

//! The full-text expression for what a person typed: every word must be found as the beginning of
//! a word, in any column; what looks like a phone number may also be found as one. Hostile text is
//! only ever text. Empty if nothing can be searched for, as in "*" or " - ".
[[nodiscard]] QString searchExpression(const QString &typed);

} // namespace twinbook
