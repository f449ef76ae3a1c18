// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "mapping/fieldmapping.h"
#include "store/database.h"

#include <QHash>

namespace twinbook {

//! What people call the rows of the mapping in force. Rows that are gone by now are not among
//! them; their id stands in. Empty before the first mapping.
[[nodiscard]] QHash<FieldId, QString> fieldTitles(const Database &database, const Clock &clock);

} // namespace twinbook
