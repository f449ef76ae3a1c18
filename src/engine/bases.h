// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

namespace twinbook {

//! The base to remember once a person's rows have been carried out: for each row that agrees now,
//! what both sides hold; Known::No for rows that are still in question or held back, which keep
//! the base they had.
[[nodiscard]] std::vector<AgreedPair> agreedBase(const Projection &projection,
                                                 const std::vector<FieldPlan> &fields,
                                                 const CanonicalValues &left,
                                                 const CanonicalValues &right);

//! Whether a linked person in agreement has a base that no longer says so (both sides were edited
//! alike, or a mapping row is new) and must be brought up to date.
[[nodiscard]] bool baseIsStale(const Projection &projection, const std::vector<AgreedPair> &base,
                               const std::vector<AgreedPair> &agreed);

} // namespace twinbook
