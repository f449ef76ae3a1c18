// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <optional>

namespace twinbook::officernd {

//! Whether a list was refused because it does not know a parameter: "property modifiedAt should
//! not exist" (officernd.md 2.0).
[[nodiscard]] bool refusesParameter(const Error &error, const QString &name);

//! The most rows in a page, from "$limit must not be greater than 50" (officernd.md 2.0).
[[nodiscard]] std::optional<int> largestPage(const Error &error);

} // namespace twinbook::officernd
