// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! The live state of a membership, as the service computes it.
enum class MembershipState : quint8 {
    NotStarted,
    Active,
    Expired,
    NotApproved,
    Other, //!< one that this program does not know
};
[[nodiscard]] QList<std::pair<QLatin1StringView, MembershipState>> wireNames(MembershipState);

//! A plan that a member or a company is on (officernd.md 2.9). Only read: changing one bills
//! somebody.
struct Membership
{
    MembershipId id;
    std::optional<QString> name;
    std::optional<bool> isPersonal; //!< a member's own rather than a company's
    std::optional<QString> status; //!< "approved" or "not_approved"; see state
    std::optional<MembershipState> state; //!< `calculatedStatus`
    std::optional<QString> type; //!< "month_to_month" or "fixed"
    std::optional<LocationId> location;
    std::optional<PlanId> plan;
    std::optional<CompanyId> company;
    std::optional<MemberId> member;
    std::optional<QDate> startDate;
    std::optional<QDate> endDate;
    std::optional<QString> intervalLength; //!< "once", "hour", "day" or "month"
    std::optional<int> intervalCount;
    std::optional<bool> isLocked;
    std::optional<double> price;
    std::optional<double> deposit;
    std::optional<double> discountedPrice;
    std::optional<QString> contract;
    std::optional<QString> source;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> modifiedAt;
};
void readFrom(ObjectReader &in, Membership &membership);

struct MembershipFilter
{
    //! The list has been seen to refuse this; it is then read in full (officernd.md 2.9).
    QDateTime changedSince {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

struct Plan
{
    PlanId id;
    std::optional<QString> name;
    std::optional<QString> code;
    std::optional<QString> type;
    std::optional<double> price;
    std::optional<QString> intervalLength; //!< "once" or "month"
    std::optional<int> intervalCount;
    std::optional<QList<LocationId>> locations;
    std::optional<bool> shouldPassesGrantActiveStatus;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
};
void readFrom(ObjectReader &in, Plan &plan);

//! Filters; those left empty are not asked for.
struct PlanFilter
{
    QString name {}; //!< exactly
    QString code {}; //!< exactly
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! Memberships and their plans. Jobs have not started; the account must outlive them.
class Memberships final
{
public:
    explicit Memberships(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Membership> list(const MembershipFilter &filter = {}) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Membership>> get(const MembershipId &id) const;
    [[nodiscard]] ListJob<Plan> plans(const PlanFilter &filter = {}) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
