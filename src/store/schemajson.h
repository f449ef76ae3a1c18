// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"

#include <QJsonObject>

namespace twinbook {

//! An account's schema as it lies in the database, and back. What is missing or unknown in the
//! object gets the member's default: a schema is read anew before each run.
[[nodiscard]] QJsonObject schemaToJson(const ServiceSchema &schema);
[[nodiscard]] ServiceSchema schemaFromJson(const QJsonObject &object);

} // namespace twinbook
