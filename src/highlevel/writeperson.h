// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "highlevel/account.h"

#include <memory>

namespace twinbook::highlevel {

//! Creates a contact, then adds tags that the service did not take with it. A failure of that
//! second step does not undo the creation: the record is returned as it is.
[[nodiscard]] std::unique_ptr<PersonJob> createPersonJob(Account &account,
                                                         const FieldWrites &writes);

//! Updates the given fields; tags one by one, after reading the present ones. A custom field that
//! the service dropped without a word is ErrorKind::Rejected.
[[nodiscard]] std::unique_ptr<PersonJob> updatePersonJob(Account &account, const RemoteId &id,
                                                         const FieldWrites &writes);

//! What these jobs send if all goes well.
[[nodiscard]] Calls callsToCreate(const FieldWrites &writes);
[[nodiscard]] Calls callsToUpdate(const FieldWrites &writes, const FieldMap &present);

} // namespace twinbook::highlevel
