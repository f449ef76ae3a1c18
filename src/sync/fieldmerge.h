// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/link.h"
#include "sync/plan.h"

namespace twinbook {

//! What the merge of one field knows besides the values.
struct MergeContext
{
    PerSide<QDateTime> modifiedAt; //!< of the records; only for Authority::Newest
    //! A person's answer for exactly these values, or nullptr.
    const Answer *answer = nullptr;
};

//! Three-way merge of one mapping row of one person that is on both sides. The decision table:
//!
//!   left vs right   base     left    right   outcome
//!   ------------------------------------------------------------------------------------
//!   same            any      any     any     Agrees
//!   differ          known    same    same    HeldBack: StoredDifferently, or LeftApart by an undo
//!   differ          known    edited  same    left's value to the right
//!   differ          known    same    edited  right's value to the left
//!   differ          known    edited  edited  the row's rule; by default Ask
//!   one is empty    unknown  -       -       fills the empty side
//!   differ          unknown  -       -       the row's rule; by default Ask
//!
//! A winner without a value does not erase unless the row says so; it gets the other's value.
//! Tags merge by element instead. An answer of a person comes before the rule and before a
//! one-sided edit; once it has been carried out, nothing is edited any more. Whatever comes out is
//! held back if the row does not flow that way, would erase without being told to, would overwrite
//! although the row only fills empty fields, or if the service does not let the field be written.
//! An answer may erase and overwrite; it does not make a row flow the other way.
[[nodiscard]] FieldPlan mergeField(const Projection &projection, std::size_t row,
                                   const FieldValue &left, const FieldValue &right,
                                   const AgreedPair &base, const MergeContext &context);

} // namespace twinbook
