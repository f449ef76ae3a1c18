// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "officernd/account.h"

#include <memory>

namespace twinbook::officernd {

//! Creates a member in the default location, starting today, then adds what only an update can
//! carry. If that second step fails, the creation still counts: the record is returned as it is.
[[nodiscard]] std::unique_ptr<PersonJob> createPersonJob(Account &account,
                                                         const FieldWrites &writes);

//! Updates the given fields. Address and custom properties are read right before, merged and
//! written as a whole.
[[nodiscard]] std::unique_ptr<PersonJob> updatePersonJob(Account &account, const RemoteId &id,
                                                         const FieldWrites &writes);

//! What these jobs send if all goes well.
[[nodiscard]] Calls callsToCreate(const FieldWrites &writes, const Learned &learned);
[[nodiscard]] Calls callsToUpdate(const FieldWrites &writes, const QuirkSet &quirks);

} // namespace twinbook::officernd
