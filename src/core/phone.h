// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

//! Phone numbers are compared by libphonenumber and never judged: "invalid" is a hint and no
//! reason to drop or alter what a person typed (the Debian 12 number plans are of October 2022).

//! "+15550102233" for "(0)555 010 2233" read in country "US" (ISO 3166 alpha-2, may be empty).
//! Empty if the text cannot be read as a possible number. An extension has no place in it.
[[nodiscard]] QString phoneE164(const QString &phone, const QString &country);

//! A key that is equal for two spellings of one number: the E.164 form and, if there is one,
//! ";ext=" and the extension; or, for text that is no possible number, "raw:" and its simplified
//! text. Empty for blank text.
[[nodiscard]] QString phoneKey(const QString &phone, const QString &country);

} // namespace twinbook
