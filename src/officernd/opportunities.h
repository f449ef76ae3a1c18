// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/customvalues.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! A deal (officernd.md 2.3). An open one makes its member a lead.
struct Opportunity
{
    OpportunityId id;
    std::optional<QString> name;
    std::optional<MemberId> member;
    std::optional<CompanyId> company;
    std::optional<StageId> stage;
    std::optional<double> probability;
    std::optional<QDate> startDate;
    std::optional<double> dealSize; //!< in the organisation's currency, which is not told
    std::optional<double> membersCount;
    std::optional<QList<ResourceId>> resources;
    std::optional<QList<PlanId>> requestedPlans;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
    std::optional<QDateTime> createdAt;
    std::optional<AdminId> createdBy;
    std::optional<QDateTime> modifiedAt;
    std::optional<AdminId> modifiedBy;
};
void readFrom(ObjectReader &in, Opportunity &opportunity);

//! Filters; those left empty are not asked for.
struct OpportunityFilter
{
    QList<OpportunityId> ids {};
    MemberId member {};
    CompanyId company {};
    QDateTime createdSince {};
    QDateTime changedSince {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

struct NewOpportunity
{
    QString name {}; //!< must not be blank
    MemberId member {}; //!< a member or a company must be given
    CompanyId company {};
    StageId stage {};
    std::optional<double> probability {};
    QDate startDate {};
    std::optional<double> dealSize {};
    std::optional<double> membersCount {};
    QList<ResourceId> resources {};
    QList<PlanId> requestedPlans {};
    CustomChanges properties {};
};

struct OpportunityChange
{
    Change<QString> name {}; //!< cannot be emptied
    Change<MemberId> member {};
    Change<CompanyId> company {};
    Change<StageId> stage {};
    Change<double> probability {};
    Change<QDate> startDate {};
    Change<double> dealSize {};
    Change<double> membersCount {};
    std::optional<QList<ResourceId>> resources {};
    std::optional<QList<PlanId>> requestedPlans {};
    CustomChanges properties {};
};

//! A stage. The service has no other name for it than the description, and no order.
struct OpportunityStage
{
    StageId id;
    std::optional<QString> description;
    std::optional<double> probability;
    std::optional<bool> isSystem;
};
void readFrom(ObjectReader &in, OpportunityStage &stage);

//! Deals and their stages. Jobs have not started; the account must outlive them.
class Opportunities final
{
public:
    explicit Opportunities(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Opportunity> list(const OpportunityFilter &filter = {}) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Opportunity>> get(const OpportunityId &id) const;
    //! Never repeated blindly: see leavesWriteUnknown().
    [[nodiscard]] std::unique_ptr<TypedJob<Opportunity>> create(
        const NewOpportunity &opportunity) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Opportunity>> update(
        const OpportunityId &id, const OpportunityChange &change) const;
    [[nodiscard]] ListJob<OpportunityStage> stages() const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
