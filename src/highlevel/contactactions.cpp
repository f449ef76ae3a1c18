// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/contactactions.h"

#include "core/normalize.h"
#include "highlevel/endpoints.h"
#include "highlevel/operation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<BulkTagOutcome>
{
    static constexpr std::tuple members {required("contactId"_L1, &BulkTagOutcome::contact),
                                         member("message"_L1, &BulkTagOutcome::message),
                                         member("type"_L1, &BulkTagOutcome::type),
                                         member("oldTags"_L1, &BulkTagOutcome::oldTags),
                                         member("tagsAdded"_L1, &BulkTagOutcome::tagsAdded),
                                         member("tagsRemoved"_L1, &BulkTagOutcome::tagsRemoved)};
};

template<>
struct Shape<BulkTagReport>
{
    static constexpr std::tuple members {member("errorCount"_L1, &BulkTagReport::errorCount),
                                         required("responses"_L1, &BulkTagReport::outcomes)};
};

template<>
struct Shape<ContactAppointment>
{
    using A = ContactAppointment;
    static constexpr std::tuple members {
        required("id"_L1, &A::id),
        member("calendarId"_L1, &A::calendar),
        member("title"_L1, &A::title),
        member("status"_L1, &A::status),
        member("appointmentStatus"_L1, &A::appointmentStatus),
        member("notes"_L1, &A::notes),
        member("address"_L1, &A::address),
        member("assignedUserId"_L1, &A::assignedTo),
        member("users"_L1, &A::users),
        member("startTime"_L1, &A::start),
        member("endTime"_L1, &A::end),
        member("dateAdded"_L1, &A::dateAdded),
        member("dateUpdated"_L1, &A::dateUpdated),
    };
};

namespace {

using enum HttpMethod;

constexpr Endpoint bulkTags {Post, "contacts/bulk/tags/update/{type}"_L1, scopes::contactsWrite};
constexpr Endpoint bulkBusiness {Post, "contacts/bulk/business"_L1, scopes::contactsWrite};
constexpr Endpoint addFollower {Post, "contacts/{contactId}/followers"_L1, scopes::contactsWrite};
constexpr Endpoint removeFollower {Delete, "contacts/{contactId}/followers"_L1,
                                   scopes::contactsWrite};
// Whoever is enrolled twice may be written to twice.
constexpr Endpoint joinCampaign {Post, "contacts/{contactId}/campaigns/{campaignId}"_L1,
                                 scopes::contactsWrite, Subject::Automation, Repetition::Unsafe};
constexpr Endpoint leaveCampaign {Delete, "contacts/{contactId}/campaigns/{campaignId}"_L1,
                                  scopes::contactsWrite, Subject::Automation};
constexpr Endpoint leaveCampaigns {Delete, "contacts/{contactId}/campaigns/removeAll"_L1,
                                   scopes::contactsWrite};
constexpr Endpoint leaveCampaignsV3 {Delete, "contacts/{contactId}/campaigns/remove-all"_L1,
                                     scopes::contactsWrite};
constexpr Endpoint joinWorkflow {Post, "contacts/{contactId}/workflow/{workflowId}"_L1,
                                 scopes::contactsWrite, Subject::Automation, Repetition::Unsafe};
constexpr Endpoint leaveWorkflow {Delete, "contacts/{contactId}/workflow/{workflowId}"_L1,
                                  scopes::contactsWrite, Subject::Automation};
constexpr Endpoint listAppointments {Get, "contacts/{contactId}/appointments"_L1,
                                     scopes::contactsRead};

Operation &fillTags(Operation &operation, const QStringList &tags)
{
    const bool blank = std::any_of(tags.cbegin(), tags.cend(),
                                   [](const QString &tag) { return tag.trimmed().isEmpty(); });
    return operation
        .require(!tags.isEmpty() && !blank,
                 QCoreApplication::translate("highlevel", "A tag for HighLevel needs a name."))
        .body({{u"tags"_s, QJsonArray::fromStringList(tags)}});
}

TagsAfter readTags(const QJsonObject &reply, QLatin1StringView changed, Reading &reading)
{
    TagsAfter after;
    after.tags = readOne<QStringList>(reply, "tags"_L1, {}, reading);
    if (isTold(reply.value(changed)) && !fromWire(reply.value(changed), after.changed, reading))
        reading.problems.append(changed);
    return after;
}

bool haveCommonTag(const QStringList &a, const QStringList &b)
{
    const QStringList keys = tagSetKey(a);
    const QStringList others = tagSetKey(b);
    return std::any_of(keys.cbegin(), keys.cend(),
                       [&](const QString &key) { return others.contains(key); });
}

Pending<FollowersAfter> changeFollowers(Operation operation, const QList<UserId> &users,
                                        QLatin1StringView changed)
{
    QJsonArray ids;
    for (const UserId &user : users) {
        operation.requireId(user.text());
        ids.append(user.text());
    }
    return operation
        .require(!users.isEmpty(),
                 QCoreApplication::translate("highlevel", "Choose at least one user of HighLevel."))
        .body({{u"followers"_s, ids}})
        .as<FollowersAfter>([changed](const QJsonObject &reply, Reading &reading) {
            FollowersAfter after;
            after.followers = readOne<QList<UserId>>(reply, "followers"_L1, {}, reading);
            if (isTold(reply.value(changed))
                && !fromWire(reply.value(changed), after.changed, reading))
                reading.problems.append(changed);
            return after;
        });
}

Operation &fillStart(Operation &operation, const Moment &start, const QuirkSet &quirks)
{
    QJsonObject body;
    if (start)
        body.insert("eventStartTime"_L1, toWire(*start, quirks));
    return operation
        .require(!start || start->isValid(),
                 QCoreApplication::translate("highlevel", "The start of the workflow is no date."))
        .body(body);
}

} // namespace

