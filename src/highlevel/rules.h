// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook::highlevel {

// What the service accepts. Anything else it refuses with a message for programmers, or drops
// without a word, so it is found out before anything is sent.

//! Letters, digits, "-", "_", ".", ":" and "~", with a letter or digit, at most 128 of them:
//! every id of the service and nothing that could mean something in a path.
[[nodiscard]] bool isPlainId(const QString &id);

//! "+442079460018". Other spellings are dropped silently (highlevel.md 2.1).
[[nodiscard]] bool isE164(const QString &phone);

//! ISO 3166 alpha-2 in capitals, of a country there is (highlevel.md 2.1).
[[nodiscard]] bool isCountryCode(const QString &code);

//! "#FFAA00".
[[nodiscard]] bool isHexColor(const QString &color);

//! Formed like a name of the IANA list, such as "Europe/London". Which ones there are is the
//! service's to say: this computer's list may be older or shorter.
[[nodiscard]] bool isTimeZone(const QString &name);

//! One "@" with text around it and no blanks.
[[nodiscard]] bool isEmailAddress(const QString &email);

//! A value for a sentence: on one line and not too long.
[[nodiscard]] QString quotable(const QString &value);

} // namespace twinbook::highlevel
