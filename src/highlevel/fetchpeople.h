// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "highlevel/account.h"

#include <memory>

namespace twinbook::highlevel {

//! Everybody through the search, as search hits. The snapshot is whole only if the number of
//! different people equals the total that the last page told.
[[nodiscard]] std::unique_ptr<FetchPeopleJob> fetchPeopleJob(Account &account);

//! One contact by id, complete.
[[nodiscard]] std::unique_ptr<PersonJob> fetchPersonJob(Account &account, const RemoteId &id);

} // namespace twinbook::highlevel
