// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verification.h"

#include <algorithm>

namespace twinbook {

namespace {

QString nameOf(const PreparedPlan &prepared, const PersonPlan &person)
{
    const int row = prepared.projection.rowWithRole(FieldRole::Name);
    if (row < 0)
        return {};
    return prepared.left.people[static_cast<std::size_t>(person.left)]
        .values[static_cast<std::size_t>(row)]
        .toDisplay();
}

void compare(const PreparedPlan &prepared, const PersonPlan &person, VerifyReport &report)
{
    ++report.compared;
    const CanonicalValues &left
        = prepared.left.people[static_cast<std::size_t>(person.left)].values;
    const CanonicalValues &right
        = prepared.right.people[static_cast<std::size_t>(person.right)].values;
    bool equal = true;
    for (std::size_t row = 0; row < prepared.projection.size(); ++row) {
        if (prepared.projection.equivalent(row, left[row], right[row]))
            continue;
        equal = false;
        const auto field
            = std::find_if(person.fields.cbegin(), person.fields.cend(),
                           [row](const FieldPlan &candidate) { return candidate.row == row; });
        VerifyReport::Difference difference;
        difference.person = nameOf(prepared, person);
        difference.field = prepared.projection.row(row).id;
        difference.left = left[row];
        difference.right = right[row];
        if (field != person.fields.cend()) {
            difference.reason = field->reason;
            if (field->outcome == FieldOutcome::HeldBack)
                difference.accepted = VerifyReport::Difference::Accepted::Yes;
        }
        report.differences.push_back(std::move(difference));
    }
    report.equal += equal ? 1 : 0;
}

} // namespace

VerifyReport verificationOf(const PreparedPlan &prepared)
{
    VerifyReport report;
    for (const PersonPlan &person : prepared.plan.people) {
        const bool onLeft = person.left != PersonPlan::nobody;
        const bool onRight = person.right != PersonPlan::nobody;
        if (onLeft && onRight)
            compare(prepared, person, report);
        else if (onLeft)
            ++report.onlyLeft;
        else
            ++report.onlyRight;
    }
    return report;
}

} // namespace twinbook
