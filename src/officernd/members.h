// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/customvalues.h"
#include "officernd/details.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! The effective status of a member, which the service computes from memberships, purchases and
//! opportunities (officernd.md 2.1).
enum class MemberStatus : quint8 {
    Active,
    Former,
    Pending,
    Contact,
    NotApproved,
    DropIn,
    Lead,
    Other, //!< one that this program does not know
};
[[nodiscard]] QList<std::pair<QLatin1StringView, MemberStatus>> wireNames(MemberStatus);

//! A person (officernd.md 2.1). What the service did not tell is absent.
struct Member
{
    MemberId id;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> image;
    std::optional<QString> description;
    std::optional<LocationId> location;
    std::optional<CompanyId> company;
    std::optional<MemberStatus> status;
    std::optional<QDate> startDate;
    std::optional<bool> isBillingPerson;
    std::optional<bool> isContactPerson;
    std::optional<Address> address;
    std::optional<BillingDetails> billingDetails;
    std::optional<PortalPrivacy> portalPrivacy;
    std::optional<SocialProfiles> socialProfiles;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
    std::optional<QStringList> tags;
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> modifiedAt;
};
void readFrom(ObjectReader &in, Member &member);

//! Filters; those left empty are not asked for.
struct MemberFilter
{
    QList<MemberId> ids {};
    QString name {}; //!< exactly
    QString email {}; //!< exactly; nobody knows whether letter case counts
    LocationId location {};
    CompanyId company {};
    QList<MemberStatus> statuses {};
    QDateTime createdSince {};
    QDateTime changedSince {};
    QMap<QString, QString> properties {}; //!< custom text properties, by key
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! A person to be added. No invitation is sent.
struct NewMember
{
    QString name {}; //!< must not be blank
    std::optional<QString> email {};
    std::optional<QString> phone {};
    std::optional<QString> description {};
    LocationId location {}; //!< the one for new people if empty
    QDate startDate {}; //!< the present day at the location if invalid
    CompanyId company {};
    std::optional<bool> isBillingPerson {};
    std::optional<bool> isContactPerson {};
    CustomChanges properties {};
    QStringList tags {};
};

//! Changes to a person. There is no status among them: see Members::setStatus().
struct MemberChange
{
    Change<QString> name {}; //!< cannot be emptied
    Change<QString> email {};
    Change<QString> phone {};
    Change<QDate> startDate {}; //!< cannot be emptied
    Change<bool> isBillingPerson {};
    Change<bool> isContactPerson {};
    AddressChange address {};
    BillingDetailsChange billingDetails {};
    PortalPrivacyChange portalPrivacy {};
    SocialProfilesChange socialProfiles {};
    CustomChanges properties {};
    TagChange tags {};
};

//! What a person may set a status to by hand. `Automatic` hands it back to the service. Former and
//! Contact can take the portal away from a company's member (officernd.md 2.1).
enum class ManualStatus : quint8 { Former, Contact, Automatic };

struct MemberCount
{
    int total = 0;
    struct Group
    {
        QString key; //!< a status, or the id of a company or location
        int count = 0;
    };
    std::optional<QList<Group>> groups;
};
void readFrom(ObjectReader &in, MemberCount &count);
void readFrom(ObjectReader &in, MemberCount::Group &group);

enum class CountBy : quint8 { Nothing, Status, Company, Location };

//! The people of the organisation. Jobs have not started; the account must outlive them.
class Members final
{
public:
    explicit Members(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Member> list(const MemberFilter &filter = {}) const;
    //! The ids and several filters of `filter` are not among what can be counted; only status,
    //! location, company and changedSince are asked for.
    [[nodiscard]] std::unique_ptr<TypedJob<MemberCount>> count(const MemberFilter &filter = {},
                                                               CountBy by = CountBy::Nothing) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Member>> get(const MemberId &id) const;
    //! Never repeated blindly: see leavesWriteUnknown().
    [[nodiscard]] std::unique_ptr<TypedJob<Member>> create(const NewMember &member) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Member>> update(const MemberId &id,
                                                           const MemberChange &change) const;
    //! Only ever called because a person asked for just this.
    [[nodiscard]] std::unique_ptr<TypedJob<void>> setStatus(const MemberId &id,
                                                            ManualStatus status) const;
    [[nodiscard]] std::unique_ptr<TypedJob<void>> moveToCompany(const MemberId &id,
                                                                const CompanyId &company) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
