// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "store/journal.h"

namespace twinbook {

//! The base to remember once a person's rows have been carried out: for each row that agrees now,
//! what both sides hold; Known::No for rows that are still in question, held back, or to be
//! written to one of the `pending` sides, which keep the base they had.
[[nodiscard]] std::vector<AgreedPair> agreedBase(const Projection &projection,
                                                 const std::vector<FieldPlan> &fields,
                                                 const CanonicalValues &left,
                                                 const CanonicalValues &right,
                                                 const QList<Side> &pending = {});

//! What both sides hold of the rows that a write to `side` brings into agreement, once it has gone
//! through. A row that both sides get agrees only after both writes and is not among them.
[[nodiscard]] QList<AgreedField> agreedOnceWritten(const Projection &projection,
                                                   const std::vector<FieldPlan> &fields, Side side,
                                                   const CanonicalValues &left,
                                                   const CanonicalValues &right);

//! The base that a write with a lost answer has brought about after all, as far as the record,
//! with these values now, shows it.
[[nodiscard]] std::vector<AgreedPair> baseLeftBy(const Intent &intent, const Projection &projection,
                                                 const CanonicalValues &now);

//! Rows of a successful write to `side` whose value is still what it was `before`: the service said
//! yes and did not do it. (A value that was stored in another spelling is not among them.)
[[nodiscard]] std::vector<quint16> rowsNotTaken(const Projection &projection,
                                                const std::vector<FieldPlan> &fields, Side side,
                                                const CanonicalValues &before,
                                                const CanonicalValues &now);

//! Whether a linked person in agreement has a base that no longer says so (both sides were edited
//! alike, or a mapping row is new) and must be brought up to date.
[[nodiscard]] bool baseIsStale(const Projection &projection, const std::vector<AgreedPair> &base,
                               const std::vector<AgreedPair> &agreed);

} // namespace twinbook
