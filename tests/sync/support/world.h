// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"
#include "sync/support/serviceinmemory.h"

namespace twinbook::testing {

//! Both sides as one look found them.
struct Look
{
    SideState left;
    SideState right;
};

//! What applying a plan did.
struct Applied
{
    //! One write as it was sent.
    struct Sent
    {
        Side to;
        RemoteId id; //!< empty when creating
        RemoteId counterpart; //!< the person's record on the other side, if there is one
        FieldWrites writes;
    };
    std::vector<Sent> sent;
    int refused = 0; //!< writes a service did not take
    [[nodiscard]] bool isNothing() const { return sent.empty(); }
};

//! Two services, the mapping between them and what Twinbook remembers: a whole installation
//! without network, disk or clock.
class World
{
public:
    Projection projection;
    PerSide<ServiceInMemory> services {ServiceInMemory(Side::Left), ServiceInMemory(Side::Right)};
    std::vector<Link> links;
    Judgements judgements;

    [[nodiscard]] Look look() const;
    [[nodiscard]] PlanInput input(const Look &look) const;
    //! Does what the plan says and remembers the outcome, as the engine does: whoever was matched
    //! or created is linked; the base of a row becomes what both sides show after the row agreed
    //! or was written, also where a service stored another spelling than it was sent. Rows that
    //! were held back, refused or asked about keep their base; a record that was added again
    //! starts without any.
    Applied apply(const Look &look, const Plan &plan);
    //! Answers a question as a person would who sees what the question shows.
    void answer(const Question &question, Choice choice, const FieldValue &value = {});

private:
    void applyPair(const Look &look, const PersonPlan &person, Applied &applied);
    void applyCreation(const Look &look, const PersonPlan &person, Applied &applied);
    bool send(Side to, const PerSide<RemoteId> &pair, const PersonPlan &person, Applied &applied);
    [[nodiscard]] FieldWrites writesTo(Side to, const RemoteId &id, const PersonPlan &person) const;
    void remember(const PerSide<RemoteId> &pair, const PersonPlan &person,
                  const PerSide<bool> &taken);
    Link &linkOf(const RemoteId &left, const RemoteId &right, LinkId known);
};

} // namespace twinbook::testing
