// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

namespace twinbook {

//! Takes the present as agreed, without a request to either service (ApplyRequest::Past): people
//! who are recognised and not linked yet are linked, each row with both values as they are, and
//! what differs stands apart until one of them is edited. People on one side only are left out.
//! Open questions stay open, but for fields of those who were linked. All or nothing. Returns how
//! many were linked.
[[nodiscard]] Result<int> leaveThePast(const PreparedPlan &prepared, const QSet<int> &leftOut,
                                       RunId run, const Database &database, const Clock &clock);

//! Both values of every row as they are: agreed where they mean the same, standing apart elsewhere.
[[nodiscard]] std::vector<AgreedPair> asTheyAre(const Projection &projection,
                                                const CanonicalValues &left,
                                                const CanonicalValues &right);

} // namespace twinbook
