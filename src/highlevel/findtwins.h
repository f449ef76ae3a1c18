// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "highlevel/account.h"

#include <memory>

namespace twinbook::highlevel {

//! Looks for a contact that a lost creation may have made, in three ways, because the search may
//! lag by a minute (highlevel.md 2.3): the service's own duplicate look-up by e-mail and by phone,
//! and everybody added since shortly before the intent. Candidates are read by id; only those
//! added since then and alike in e-mail, phone or name are returned.
[[nodiscard]] std::unique_ptr<PeopleJob> findTwinsJob(Account &account, const TwinQuery &query);

} // namespace twinbook::highlevel
