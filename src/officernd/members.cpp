// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/members.h"

#include "officernd/createjob.h"
#include "officernd/editjob.h"
#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

QJsonObject bodyOf(const NewMember &member, const Place &place, const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("name"_L1, member.name);
    body.put("location"_L1, place.location);
    body.put("startDate"_L1, place.today);
    body.put("email"_L1, member.email);
    body.put("phone"_L1, member.phone);
    body.put("description"_L1, member.description);
    body.putReference("company"_L1, member.company);
    body.put("isBillingPerson"_L1, member.isBillingPerson);
    body.put("isContactPerson"_L1, member.isContactPerson);
    body.putObject("properties"_L1, mergedProperties(member.properties, {}, quirks));
    if (!member.tags.isEmpty())
        body.put("tags"_L1, member.tags);
    return body.object();
}

QJsonObject bodyOf(const MemberChange &change, const QJsonObject &present, const QuirkSet &quirks)
{
    const auto inner = [&](QLatin1StringView name) { return present.value(name).toObject(); };
    Body body(quirks);
    body.put("name"_L1, change.name);
    body.put("email"_L1, change.email);
    body.put("phone"_L1, change.phone);
    body.put("startDate"_L1, change.startDate);
    body.put("isBillingPerson"_L1, change.isBillingPerson);
    body.put("isContactPerson"_L1, change.isContactPerson);
    body.putObject("address"_L1, merged(change.address, inner("address"_L1), quirks));
    body.putObject("billingDetails"_L1,
                   merged(change.billingDetails, inner("billingDetails"_L1), quirks));
    body.putObject("portalPrivacy"_L1,
                   merged(change.portalPrivacy, inner("portalPrivacy"_L1), quirks));
    body.putObject("socialProfiles"_L1,
                   merged(change.socialProfiles, inner("socialProfiles"_L1), quirks));
    body.putObject("properties"_L1,
                   mergedProperties(change.properties, inner("properties"_L1), quirks));
    body.put("tags"_L1, mergedTags(change.tags, present.value("tags"_L1)));
    return body.object();
}

Freshness freshnessOf(const MemberChange &change, const QuirkSet &quirks)
{
    const bool bag = !change.properties.isEmpty() && quirks.holds(Quirk::PropertiesAreReplaced);
    const bool objects = isGiven(change.address) || isGiven(change.billingDetails)
        || isGiven(change.portalPrivacy) || isGiven(change.socialProfiles);
    return bag || objects || change.tags.isGiven() ? Freshness::ReadFirst : Freshness::NotNeeded;
}

QString wordOf(ManualStatus status)
{
    switch (status) {
    case ManualStatus::Former:
        return u"former"_s;
    case ManualStatus::Contact:
        return u"contact"_s;
    case ManualStatus::Automatic:
        return u"auto"_s;
    }
    Q_UNREACHABLE();
}

QString wordOf(CountBy by)
{
    switch (by) {
    case CountBy::Nothing:
        return {};
    case CountBy::Status:
        return u"status"_s;
    case CountBy::Company:
        return u"company"_s;
    case CountBy::Location:
        return u"location"_s;
    }
    Q_UNREACHABLE();
}

QStringList wordsOf(const QList<MemberStatus> &statuses)
{
    QStringList words;
    for (const MemberStatus status : statuses) {
        if (status != MemberStatus::Other)
            words.append(toWire(status).toString());
    }
    return words;
}

} // namespace

QList<std::pair<QLatin1StringView, MemberStatus>> wireNames(MemberStatus)
{
    return {{"active"_L1, MemberStatus::Active},
            {"former"_L1, MemberStatus::Former},
            {"pending"_L1, MemberStatus::Pending},
            {"contact"_L1, MemberStatus::Contact},
            {"not_approved"_L1, MemberStatus::NotApproved},
            {"drop-in"_L1, MemberStatus::DropIn},
            {"lead"_L1, MemberStatus::Lead}};
}

