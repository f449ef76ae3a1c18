// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "viewmodels/health.h"

namespace twinbook {

//! What health depends on, as far as the database knows it: everything but what is going on in
//! this moment and an error that nobody has written down yet.
[[nodiscard]] Result<HealthFacts> healthFacts(const Database &database, const Clock &clock);

} // namespace twinbook
