// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "highlevel/account.h"

#include <memory>

namespace twinbook::highlevel {

//! Reads the sub-account's name and the number of its people. Whether people may be changed is not
//! told without trying.
[[nodiscard]] std::unique_ptr<ConnectionJob> checkConnectionJob(Account &account);

//! Standard and custom fields. Read anew each time, because definitions change.
[[nodiscard]] std::unique_ptr<SchemaJob> readSchemaJob(Account &account);

} // namespace twinbook::highlevel
