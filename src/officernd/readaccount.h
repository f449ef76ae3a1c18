// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "officernd/account.h"

#include <memory>

namespace twinbook::officernd {

//! Signs in and reads the organisation's name and the number of its people. Whether people may be
//! changed is told by the permissions that the sign-in was granted.
[[nodiscard]] std::unique_ptr<ConnectionJob> checkConnectionJob(Account &account);

//! Standard fields and custom properties. Read anew each time, because definitions change.
[[nodiscard]] std::unique_ptr<SchemaJob> readSchemaJob(Account &account);

} // namespace twinbook::officernd
