// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/memberships.h"

#include "officernd/resourcejobs.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

QList<std::pair<QLatin1StringView, MembershipState>> wireNames(MembershipState)
{
    return {{"not_started"_L1, MembershipState::NotStarted},
            {"active"_L1, MembershipState::Active},
            {"expired"_L1, MembershipState::Expired},
            {"not_approved"_L1, MembershipState::NotApproved}};
}

void readFrom(ObjectReader &in, Membership &membership)
{
    in.require("_id"_L1, membership.id);
    in.read("name"_L1, membership.name);
    in.read("isPersonal"_L1, membership.isPersonal);
    in.read("status"_L1, membership.status);
    in.read("calculatedStatus"_L1, membership.state);
    in.read("type"_L1, membership.type);
    in.read("location"_L1, membership.location);
    in.read("plan"_L1, membership.plan);
    in.read("company"_L1, membership.company);
    in.read("member"_L1, membership.member);
    in.read("startDate"_L1, membership.startDate);
    in.read("endDate"_L1, membership.endDate);
    in.read("intervalLength"_L1, membership.intervalLength);
    in.read("intervalCount"_L1, membership.intervalCount);
    in.read("isLocked"_L1, membership.isLocked);
    in.read("price"_L1, membership.price);
    in.read("deposit"_L1, membership.deposit);
    in.read("discountedPrice"_L1, membership.discountedPrice);
    in.read("contract"_L1, membership.contract);
    in.read("source"_L1, membership.source);
    in.read("properties"_L1, membership.properties);
    in.read("createdAt"_L1, membership.createdAt);
    in.read("modifiedAt"_L1, membership.modifiedAt);
}

void readFrom(ObjectReader &in, Plan &plan)
{
    in.require("_id"_L1, plan.id);
    in.read("name"_L1, plan.name);
    in.read("code"_L1, plan.code);
    in.read("type"_L1, plan.type);
    in.read("price"_L1, plan.price);
    in.read("intervalLength"_L1, plan.intervalLength);
    in.read("intervalCount"_L1, plan.intervalCount);
    in.read("locations"_L1, plan.locations);
    in.read("shouldPassesGrantActiveStatus"_L1, plan.shouldPassesGrantActiveStatus);
    in.read("properties"_L1, plan.properties);
}

ListJob<Membership> Memberships::list(const MembershipFilter &filter) const
{
    ListQuery query(Operation::ListMemberships);
    query.changedSince(filter.changedSince);
    query.select(filter.select);
    return listJob<Membership>(m_account, query);
}

std::unique_ptr<TypedJob<Membership>> Memberships::get(const MembershipId &id) const
{
    return itemJob<Membership>(m_account, operationRequest(Operation::GetMembership, id.text()));
}

ListJob<Plan> Memberships::plans(const PlanFilter &filter) const
{
    ListQuery query(Operation::ListPlans);
    query.equal(u"name"_s, filter.name);
    query.equal(u"code"_s, filter.code);
    query.select(filter.select);
    return listJob<Plan>(m_account, query);
}

} // namespace twinbook::officernd
