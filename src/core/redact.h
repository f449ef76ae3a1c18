// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

//! Text that may go into a log, an error's details or a support file: bearer tokens, private
//! integration tokens, secrets in forms and queries, e-mail addresses and phone numbers are
//! replaced. Ids stay, so that support can follow one record.
[[nodiscard]] QString redacted(const QString &text);

} // namespace twinbook
