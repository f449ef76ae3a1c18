// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace twinbook {

// Forms used for comparing only. What is stored and shown is always the original.

//! NFC, no zero-width characters, runs of white space as one space, trimmed. Case is kept.
[[nodiscard]] QString simplifiedText(const QString &text);

//! Compatibility-decomposed, without marks, case-folded and simplified: "Ána  RUIZ" and
//! "ana ruiz" are the same, and so are "Łukasz Strauß" and "lukasz strauss". For finding
//! candidates, not for telling whether a value was edited.
[[nodiscard]] QString foldedText(const QString &text);

//! simplifiedText() with case folded but accents kept: the form of the names in HighLevel's
//! search index.
[[nodiscard]] QString caselessText(const QString &text);

//! Simplified and lower case; empty unless it looks like one address (one "@" with text around it).
[[nodiscard]] QString emailKey(const QString &email);

//! Whether the part before "@" names a desk rather than a person (info, office, admin, hello...).
[[nodiscard]] bool isSharedMailbox(const QString &email);

//! Last word of a full name, folded. Empty for an empty name.
[[nodiscard]] QString lastNameKey(const QString &fullName);

//! Case-folded, trimmed, duplicates removed, sorted: for comparing tag sets.
[[nodiscard]] QStringList tagSetKey(const QStringList &tags);

} // namespace twinbook
