// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QTimeZone>

namespace twinbook::highlevel {

//! All tags after a change, as the service stores them: in lower case (highlevel.md 2.1).
struct TagsAfter
{
    QStringList tags;
    QStringList changed; //!< added or removed now, where the service tells
};

struct FollowersAfter
{
    QList<UserId> followers;
    QList<UserId> changed; //!< added or removed now
};

enum class TagChange : quint8 { Add, Remove };

struct BulkTagChange
{
    TagChange kind = TagChange::Add;
    QList<ContactId> contacts;
    QStringList tags;
};

//! What became of one person in a bulk change.
struct BulkTagOutcome
{
    ContactId contact;
    Text message;
    Text type; //!< "success" where it worked
    QStringList oldTags;
    QStringList tagsAdded;
    QStringList tagsRemoved;
};

//! A bulk change can fail for some and succeed for others.
struct BulkTagReport
{
    int errorCount = 0;
    QList<BulkTagOutcome> outcomes;
};

//! An appointment as a person's list tells it; the calendar tells more.
struct ContactAppointment
{
    EventId id;
    std::optional<CalendarId> calendar;
    Text title;
    Text status;
    Text appointmentStatus;
    Text notes;
    Text address;
    std::optional<UserId> assignedTo;
    QList<UserId> users;
    Moment start; //!< UTC
    Moment end; //!< UTC
    Moment dateAdded;
    Moment dateUpdated;
};

//! Everything that is done with a person besides changing its fields (highlevel.md 2.5).
//! Tags, campaigns and workflows start the customer's automations.
class ContactActions final : public Resource
{
public:
    using Resource::Resource;

    //! The most contacts that one change of their company may name.
    static constexpr qsizetype bulkBusinessLimit = 50;

    [[nodiscard]] Pending<TagsAfter> addTags(const ContactId &contact,
                                             const QStringList &tags) const;
    //! Rejected if the answer still has one of them: a proxy may drop the body of a DELETE.
    [[nodiscard]] Pending<TagsAfter> removeTags(const ContactId &contact,
                                                const QStringList &tags) const;
    [[nodiscard]] Pending<BulkTagReport> changeTags(const BulkTagChange &change) const;

    //! Links the contacts to a company, or to none. The result names those that were changed.
    [[nodiscard]] Pending<QList<ContactId>> setBusiness(
        const QList<ContactId> &contacts, const std::optional<BusinessId> &business) const;

    [[nodiscard]] Pending<FollowersAfter> addFollowers(const ContactId &contact,
                                                       const QList<UserId> &users) const;
    [[nodiscard]] Pending<FollowersAfter> removeFollowers(const ContactId &contact,
                                                          const QList<UserId> &users) const;

    [[nodiscard]] Pending<> addToCampaign(const ContactId &contact,
                                          const CampaignId &campaign) const;
    [[nodiscard]] Pending<> removeFromCampaign(const ContactId &contact,
                                               const CampaignId &campaign) const;
    [[nodiscard]] Pending<> removeFromAllCampaigns(const ContactId &contact) const;

    //! `start` is when the workflow shall count from, if it waits for an event.
    [[nodiscard]] Pending<> addToWorkflow(const ContactId &contact, const WorkflowId &workflow,
                                          const Moment &start = {}) const;
    [[nodiscard]] Pending<> removeFromWorkflow(const ContactId &contact, const WorkflowId &workflow,
                                               const Moment &start = {}) const;

    //! The times come without a zone; `zone` is the account's (Quirk::AppointmentsHaveNoZone).
    [[nodiscard]] Pending<QList<ContactAppointment>> appointments(const ContactId &contact,
                                                                  const QTimeZone &zone) const;
};

} // namespace twinbook::highlevel
