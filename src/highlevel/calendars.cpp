// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/calendars.h"

#include "highlevel/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Calendar>
{
    static constexpr std::tuple members {
        required("id"_L1, &Calendar::id), member("name"_L1, &Calendar::name),
        member("description"_L1, &Calendar::description),
        member("isActive"_L1, &Calendar::isActive), member("groupId"_L1, &Calendar::group)};
};

template<>
struct Shape<CalendarEvent>
{
    using E = CalendarEvent;
    static constexpr std::tuple members {
        required("id"_L1, &E::id),
        member("title"_L1, &E::title),
        member("calendarId"_L1, &E::calendar),
        member("contactId"_L1, &E::contact),
        member("groupId"_L1, &E::group),
        member("appointmentStatus"_L1, &E::status),
        member("assignedUserId"_L1, &E::assignedTo),
        member("users"_L1, &E::users),
        member("notes"_L1, &E::notes),
        member("description"_L1, &E::description),
        member("address"_L1, &E::address),
        member("startTime"_L1, &E::start),
        member("endTime"_L1, &E::end),
        member("dateAdded"_L1, &E::dateAdded),
        member("dateUpdated"_L1, &E::dateUpdated),
    };
};

template<>
struct Shape<AppointmentDraft>
{
    using D = AppointmentDraft;
    static constexpr std::tuple members {member("calendarId"_L1, &D::calendar),
                                         member("contactId"_L1, &D::contact),
                                         member("startTime"_L1, &D::start),
                                         member("endTime"_L1, &D::end),
                                         member("title"_L1, &D::title),
                                         member("description"_L1, &D::description),
                                         member("address"_L1, &D::address),
                                         member("rrule"_L1, &D::recurrence),
                                         member("assignedUserId"_L1, &D::assignedTo)};
};

template<>
struct Shape<BlockedTimeDraft>
{
    using D = BlockedTimeDraft;
    static constexpr std::tuple members {
        member("calendarId"_L1, &D::calendar), member("startTime"_L1, &D::start),
        member("endTime"_L1, &D::end), member("title"_L1, &D::title),
        member("assignedUserId"_L1, &D::assignedTo)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listCalendars {Get, "calendars/"_L1, scopes::calendarsRead, Subject::Account};
constexpr Endpoint getCalendar {Get, "calendars/{calendarId}"_L1, scopes::calendarsRead,
                                Subject::Event};
constexpr Endpoint listEvents {Get, "calendars/events"_L1, scopes::eventsRead, Subject::Event};
constexpr Endpoint listBlocked {Get, "calendars/blocked-slots"_L1, scopes::eventsRead,
                                Subject::Event};
constexpr Endpoint getEvent {Get, "calendars/events/appointments/{eventId}"_L1, scopes::eventsRead,
                             Subject::Event};
constexpr Endpoint createEvent {Post, "calendars/events/appointments"_L1, scopes::eventsWrite,
                                Subject::Event, Repetition::Unsafe};
constexpr Endpoint updateEvent {Put, "calendars/events/appointments/{eventId}"_L1,
                                scopes::eventsWrite, Subject::Event};
constexpr Endpoint createBlock {Post, "calendars/events/block-slots"_L1, scopes::eventsWrite,
                                Subject::Event, Repetition::Unsafe};
constexpr Endpoint updateBlock {Put, "calendars/events/block-slots/{eventId}"_L1,
                                scopes::eventsWrite, Subject::Event};
constexpr Endpoint deleteEvent {Delete, "calendars/events/{eventId}"_L1, scopes::eventsWrite,
                                Subject::Event};

QString statusName(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::New:
        return u"new"_s;
    case AppointmentStatus::Confirmed:
        return u"confirmed"_s;
    case AppointmentStatus::Cancelled:
        return u"cancelled"_s;
    case AppointmentStatus::Showed:
        return u"showed"_s;
    case AppointmentStatus::NoShow:
        return u"noshow"_s;
    case AppointmentStatus::Invalid:
        return u"invalid"_s;
    }
    Q_UNREACHABLE();
}

void requireTimes(Operation &operation, const Moment &start, const Moment &end)
{
    const bool valid = (!start || start->isValid()) && (!end || end->isValid());
    operation.require(
        valid && (!start || !end || *start < *end),
        QCoreApplication::translate("highlevel", "An appointment has to end after its start."));
}

template<class Id>
void requireIdIfGiven(Operation &operation, const std::optional<Id> &id)
{
    if (id && !id->isEmpty())
        operation.requireId(id->text());
}

Operation &fill(Operation &operation, const AppointmentDraft &draft, const QString &location,
                const QuirkSet &quirks)
{
    requireTimes(operation, draft.start, draft.end);
    requireIdIfGiven(operation, draft.calendar);
    requireIdIfGiven(operation, draft.contact);
    requireIdIfGiven(operation, draft.assignedTo);
    QJsonObject body = toWire(draft, quirks);
    if (!location.isEmpty())
        body.insert("locationId"_L1, location);
    if (draft.status)
        body.insert("appointmentStatus"_L1, statusName(*draft.status));
    body.insert("toNotify"_L1, draft.notice == Notice::Notify);
    body.insert("ignoreFreeSlotValidation"_L1, draft.slots == Slots::Any);
    return operation.body(body);
}

Operation &fill(Operation &operation, const BlockedTimeDraft &draft, const QString &location,
                const QuirkSet &quirks)
{
    requireTimes(operation, draft.start, draft.end);
    requireIdIfGiven(operation, draft.assignedTo);
    QJsonObject body = toWire(draft, quirks);
    body.insert("locationId"_L1, location);
    return operation.requireId(draft.calendar.text()).body(body);
}

//! Bounds are milliseconds, as text.
Pending<QList<CalendarEvent>> inWindow(Operation operation, const EventWindow &window,
                                       const QString &location)
{
    static constexpr std::array ownerNames {"calendarId"_L1, "groupId"_L1, "userId"_L1};
    const QString owner = std::visit([](const auto &id) { return id.text(); }, window.of);
    requireTimes(operation, window.start, window.end);
    return operation.requireId(owner)
        .where(u"locationId"_s, location)
        .where(QString(ownerNames[window.of.index()]), owner)
        .where(u"startTime"_s, QString::number(window.start.toMSecsSinceEpoch()))
        .where(u"endTime"_s, QString::number(window.end.toMSecsSinceEpoch()))
        .one<QList<CalendarEvent>>("events"_L1, "items"_L1);
}

} // namespace

