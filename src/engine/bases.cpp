// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/bases.h"

#include <algorithm>

namespace twinbook {

namespace {

//! After an undo of one side both sides have a value of their own, and are to keep it.
AgreedPair::Standing standingAfter(const Projection &projection, const FieldPlan &field,
                                   const AgreedPair &pair)
{
    const bool apart = field.reason == FieldReason::PutBack
        && !projection.equivalent(field.row, pair.left, pair.right);
    return apart ? AgreedPair::Standing::LeftApart : AgreedPair::Standing::Agreed;
}

bool isOpen(const FieldPlan &field, const QList<Side> &pending)
{
    return field.outcome == FieldOutcome::Ask || field.outcome == FieldOutcome::HeldBack
        || std::any_of(pending.cbegin(), pending.cend(),
                       [&](Side side) { return writesTo(side, field); });
}

} // namespace

std::vector<AgreedPair> agreedBase(const Projection &projection,
                                   const std::vector<FieldPlan> &fields,
                                   const CanonicalValues &left, const CanonicalValues &right,
                                   const QList<Side> &pending)
{
    std::vector<AgreedPair> base(projection.size());
    for (std::size_t row = 0; row < projection.size(); ++row)
        base[row] = {AgreedPair::Known::Yes, left[row], right[row]};
    for (const FieldPlan &field : fields)
        base[field.row].standing = standingAfter(projection, field, base[field.row]);
    for (const FieldPlan &field : fields) {
        if (isOpen(field, pending))
            base[field.row] = {};
    }
    return base;
}

QList<AgreedField> agreedOnceWritten(const Projection &projection,
                                     const std::vector<FieldPlan> &fields, Side side,
                                     const CanonicalValues &left, const CanonicalValues &right)
{
    QList<AgreedField> agreed;
    for (const FieldPlan &field : fields) {
        if (!writesTo(side, field) || writesTo(opposite(side), field))
            continue;
        const bool toLeft = side == Side::Left;
        AgreedPair pair {AgreedPair::Known::Yes, toLeft ? field.value : left[field.row],
                         toLeft ? right[field.row] : field.value};
        pair.standing = standingAfter(projection, field, pair);
        agreed.append({projection.row(field.row).id, std::move(pair)});
    }
    return agreed;
}

std::vector<AgreedPair> baseLeftBy(const Intent &intent, const Projection &projection,
                                   const CanonicalValues &now)
{
    std::vector<AgreedPair> base(projection.size());
    for (std::size_t row = 0; row < projection.size(); ++row) {
        const auto field = std::find_if(intent.agreed.cbegin(), intent.agreed.cend(),
                                        [&](const AgreedField &candidate) {
                                            return candidate.field == projection.row(row).id;
                                        });
        if (field == intent.agreed.cend())
            continue;
        AgreedPair pair = field->values;
        FieldValue &written = intent.side == Side::Left ? pair.left : pair.right;
        if (!projection.equivalent(row, now[row], written))
            continue;
        written = now[row];
        base[row] = std::move(pair);
    }
    return base;
}

std::vector<quint16> rowsNotTaken(const Projection &projection,
                                  const std::vector<FieldPlan> &fields, Side side,
                                  const CanonicalValues &before, const CanonicalValues &now)
{
    std::vector<quint16> rows;
    for (const FieldPlan &field : fields) {
        if (writesTo(side, field)
            && projection.equivalent(field.row, now[field.row], before[field.row])
            && !projection.equivalent(field.row, now[field.row], field.value))
            rows.push_back(field.row);
    }
    return rows;
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