void readFrom(ObjectReader &in, Member &member)
{
    in.require("_id"_L1, member.id);
    in.read("name"_L1, member.name);
    in.read("email"_L1, member.email);
    in.read("phone"_L1, member.phone);
    in.read("image"_L1, member.image);
    in.read("description"_L1, member.description);
    in.read("location"_L1, member.location);
    in.read("company"_L1, member.company);
    in.read("status"_L1, member.status);
    in.read("startDate"_L1, member.startDate);
    in.read("isBillingPerson"_L1, member.isBillingPerson);
    in.read("isContactPerson"_L1, member.isContactPerson);
    in.read("address"_L1, member.address);
    in.read("billingDetails"_L1, member.billingDetails);
    in.read("portalPrivacy"_L1, member.portalPrivacy);
    in.read("socialProfiles"_L1, member.socialProfiles);
    in.read("properties"_L1, member.properties);
    in.read("tags"_L1, member.tags);
    in.read("createdAt"_L1, member.createdAt);
    in.read("modifiedAt"_L1, member.modifiedAt);
}

void readFrom(ObjectReader &in, MemberCount &count)
{
    in.require("total"_L1, count.total);
    in.read("groups"_L1, count.groups);
}

void readFrom(ObjectReader &in, MemberCount::Group &group)
{
    std::optional<QString> key; // null stands for those without a company
    in.read("key"_L1, key);
    group.key = key.value_or(QString());
    in.require("count"_L1, group.count);
}

ListJob<Member> Members::list(const MemberFilter &filter) const
{
    ListQuery query(Operation::ListMembers);
    query.withIds(filter.ids);
    query.equal(u"name"_s, filter.name);
    query.equal(u"email"_s, filter.email);
    query.equal(u"location"_s, filter.location);
    query.equal(u"company"_s, filter.company);
    query.oneOf(u"status"_s, wordsOf(filter.statuses));
    query.since(u"createdAt"_s, filter.createdSince);
    query.changedSince(filter.changedSince);
    query.properties(filter.properties);
    query.select(filter.select);
    return listJob<Member>(m_account, query);
}

std::unique_ptr<TypedJob<MemberCount>> Members::count(const MemberFilter &filter, CountBy by) const
{
    ListQuery query(Operation::CountMembers);
    query.equal(u"location"_s, filter.location);
    query.equal(u"company"_s, filter.company);
    query.oneOf(u"status"_s, wordsOf(filter.statuses));
    query.since(u"modifiedAt"_s, filter.changedSince);
    query.equal(u"$countBy"_s, wordOf(by));
    return itemJob<MemberCount>(m_account, query.request(0, m_account));
}

std::unique_ptr<TypedJob<Member>> Members::get(const MemberId &id) const
{
    return itemJob<Member>(m_account, operationRequest(Operation::GetMember, id.text()));
}

std::unique_ptr<TypedJob<Member>> Members::create(const NewMember &member) const
{
    if (isBlank(member.name))
        return failedJob<Member>(m_account, nameMissing());
    if (!areUsable(member.location, member.company))
        return failedJob<Member>(m_account, idUnusable());
    const QuirkSet quirks = m_account.settings.quirks;
    return createJob<Member>(
        m_account, Operation::CreateMember, {member.location.text(), member.startDate},
        [member, quirks](const Place &place) { return bodyOf(member, place, quirks); });
}

std::unique_ptr<TypedJob<Member>> Members::update(const MemberId &id,
                                                  const MemberChange &change) const
{
    if (blanks(change.name))
        return failedJob<Member>(m_account, nameMissing());
    if (change.startDate.empties())
        return failedJob<Member>(m_account, startDateMissing());
    const QuirkSet quirks = m_account.settings.quirks;
    return editJob<Member>(m_account,
                           {.read = Operation::GetMember,
                            .write = Operation::UpdateMember,
                            .id = id.text(),
                            .freshness = freshnessOf(change, quirks),
                            .body = [change, quirks](const QJsonObject &present) {
                                return bodyOf(change, present, quirks);
                            }});
}

std::unique_ptr<TypedJob<void>> Members::setStatus(const MemberId &id, ManualStatus status) const
{
    return doneJob(
        m_account,
        writeRequest(Operation::UpdateMemberStatus, id.text(), {{u"status"_s, wordOf(status)}}));
}

std::unique_ptr<TypedJob<void>> Members::moveToCompany(const MemberId &id,
                                                       const CompanyId &company) const
{
    if (!isUsable(company))
        return failedJob<void>(m_account, idUnusable());
    return doneJob(
        m_account,
        writeRequest(Operation::UpdateMemberCompany, id.text(), {{u"company"_s, company.text()}}));
}

} // namespace twinbook::officernd
