// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/appointments.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/calendartimes.h"
#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

constexpr int usualMinutes = 30;

const QStringList &timeMembers()
{
    static const QStringList members {u"startTime"_s, u"endTime"_s, u"dateAdded"_s,
                                      u"dateUpdated"_s};
    return members;
}

FieldRules editRules()
{
    return {
        {.name = u"title"_s},
        {.name = u"meetingLocationType"_s},
        {.name = u"meetingLocationId"_s},
        {.name = u"overrideLocationConfig"_s, .kind = Kind::Boolean},
        {.name = u"appointmentStatus"_s,
         .options
         = {u"new"_s, u"confirmed"_s, u"cancelled"_s, u"showed"_s, u"noshow"_s, u"invalid"_s}},
        {.name = u"assignedUserId"_s},
        {.name = u"description"_s},
        {.name = u"address"_s},
        {.name = u"ignoreDateRange"_s, .kind = Kind::Boolean},
        {.name = u"toNotify"_s, .kind = Kind::Boolean},
        {.name = u"ignoreFreeSlotValidation"_s, .kind = Kind::Boolean},
        {.name = u"rrule"_s},
        {.name = u"calendarId"_s},
        {.name = u"startTime"_s, .kind = Kind::Moment},
        {.name = u"endTime"_s, .kind = Kind::Moment},
    };
}

//! What calendars call an appointment unless told otherwise: "{{contact.name}}", the default of
//! their eventTitle.
QString usualTitle(const QJsonObject &contact)
{
    return QString(contact.value(u"firstName"_s).toString() + u' '
                   + contact.value(u"lastName"_s).toString())
        .trimmed();
}

//! Every appointment has somebody who is assigned to it: here the first of the calendar's team.
QString usualHost(const QJsonObject *calendar)
{
    return calendar ? (*calendar)["teamMembers"_L1][0]["userId"_L1].toString() : QString();
}

//! Answers to writes do not tell when (highlevel.md 2.8).
QJsonObject writeAnswer(QJsonObject appointment)
{
    appointment.remove("dateAdded"_L1);
    appointment.remove("dateUpdated"_L1);
    return appointment;
}

} // namespace

Operations Appointments::operations()
{
    const QString reading = u"calendars/events.readonly"_s;
    const QString writing = u"calendars/events.write"_s;
    return {
        {"GET", u"/contacts/*/appointments"_s, u"contacts.readonly"_s,
         [this](const Call &call) { return ofContact(call); }},
        {"POST", u"/calendars/events/appointments"_s, writing,
         [this](const Call &call) { return create(call); }},
        {"GET", u"/calendars/events/appointments/*"_s, reading,
         [this](const Call &call) { return get(call); }},
        {"PUT", u"/calendars/events/appointments/*"_s, writing,
         [this](const Call &call) { return update(call); }},
    };
}

Served<Outcome> Appointments::ofContact(const Call &call) const
{
    return m_contacts.get(call.id()).map([this](const QJsonObject &contact) {
        const QString owner = contact.value(u"id"_s).toString();
        QJsonArray events;
        for (QJsonObject event : recordsOf(m_state.appointments, ownerKeyOf(owner))) {
            if (m_state.quirks.holds(Quirk::AppointmentsHaveNoZone)) {
                for (const QString &member : timeMembers())
                    event.insert(member, withoutZone(momentOf(event.value(member)), m_state));
            }
            event.insert(u"status"_s, u"booked"_s);
            events.append(event);
        }
        return Outcome {200, {{u"events"_s, events}}};
    });
}

