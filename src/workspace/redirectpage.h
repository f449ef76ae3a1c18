// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace twinbook {

//! Writes the page that hands a sign-in over to this program (resources/signin/redirect.html), for
//! a person to publish. Replaces an older one. Errors are of kind Storage.
[[nodiscard]] Result<> saveRedirectPage(const QString &file);

} // namespace twinbook