Pending<TagsAfter> ContactActions::addTags(const ContactId &contact, const QStringList &tags) const
{
    Operation operation(account(), endpoints::addTags, {contact.text()});
    return fillTags(operation, tags).as<TagsAfter>([](const QJsonObject &reply, Reading &reading) {
        return readTags(reply, "tagsAdded"_L1, reading);
    });
}

Pending<TagsAfter> ContactActions::removeTags(const ContactId &contact,
                                              const QStringList &tags) const
{
    Operation operation(account(), endpoints::removeTags, {contact.text()});
    return fillTags(operation, tags)
        .as<TagsAfter>([tags](const QJsonObject &reply, Reading &reading) {
            const TagsAfter after = readTags(reply, "tagsRemoved"_L1, reading);
            if (haveCommonTag(after.tags, tags)) {
                reading.refusal = QCoreApplication::translate(
                    "highlevel",
                    "HighLevel did not remove a tag from this person. Remove it in HighLevel, or "
                    "try again from another network.");
            }
            return after;
        });
}

Pending<BulkTagReport> ContactActions::changeTags(const BulkTagChange &change) const
{
    const bool adding = change.kind == TagChange::Add;
    Operation operation(account(), bulkTags, {adding ? u"add"_s : u"remove"_s});
    for (const ContactId &contact : change.contacts)
        operation.requireId(contact.text());
    QJsonObject body {{u"contacts"_s, toWire(change.contacts, quirks())},
                      {u"tags"_s, QJsonArray::fromStringList(change.tags)},
                      {u"locationId"_s, location()}};
    return fillTags(operation, change.tags)
        .require(!change.contacts.isEmpty(),
                 QCoreApplication::translate("highlevel", "Choose at least one person."))
        .body(body)
        .whole<BulkTagReport>();
}

Pending<QList<ContactId>> ContactActions::setBusiness(
    const QList<ContactId> &contacts, const std::optional<BusinessId> &business) const
{
    Operation operation(account(), bulkBusiness);
    for (const ContactId &contact : contacts)
        operation.requireId(contact.text());
    if (business)
        operation.requireId(business->text());
    return operation
        .require(!contacts.isEmpty() && contacts.size() <= bulkBusinessLimit,
                 QCoreApplication::translate("highlevel",
                                             "HighLevel links one to %1 people to a company at a "
                                             "time.")
                     .arg(bulkBusinessLimit))
        .body({{u"locationId"_s, location()},
               {u"ids"_s, toWire(contacts, quirks())},
               {u"businessId"_s, business ? QJsonValue(business->text()) : QJsonValue::Null}})
        .as<QList<ContactId>>([](const QJsonObject &reply, Reading &reading) {
            readSuccess(reply, reading);
            return readOne<QList<ContactId>>(reply, "ids"_L1, {}, reading);
        });
}

Pending<FollowersAfter> ContactActions::addFollowers(const ContactId &contact,
                                                     const QList<UserId> &users) const
{
    return changeFollowers(Operation(account(), addFollower, {contact.text()}), users,
                           "followersAdded"_L1);
}

Pending<FollowersAfter> ContactActions::removeFollowers(const ContactId &contact,
                                                        const QList<UserId> &users) const
{
    return changeFollowers(Operation(account(), removeFollower, {contact.text()}), users,
                           "followersRemoved"_L1);
}

Pending<> ContactActions::addToCampaign(const ContactId &contact, const CampaignId &campaign) const
{
    return Operation(account(), joinCampaign, {contact.text(), campaign.text()})
        .body({})
        .confirmed();
}

Pending<> ContactActions::removeFromCampaign(const ContactId &contact,
                                             const CampaignId &campaign) const
{
    return Operation(account(), leaveCampaign, {contact.text(), campaign.text()}).confirmed();
}

Pending<> ContactActions::removeFromAllCampaigns(const ContactId &contact) const
{
    return Operation(account(), isV3() ? leaveCampaignsV3 : leaveCampaigns, {contact.text()})
        .confirmed();
}

Pending<> ContactActions::addToWorkflow(const ContactId &contact, const WorkflowId &workflow,
                                        const Moment &start) const
{
    Operation operation(account(), joinWorkflow, {contact.text(), workflow.text()});
    return fillStart(operation, start, quirks()).confirmed();
}

Pending<> ContactActions::removeFromWorkflow(const ContactId &contact, const WorkflowId &workflow,
                                             const Moment &start) const
{
    Operation operation(account(), leaveWorkflow, {contact.text(), workflow.text()});
    return fillStart(operation, start, quirks()).confirmed();
}

Pending<QList<ContactAppointment>> ContactActions::appointments(const ContactId &contact,
                                                                const QTimeZone &zone) const
{
    return Operation(account(), listAppointments, {contact.text()})
        .zoneless(zone)
        .one<QList<ContactAppointment>>("events"_L1);
}

} // namespace twinbook::highlevel