Served<Outcome> Appointments::create(const Call &call)
{
    static const FieldRules rules = [] {
        FieldRules all = editRules();
        all.append({.name = u"locationId"_s});
        all.append({.name = u"contactId"_s});
        return all;
    }();
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules,
                            {u"calendarId"_s, u"locationId"_s, u"contactId"_s, u"startTime"_s},
                            m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QString location = body->value(u"locationId"_s).toString();
    if (const auto place = inLocation(m_state, location); !place)
        return tl::unexpected(place.error());
    const auto contact = m_contacts.get(body->value(u"contactId"_s).toString());
    if (!contact)
        return tl::unexpected(contact.error());
    const QString calendar = body->value(u"calendarId"_s).toString();
    const QJsonObject blank {{u"locationId"_s, m_state.locationId},
                             {u"contactId"_s, contact->value(u"id"_s)},
                             {u"title"_s, usualTitle(*contact)},
                             {u"assignedUserId"_s, usualHost(m_state.calendars.find(calendar))},
                             {u"appointmentStatus"_s, u"confirmed"_s},
                             {u"users"_s, QJsonArray()},
                             {u"isRecurring"_s, false}};
    return booked(blank, *body).map([this](QJsonObject appointment) {
        appointment.insert(u"id"_s, m_state.ids.next());
        return stored(appointment, u"AppointmentCreate"_s);
    });
}

Served<Outcome> Appointments::update(const Call &call)
{
    static const FieldRules rules = editRules();
    const auto before = find(call.id());
    if (!before)
        return tl::unexpected(before.error());
    return call.body()
        .and_then([this](const QJsonObject &sent) {
            return acceptedBody(sent, rules, {}, m_state.quirks);
        })
        .and_then([&](const QJsonObject &body) { return booked(*before, body); })
        .map([this](const QJsonObject &after) { return stored(after, u"AppointmentUpdate"_s); });
}

Served<Outcome> Appointments::get(const Call &call) const
{
    return find(call.id()).map([](const QJsonObject &appointment) {
        return Outcome {200, {{u"event"_s, appointment}}};
    });
}

Served<QJsonObject> Appointments::find(const QString &id) const
{
    const QJsonObject *appointment = m_state.appointments.find(id);
    if (!appointment)
        return unknownId(u"Appointment"_s, id);
    return *appointment;
}

Served<QJsonObject> Appointments::booked(const QJsonObject &before, const QJsonObject &body) const
{
    static const QStringList wishes {
        u"ignoreDateRange"_s,        u"toNotify"_s,  u"ignoreFreeSlotValidation"_s,
        u"overrideLocationConfig"_s, u"contactId"_s, u"locationId"_s};
    QJsonObject changes = body;
    for (const QString &wish : wishes)
        changes.remove(wish);
    QJsonObject appointment = overwritten(before, changes, m_state.quirks);
    if (!m_state.calendars.contains(appointment.value(u"calendarId"_s).toString()))
        return unknownId(u"Calendar"_s, appointment.value(u"calendarId"_s).toString());
    const QDateTime start = momentOf(appointment.value(u"startTime"_s));
    QDateTime end = momentOf(appointment.value(u"endTime"_s));
    if (!end.isValid())
        end = start.addSecs(usualMinutes * 60);
    if (end <= start)
        return refused(422, QStringList {u"endTime must be after startTime"_s});
    appointment.insert(u"startTime"_s, withOffset(start, m_state));
    appointment.insert(u"endTime"_s, withOffset(end, m_state));
    if (!body.value(u"ignoreFreeSlotValidation"_s).toBool() && !isFree(appointment))
        return refused(400, u"The slot you have selected is no longer available."_s);
    return appointment;
}

bool Appointments::isFree(const QJsonObject &appointment) const
{
    const Span span = spanOf(appointment);
    for (const RecordTable *table : {&m_state.appointments, &m_state.blockedSlots}) {
        for (const auto &[id, taken] : table->all()) {
            if (id != appointment.value(u"id"_s).toString()
                && taken.value(u"calendarId"_s) == appointment.value(u"calendarId"_s)
                && taken.value(u"appointmentStatus"_s) != "cancelled"_L1
                && span.overlaps(spanOf(taken)))
                return false;
        }
    }
    return true;
}

Outcome Appointments::stored(QJsonObject appointment, const QString &event)
{
    const QString now
        = withOffset(QDateTime::fromString(m_state.stamps.next(), Qt::ISODateWithMs), m_state);
    if (!appointment.contains(u"dateAdded"_s))
        appointment.insert(u"dateAdded"_s, now);
    appointment.insert(u"dateUpdated"_s, now);
    m_state.appointments.put(appointment);
    m_state.tell(event, appointmentEvent(appointment));
    return {200, writeAnswer(appointment)};
}

} // namespace twinbook::sandbox::highlevel
