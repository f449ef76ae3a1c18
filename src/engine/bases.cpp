// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/bases.h"

#include <algorithm>

namespace twinbook {

std::vector<AgreedPair> agreedBase(const Projection &projection,
                                   const std::vector<FieldPlan> &fields,
                                   const CanonicalValues &left, const CanonicalValues &right)
{
    std::vector<AgreedPair> base(projection.size());
    for (std::size_t row = 0; row < projection.size(); ++row) {
        const auto field
            = std::find_if(fields.cbegin(), fields.cend(),
                           [row](const FieldPlan &candidate) { return candidate.row == row; });
        const bool open = field != fields.cend()
            && (field->outcome == FieldOutcome::Ask || field->outcome == FieldOutcome::HeldBack);
        if (!open)
            base[row] = {AgreedPair::Known::Yes, left[row], right[row]};
    }
    return base;
}

bool baseIsStale(const Projection &projection, const std::vector<AgreedPair> &base,
                 const std::vector<AgreedPair> &agreed)
{
    for (std::size_t row = 0; row < agreed.size(); ++row) {
        if (agreed[row].known == AgreedPair::Known::No)
            continue;
        if (row >= base.size() || base[row].known == AgreedPair::Known::No
            || !projection.equivalent(row, base[row].left, agreed[row].left)
            || !projection.equivalent(row, base[row].right, agreed[row].right))
            return true;
    }
    return false;
}

} // namespace twinbook
