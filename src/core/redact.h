// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

inline constexpr qsizetype longestRedacted = 8192; //!< in UTF-16 units

//! Text that may go into a log, an error's details or a support file: bearer tokens, private
//! integration tokens, secrets in forms and queries, e-mail addresses and phone numbers are
//! replaced. Ids stay, so that support can follow one record.
//! Of a text longer than `longestRedacted` only the beginning is kept, and the result says how
//! much was left out: a service may answer with megabytes, and nobody reads more than a page.
[[nodiscard]] QString redacted(const QString &text);

} // namespace twinbook
