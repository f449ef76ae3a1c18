// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <vector>

namespace twinbook {

//! One value that Apply would set on one side.
struct ValueChange
{
    Side side = Side::Left;
    quint16 row = 0; //!< index into the projection
    FieldValue before;
    FieldValue after;
    FieldReason reason = FieldReason::SameValue;
    friend bool operator==(const ValueChange &, const ValueChange &) = default;
};

//! The values that Apply would set for one person; one entry for each side that gets a value.
[[nodiscard]] std::vector<ValueChange> valueChanges(const PreparedPlan &prepared,
                                                    const PersonPlan &person);

} // namespace twinbook
