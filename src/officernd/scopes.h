// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/operations.h"

#include <QStringList>

namespace twinbook::officernd {

//! The permissions that synchronizing people needs, asked for at signing in.
[[nodiscard]] QStringList readingScopes();
[[nodiscard]] QStringList writingScopes();

//! The permissions for these operations, each once, for OfficeRnDSettings::furtherPermissions.
[[nodiscard]] QStringList permissionsFor(std::initializer_list<Operation> operations);

} // namespace twinbook::officernd
