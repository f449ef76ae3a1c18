// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

//! "BG" for "Bulgaria", "bulgaria", "BG" or "България"; empty if the text names no country.
[[nodiscard]] QString countryCode(const QString &text);

//! English name of a country, as OfficeRnD's address form spells it: "Bulgaria" for "BG". The
//! text itself if it is no code.
[[nodiscard]] QString countryName(const QString &code);

} // namespace twinbook
