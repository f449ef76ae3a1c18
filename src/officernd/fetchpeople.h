// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "officernd/account.h"

#include <memory>

namespace twinbook::officernd {

//! Everybody: companies first, for their names, then all pages of members. The snapshot is whole
//! only if the number of different people, the last row number and the service's own count agree.
[[nodiscard]] std::unique_ptr<FetchPeopleJob> fetchPeopleJob(Account &account);

//! One member by id.
[[nodiscard]] std::unique_ptr<PersonJob> fetchPersonJob(Account &account, const RemoteId &id);

} // namespace twinbook::officernd
