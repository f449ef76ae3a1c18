// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "core/serviceschema.h"
#include "core/side.h"
#include "mapping/projection.h"

namespace twinbook::bench {

//! Person number `number` as that service would tell it: the same person on both sides, each in
//! its own spelling (case of e-mails and tags, spaces in phone numbers, names in one or two
//! parts). One in twenty has no e-mail at HighLevel, so that only the phone proves the match. The
//! same number always gives the same person.
[[nodiscard]] RemoteRecord inventedPerson(Side side, int number);

//! What OfficeRnD or HighLevel offers for such people.
[[nodiscard]] ServiceSchema inventedSchema(Side side);

//! The mapping that Twinbook suggests for these schemas.
[[nodiscard]] Projection suggestedProjection();

} // namespace twinbook::bench
