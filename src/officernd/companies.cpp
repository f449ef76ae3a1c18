// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/companies.h"

#include "officernd/createjob.h"
#include "officernd/editjob.h"
#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

QJsonObject bodyOf(const NewCompany &company, const Place &place, const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("name"_L1, company.name);
    body.put("location"_L1, place.location);
    body.put("startDate"_L1, place.today);
    body.put("email"_L1, company.email);
    body.put("description"_L1, company.description);
    body.put("url"_L1, company.url);
    body.putObject("properties"_L1, mergedProperties(company.properties, {}, quirks));
    return body.object();
}

QJsonObject bodyOf(const CompanyChange &change, const QJsonObject &present, const QuirkSet &quirks)
{
    const auto inner = [&](QLatin1StringView name) { return present.value(name).toObject(); };
    Body body(quirks);
    body.put("name"_L1, change.name);
    body.put("email"_L1, change.email);
    body.put("description"_L1, change.description);
    body.put("image"_L1, change.image);
    body.put("url"_L1, change.url);
    body.put("location"_L1, change.location);
    body.put("startDate"_L1, change.startDate);
    body.putObject("address"_L1, merged(change.address, inner("address"_L1), quirks));
    body.putObject("billingDetails"_L1,
                   merged(change.billingDetails, inner("billingDetails"_L1), quirks));
    body.putObject("portalPrivacy"_L1,
                   merged(change.portalPrivacy, inner("portalPrivacy"_L1), quirks));
    body.put("hasActiveMembersAllowance"_L1, change.hasActiveMembersAllowance);
    body.put("activeMembersAllowanceLimit"_L1, change.activeMembersAllowanceLimit);
    body.putObject("properties"_L1,
                   mergedProperties(change.properties, inner("properties"_L1), quirks));
    body.put("tags"_L1, mergedTags(change.tags, present.value("tags"_L1)));
    return body.object();
}

Freshness freshnessOf(const CompanyChange &change, const QuirkSet &quirks)
{
    const bool bag = !change.properties.isEmpty() && quirks.holds(Quirk::PropertiesAreReplaced);
    const bool objects = isGiven(change.address) || isGiven(change.billingDetails)
        || isGiven(change.portalPrivacy);
    return bag || objects || change.tags.isGiven() ? Freshness::ReadFirst : Freshness::NotNeeded;
}

std::optional<Error> problemOf(const CompanyChange &change, const QuirkSet &quirks)
{
    if (blanks(change.name))
        return nameMissing();
    if (change.startDate.empties())
        return startDateMissing();
    if (change.location.empties() || !areUsable(change.location))
        return idUnusable();
    if (change.tags.isGiven() && quirks.holds(Quirk::CompanyTagsAreReadOnly)) {
        return refused(QCoreApplication::translate(
            "officernd",
            "OfficeRnD does not let Twinbook change the tags of a company. Change them in "
            "OfficeRnD."));
    }
    return std::nullopt;
}

} // namespace

QList<std::pair<QLatin1StringView, CompanyStatus>> wireNames(CompanyStatus)
{
    return {{"active"_L1, CompanyStatus::Active},
            {"former"_L1, CompanyStatus::Former},
            {"pending"_L1, CompanyStatus::Pending},
            {"inactive"_L1, CompanyStatus::Inactive},
            {"not_approved"_L1, CompanyStatus::NotApproved},
            {"drop-in"_L1, CompanyStatus::DropIn},
            {"lead"_L1, CompanyStatus::Lead}};
}

void readFrom(ObjectReader &in, Company &company)
{
    in.require("_id"_L1, company.id);
    in.read("name"_L1, company.name);
    in.read("email"_L1, company.email);
    in.read("description"_L1, company.description);
    in.read("image"_L1, company.image);
    in.read("url"_L1, company.url);
    in.read("location"_L1, company.location);
    in.read("startDate"_L1, company.startDate);
    in.read("status"_L1, company.status);
    in.read("address"_L1, company.address);
    in.read("billingDetails"_L1, company.billingDetails);
    in.read("portalPrivacy"_L1, company.portalPrivacy);
    in.read("hasActiveMembersAllowance"_L1, company.hasActiveMembersAllowance);
    in.read("activeMembersAllowanceLimit"_L1, company.activeMembersAllowanceLimit);
    in.read("tags"_L1, company.tags);
    in.read("properties"_L1, company.properties);
    in.read("createdAt"_L1, company.createdAt);
    in.read("createdBy"_L1, company.createdBy);
    in.read("modifiedAt"_L1, company.modifiedAt);
    in.read("modifiedBy"_L1, company.modifiedBy);
}

ListJob<Company> Companies::list(const CompanyFilter &filter) const
{
    ListQuery query(Operation::ListCompanies);
    query.withIds(filter.ids);
    query.equal(u"name"_s, filter.name);
    query.equal(u"location"_s, filter.location);
    if (filter.status)
        query.equal(u"status"_s, toWire(*filter.status).toString());
    query.since(u"createdAt"_s, filter.createdSince);
    query.changedSince(filter.changedSince);
    query.properties(filter.properties);
    query.select(filter.select);
    return listJob<Company>(m_account, query);
}

std::unique_ptr<TypedJob<Company>> Companies::get(const CompanyId &id) const
{
    return itemJob<Company>(m_account, operationRequest(Operation::GetCompany, id.text()));
}

std::unique_ptr<TypedJob<Company>> Companies::create(const NewCompany &company) const
{
    if (isBlank(company.name))
        return failedJob<Company>(m_account, nameMissing());
    if (!areUsable(company.location))
        return failedJob<Company>(m_account, idUnusable());
    const QuirkSet quirks = m_account.settings.quirks;
    return createJob<Company>(
        m_account, Operation::CreateCompany, {company.location.text(), company.startDate},
        [company, quirks](const Place &place) { return bodyOf(company, place, quirks); });
}

std::unique_ptr<TypedJob<Company>> Companies::update(const CompanyId &id,
                                                     const CompanyChange &change) const
{
    const QuirkSet quirks = m_account.settings.quirks;
    if (const auto problem = problemOf(change, quirks))
        return failedJob<Company>(m_account, *problem);
    return editJob<Company>(m_account,
                            {.read = Operation::GetCompany,
                             .write = Operation::UpdateCompany,
                             .id = id.text(),
                             .freshness = freshnessOf(change, quirks),
                             .body = [change, quirks](const QJsonObject &present) {
                                 return bodyOf(change, present, quirks);
                             }});
}

} // namespace twinbook::officernd
