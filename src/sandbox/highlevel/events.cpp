// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/events.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

QJsonObject picked(const QJsonObject &record, const QStringList &members)
{
    QJsonObject result;
    for (const QString &member : members) {
        if (record.contains(member))
            result.insert(member, record.value(member));
    }
    return result;
}

} // namespace

QJsonObject contactEvent(const QJsonObject &contact)
{
    static const QStringList members {
        u"id"_s,      u"address1"_s, u"city"_s,       u"state"_s,       u"companyName"_s,
        u"country"_s, u"source"_s,   u"dateAdded"_s,  u"dateOfBirth"_s, u"dnd"_s,
        u"email"_s,   u"name"_s,     u"firstName"_s,  u"lastName"_s,    u"phone"_s,
        u"website"_s, u"tags"_s,     u"postalCode"_s, u"assignedTo"_s,  u"customFields"_s};
    QJsonObject event = picked(contact, members);
    event.insert(u"attachments"_s, QJsonArray()); // never filled
    return event;
}

QJsonObject contactEventWithoutTags(const QJsonObject &contact)
{
    QJsonObject event = contactEvent(contact);
    event.remove(u"tags"_s);
    event.remove(u"dnd"_s);
    return event;
}

QJsonObject contactDndEvent(const QJsonObject &contact)
{
    QJsonObject event = contactEvent(contact);
    event.insert(u"dndSettings"_s, contact.value(u"dndSettings"_s).toObject());
    return event;
}

QJsonObject taskEvent(const QJsonObject &task)
{
    return picked(task,
                  {u"id"_s, u"assignedTo"_s, u"body"_s, u"contactId"_s, u"title"_s, u"dateAdded"_s,
                   u"dueDate"_s});
}

QJsonObject newTaskEvent(const QJsonObject &task, const QuirkSet &quirks)
{
    QJsonObject event = taskEvent(task);
    if (quirks.holds(Quirk::TaskEventsAreThin)) {
        event.remove(u"contactId"_s);
        event.remove(u"body"_s);
    }
    return event;
}

QJsonObject noteEvent(const QJsonObject &note)
{
    return picked(note, {u"id"_s, u"body"_s, u"contactId"_s, u"dateAdded"_s});
}

QJsonObject appointmentEvent(const QJsonObject &appointment)
{
    return {
        {u"appointment"_s,
         picked(appointment,
                {u"id"_s, u"address"_s, u"title"_s, u"calendarId"_s, u"contactId"_s, u"groupId"_s,
                 u"appointmentStatus"_s, u"assignedUserId"_s, u"users"_s, u"notes"_s, u"source"_s,
                 u"startTime"_s, u"endTime"_s, u"dateAdded"_s, u"dateUpdated"_s})}};
}

} // namespace twinbook::sandbox::highlevel
