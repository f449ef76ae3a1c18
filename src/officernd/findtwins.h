// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "officernd/account.h"

#include <memory>

namespace twinbook::officernd {

//! Looks for a member that a lost creation may have made, in three ways: by e-mail, by name, and
//! among everybody created since shortly before the intent. Only members created since then and
//! alike in e-mail, phone or name are returned.
[[nodiscard]] std::unique_ptr<PeopleJob> findTwinsJob(Account &account, const TwinQuery &query);

} // namespace twinbook::officernd
