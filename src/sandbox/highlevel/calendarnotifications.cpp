// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendarnotifications.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

ShelfRules notificationRules()
{
    return {.noun = u"Notification"_s,
            .fields
            = {{.name = u"receiverType"_s,
                .options = {u"contact"_s, u"guest"_s, u"assignedUser"_s, u"emails"_s,
                            u"phoneNumbers"_s, u"business"_s}},
               {.name = u"channel"_s, .options = {u"email"_s, u"inApp"_s, u"sms"_s, u"whatsapp"_s}},
               {.name = u"notificationType"_s,
                .options = {u"booked"_s, u"confirmation"_s, u"cancellation"_s, u"reminder"_s,
                            u"followup"_s, u"reschedule"_s}},
               {.name = u"isActive"_s, .kind = Kind::Boolean},
               {.name = u"deleted"_s, .kind = Kind::Boolean},
               {.name = u"templateId"_s},
               {.name = u"body"_s},
               {.name = u"subject"_s},
               {.name = u"afterTime"_s, .kind = Kind::ObjectList},
               {.name = u"beforeTime"_s, .kind = Kind::ObjectList},
               {.name = u"additionalEmailIds"_s, .kind = Kind::TextList},
               {.name = u"additionalPhoneNumbers"_s, .kind = Kind::TextList},
               {.name = u"selectedUsers"_s, .kind = Kind::TextList},
               {.name = u"fromAddress"_s},
               {.name = u"fromName"_s},
               {.name = u"fromNumber"_s}},
            .required = {u"receiverType"_s, u"channel"_s, u"notificationType"_s},
            .idMember = u"_id"_s};
}

//! Which calendar it belongs to stands in the address only.
QJsonObject shown(QJsonObject notification)
{
    notification.remove(u"calendarId"_s);
    return notification;
}

bool isWanted(const Call &call, const QString &name, const QJsonObject &notification)
{
    const QString wanted = call.query(name);
    return wanted.isEmpty() || notification.value(name).toBool() == (wanted == "true"_L1);
}

Outcome told(const QString &message)
{
    return {200, {{u"message"_s, message}}};
}

} // namespace

CalendarNotifications::CalendarNotifications(State &state)
    : m_state(state)
    , m_notifications(state, state.calendarNotifications, notificationRules())
{ }

Operations CalendarNotifications::operations()
{
    const QString reading = u"calendars/events.readonly"_s;
    const QString writing = u"calendars/events.write"_s;
    const QString all = u"/calendars/*/notifications"_s;
    const QString one = u"/calendars/*/notifications/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading,
         [this](const Call &call) {
             return find(call).map([](const QJsonObject &notification) {
                 return Outcome {200, shown(notification)};
             });
         }},
        {"PUT", one, writing,
         [this](const Call &call) {
             return find(call)
                 .and_then([&](const QJsonObject & /*before*/) { return call.body(); })
                 .and_then([&](const QJsonObject &body) {
                     return m_notifications.change(call.id(1), body);
                 })
                 .map([](const QJsonObject & /*after*/) {
                     return told(u"Notification updated successfully"_s);
                 });
         }},
        {"DELETE", one, writing,
         [this](const Call &call) {
             return find(call)
                 .and_then([&](const QJsonObject & /*before*/) {
                     return m_notifications.remove(call.id(1));
                 })
                 .map([](const QJsonObject & /*gone*/) {
                     return told(u"Notification deleted successfully"_s);
                 });
         }},
    };
}

Served<Outcome> CalendarNotifications::list(const Call &call) const
{
    if (!m_state.calendars.contains(call.id()))
        return unknownId(u"Calendar"_s, call.id());
    const auto window = windowOf(call, {.usual = 100, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    QList<QJsonObject> found;
    for (const auto &[id, notification] : m_notifications.records().all()) {
        if (notification.value(u"calendarId"_s) == call.id()
            && isWanted(call, u"isActive"_s, notification)
            && isWanted(call, u"deleted"_s, notification))
            found.append(shown(notification));
    }
    return Outcome {200, {}, slice(found, *window)};
}

Served<Outcome> CalendarNotifications::create(const Call &call)
{
    if (!m_state.calendars.contains(call.id()))
        return unknownId(u"Calendar"_s, call.id());
    const auto bodies = call.list();
    if (!bodies)
        return tl::unexpected(bodies.error());
    const ShelfRules rules = notificationRules();
    for (const QJsonValue &body : *bodies) {
        const auto good
            = acceptedBody(body.toObject(), rules.fields, rules.required, m_state.quirks);
        if (!good)
            return tl::unexpected(good.error());
    }
    const QJsonObject blank {
        {u"calendarId"_s, call.id()}, {u"isActive"_s, true}, {u"deleted"_s, false}};
    QJsonArray made;
    for (const QJsonValue &body : *bodies) {
        if (const auto notification = m_notifications.make(body.toObject(), blank))
            made.append(shown(*notification));
    }
    return Outcome {200, {}, made};
}

Served<QJsonObject> CalendarNotifications::find(const Call &call) const
{
    auto notification = m_notifications.find(call.id(1));
    if (notification && notification->value(u"calendarId"_s) != call.id())
        return unknownId(u"Notification"_s, call.id(1));
    return notification;
}

} // namespace twinbook::sandbox::highlevel
