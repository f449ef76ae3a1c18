// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QString>

namespace twinbook {

//! The organisation's slug from whatever a person pasted: the slug itself or any address of the
//! admin site or the API ("https://app.officernd.com/admin/acme/community/members", officernd.md
//! 1.1). Errors are of kind InvalidInput and say what to paste.
[[nodiscard]] Result<QString> organizationSlug(const QString &pasted);

} // namespace twinbook
