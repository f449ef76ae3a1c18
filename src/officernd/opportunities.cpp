// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/opportunities.h"

#include "officernd/editjob.h"
#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

QJsonObject bodyOf(const NewOpportunity &opportunity, const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("name"_L1, opportunity.name);
    body.putReference("member"_L1, opportunity.member);
    body.putReference("company"_L1, opportunity.company);
    body.putReference("status"_L1, opportunity.stage);
    body.put("probability"_L1, opportunity.probability);
    if (opportunity.startDate.isValid())
        body.put("startDate"_L1, opportunity.startDate);
    body.put("dealSize"_L1, opportunity.dealSize);
    body.put("membersCount"_L1, opportunity.membersCount);
    body.putReference("resources"_L1, opportunity.resources);
    body.putReference("requestedPlans"_L1, opportunity.requestedPlans);
    body.putObject("properties"_L1, mergedProperties(opportunity.properties, {}, quirks));
    return body.object();
}

QJsonObject bodyOf(const OpportunityChange &change, const QJsonObject &present,
                   const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("name"_L1, change.name);
    body.put("member"_L1, change.member);
    body.put("company"_L1, change.company);
    body.put("status"_L1, change.stage);
    body.put("probability"_L1, change.probability);
    body.put("startDate"_L1, change.startDate);
    body.put("dealSize"_L1, change.dealSize);
    body.put("membersCount"_L1, change.membersCount);
    body.put("resources"_L1, change.resources);
    body.put("requestedPlans"_L1, change.requestedPlans);
    body.putObject(
        "properties"_L1,
        mergedProperties(change.properties, present.value("properties"_L1).toObject(), quirks));
    return body.object();
}

Error nobodyNamed()
{
    return refused(QCoreApplication::translate(
        "officernd",
        "OfficeRnD needs a person or a company for every opportunity. Choose one and try again."));
}

bool areUsableIn(const NewOpportunity &opportunity)
{
    return areUsable(opportunity.member, opportunity.company, opportunity.stage,
                     opportunity.resources, opportunity.requestedPlans);
}

bool areUsableIn(const OpportunityChange &change)
{
    return areUsable(change.member, change.company, change.stage,
                     change.resources.value_or(QList<ResourceId>()),
                     change.requestedPlans.value_or(QList<PlanId>()));
}

} // namespace

void readFrom(ObjectReader &in, Opportunity &opportunity)
{
    in.require("_id"_L1, opportunity.id);
    in.read("name"_L1, opportunity.name);
    in.read("member"_L1, opportunity.member);
    in.read("company"_L1, opportunity.company);
    in.read("status"_L1, opportunity.stage);
    in.read("probability"_L1, opportunity.probability);
    in.read("startDate"_L1, opportunity.startDate);
    in.read("dealSize"_L1, opportunity.dealSize);
    in.read("membersCount"_L1, opportunity.membersCount);
    in.read("resources"_L1, opportunity.resources);
    in.read("requestedPlans"_L1, opportunity.requestedPlans);
    in.read("properties"_L1, opportunity.properties);
    in.read("createdAt"_L1, opportunity.createdAt);
    in.read("createdBy"_L1, opportunity.createdBy);
    in.read("modifiedAt"_L1, opportunity.modifiedAt);
    in.read("modifiedBy"_L1, opportunity.modifiedBy);
}

void readFrom(ObjectReader &in, OpportunityStage &stage)
{
    in.require("_id"_L1, stage.id);
    in.read("description"_L1, stage.description);
    in.read("probability"_L1, stage.probability);
    in.read("isSystem"_L1, stage.isSystem);
}

ListJob<Opportunity> Opportunities::list(const OpportunityFilter &filter) const
{
    ListQuery query(Operation::ListOpportunities);
    query.withIds(filter.ids);
    query.equal(u"member"_s, filter.member);
    query.equal(u"company"_s, filter.company);
    query.since(u"createdAt"_s, filter.createdSince);
    query.changedSince(filter.changedSince);
    query.select(filter.select);
    return listJob<Opportunity>(m_account, query);
}

std::unique_ptr<TypedJob<Opportunity>> Opportunities::get(const OpportunityId &id) const
{
    return itemJob<Opportunity>(m_account, operationRequest(Operation::GetOpportunity, id.text()));
}

std::unique_ptr<TypedJob<Opportunity>> Opportunities::create(
    const NewOpportunity &opportunity) const
{
    if (isBlank(opportunity.name))
        return failedJob<Opportunity>(m_account, nameMissing());
    if (opportunity.member.isEmpty() && opportunity.company.isEmpty())
        return failedJob<Opportunity>(m_account, nobodyNamed());
    if (!areUsableIn(opportunity))
        return failedJob<Opportunity>(m_account, idUnusable());
    const QJsonObject body = bodyOf(opportunity, m_account.settings.quirks);
    return itemJob<Opportunity>(m_account, writeRequest(Operation::CreateOpportunity, {}, body));
}

std::unique_ptr<TypedJob<Opportunity>> Opportunities::update(const OpportunityId &id,
                                                             const OpportunityChange &change) const
{
    if (blanks(change.name))
        return failedJob<Opportunity>(m_account, nameMissing());
    if (!areUsableIn(change))
        return failedJob<Opportunity>(m_account, idUnusable());
    const QuirkSet quirks = m_account.settings.quirks;
    const bool merges = !change.properties.isEmpty() && quirks.holds(Quirk::PropertiesAreReplaced);
    return editJob<Opportunity>(m_account,
                                {.read = Operation::GetOpportunity,
                                 .write = Operation::UpdateOpportunity,
                                 .id = id.text(),
                                 .freshness = merges ? Freshness::ReadFirst : Freshness::NotNeeded,
                                 .body = [change, quirks](const QJsonObject &present) {
                                     return bodyOf(change, present, quirks);
                                 }});
}

ListJob<OpportunityStage> Opportunities::stages() const
{
    return listJob<OpportunityStage>(m_account, ListQuery(Operation::ListOpportunityStatuses));
}

} // namespace twinbook::officernd
