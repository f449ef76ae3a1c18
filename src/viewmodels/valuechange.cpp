// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/valuechange.h"

namespace twinbook {

std::vector<ValueChange> valueChanges(const PreparedPlan &prepared, const PersonPlan &person)
{
    std::vector<ValueChange> changes;
    for (const FieldPlan &field : person.fields) {
        for (Side side : bothSides) {
            const FieldOutcome towards
                = side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight;
            if (field.outcome != towards && field.outcome != FieldOutcome::ToBoth)
                continue;
            const int record = side == Side::Left ? person.left : person.right;
            FieldValue before;
            if (record != PersonPlan::nobody)
                before = prepared.side(side)
                             .people[static_cast<std::size_t>(record)]
                             .values[field.row];
            // A value for both sides changes only the side that does not have it yet.
            if (field.outcome == FieldOutcome::ToBoth
                && prepared.projection.equivalent(field.row, before, field.value))
                continue;
            changes.push_back({side, field.row, before, field.value, field.reason});
        }
    }
    return changes;
}

} // namespace twinbook