Pending<QList<Calendar>> Calendars::list() const
{
    return Operation(account(), listCalendars)
        .where(u"locationId"_s, location())
        .one<QList<Calendar>>("calendars"_L1, "items"_L1);
}

Pending<Calendar> Calendars::get(const CalendarId &calendar) const
{
    return Operation(account(), getCalendar, {calendar.text()}).one<Calendar>("calendar"_L1);
}

Pending<QList<CalendarEvent>> Calendars::events(const EventWindow &window) const
{
    return inWindow(Operation(account(), listEvents), window, location());
}

Pending<QList<CalendarEvent>> Calendars::blockedTimes(const EventWindow &window) const
{
    return inWindow(Operation(account(), listBlocked), window, location());
}

Pending<CalendarEvent> Calendars::getAppointment(const EventId &event) const
{
    return Operation(account(), getEvent, {event.text()})
        .one<CalendarEvent>("event"_L1, "appointment"_L1);
}

Pending<CalendarEvent> Calendars::createAppointment(const AppointmentDraft &draft) const
{
    Operation operation(account(), createEvent);
    return fill(operation, draft, location(), quirks())
        .require(draft.calendar && draft.contact && draft.start,
                 QCoreApplication::translate(
                     "highlevel",
                     "An appointment in HighLevel needs a calendar, a person and a "
                     "start."))
        .whole<CalendarEvent>();
}

Pending<CalendarEvent> Calendars::updateAppointment(const EventId &event,
                                                    const AppointmentDraft &draft) const
{
    Operation operation(account(), updateEvent, {event.text()});
    return fill(operation, draft, {}, quirks())
        .require(!draft.contact,
                 QCoreApplication::translate(
                     "highlevel", "The person of an appointment cannot be changed in HighLevel."))
        .whole<CalendarEvent>();
}

Pending<CalendarEvent> Calendars::createBlockedTime(const BlockedTimeDraft &draft) const
{
    Operation operation(account(), createBlock);
    return fill(operation, draft, location(), quirks()).whole<CalendarEvent>();
}

Pending<CalendarEvent> Calendars::updateBlockedTime(const EventId &event,
                                                    const BlockedTimeDraft &draft) const
{
    Operation operation(account(), updateBlock, {event.text()});
    return fill(operation, draft, location(), quirks()).whole<CalendarEvent>();
}

Pending<> Calendars::remove(const EventId &event) const
{
    // The specification gives this DELETE an empty body.
    return Operation(account(), deleteEvent, {event.text()}).body({}).confirmed();
}

} // namespace twinbook::highlevel
