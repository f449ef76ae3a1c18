// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mapping/projection.h"
#include "sync/plan.h"

namespace twinbook::testing {

//! What tests tell about a person; empty members are fields the service does not name.
struct Someone
{
    QString name;
    QString email;
    QString phone;
    QStringList tags;
    QString company;
    QString street;
    QString city;
    QString postalCode;
    QDate born;
};

//! The suggested mapping between the two accounts of mapping/support/accounts.h.
[[nodiscard]] const Projection &suggestedProjection();

//! A person in the fields of one service. HighLevel gets two names, lower-case tags and numbers it
//! can read, as it would store them.
[[nodiscard]] FieldMap fieldsOf(Side side, const Someone &someone);

//! One side of a plan's input: people with ids "l0", "l1"... or "r0"..., read to the end.
[[nodiscard]] SideState sideOf(Side side, const std::vector<Someone> &people);

//! Everything plan() looks at, kept together.
struct Situation
{
    Projection projection = suggestedProjection();
    SideState left;
    SideState right;
    std::vector<Link> links;
    Judgements judgements;

    Situation() = default;
    Situation(const std::vector<Someone> &lefts, const std::vector<Someone> &rights);

    [[nodiscard]] PlanInput input() const { return {projection, left, right, links, judgements}; }
    //! The plan; an empty one, after a failed verification, if there is none.
    [[nodiscard]] Plan planned() const;
    //! Links two people by their indexes, with what they hold now as the base.
    void link(std::size_t leftIndex, std::size_t rightIndex);
    void answer(const QuestionKey &key, Choice choice, const FieldValue &value = {});
};

//! "l0=r1 email changed", one line for each row of the plan, sorted.
[[nodiscard]] QStringList drawn(const Situation &situation, const Plan &plan);

} // namespace twinbook::testing
