// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/customvalues.h"
#include "officernd/details.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! The status of a company is always computed and cannot be set (officernd.md 2.1).
enum class CompanyStatus : quint8 {
    Active,
    Former,
    Pending,
    Inactive,
    NotApproved,
    DropIn,
    Lead,
    Other, //!< one that this program does not know
};
[[nodiscard]] QList<std::pair<QLatin1StringView, CompanyStatus>> wireNames(CompanyStatus);

//! A company (officernd.md 2.2). It has no phone number.
struct Company
{
    CompanyId id;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> description;
    std::optional<QString> image;
    std::optional<QString> url;
    std::optional<LocationId> location;
    std::optional<QDate> startDate;
    std::optional<CompanyStatus> status;
    std::optional<Address> address;
    std::optional<BillingDetails> billingDetails;
    std::optional<PortalPrivacy> portalPrivacy;
    std::optional<bool> hasActiveMembersAllowance;
    std::optional<double> activeMembersAllowanceLimit;
    std::optional<QStringList> tags;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
    std::optional<QDateTime> createdAt;
    std::optional<AdminId> createdBy;
    std::optional<QDateTime> modifiedAt;
    std::optional<AdminId> modifiedBy;
};
void readFrom(ObjectReader &in, Company &company);

//! Filters; those left empty are not asked for. There is none for the e-mail address.
struct CompanyFilter
{
    QList<CompanyId> ids {};
    QString name {}; //!< exactly
    LocationId location {};
    std::optional<CompanyStatus> status {};
    QDateTime createdSince {};
    QDateTime changedSince {};
    QMap<QString, QString> properties {}; //!< custom text properties, by key
    QStringList select {}; //!< members of the rows to be told; all if empty
};

struct NewCompany
{
    QString name {}; //!< must not be blank
    std::optional<QString> email {};
    std::optional<QString> description {};
    std::optional<QString> url {};
    LocationId location {}; //!< the one for new people if empty
    QDate startDate {}; //!< the present day at the location if invalid
    CustomChanges properties {};
};

struct CompanyChange
{
    Change<QString> name {}; //!< cannot be emptied
    Change<QString> email {};
    Change<QString> description {};
    Change<QString> image {};
    Change<QString> url {};
    Change<LocationId> location {}; //!< cannot be emptied
    Change<QDate> startDate {}; //!< cannot be emptied
    AddressChange address {};
    BillingDetailsChange billingDetails {};
    PortalPrivacyChange portalPrivacy {};
    Change<bool> hasActiveMembersAllowance {};
    Change<double> activeMembersAllowanceLimit {};
    CustomChanges properties {};
    //! Refused while Quirk::CompanyTagsAreReadOnly holds.
    TagChange tags {};
};

//! The companies of the organisation. Jobs have not started; the account must outlive them.
class Companies final
{
public:
    explicit Companies(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Company> list(const CompanyFilter &filter = {}) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Company>> get(const CompanyId &id) const;
    //! Never repeated blindly: see leavesWriteUnknown().
    [[nodiscard]] std::unique_ptr<TypedJob<Company>> create(const NewCompany &company) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Company>> update(const CompanyId &id,
                                                            const CompanyChange &change) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
