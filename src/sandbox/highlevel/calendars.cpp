// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendars.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/calendartimes.h"
#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

constexpr int largestNotePage = 20;

QString noteKeyOf(const QString &appointmentId)
{
    return u"appointment:"_s + appointmentId;
}

QJsonObject shownNote(QJsonObject note)
{
    note.remove("appointmentId"_L1);
    return note;
}

} // namespace

Operations Calendars::operations()
{
    const QString reading = u"calendars/events.readonly"_s;
    const QString writing = u"calendars/events.write"_s;
    const QString pick = u"calendars.readonly"_s;
    const QString notes = u"/calendars/appointments/*/notes"_s;
    const QString note = u"/calendars/appointments/*/notes/*"_s;
    const auto write = [this](const Call &call) { return writeNote(call); };
    const auto blocked = [this](const Call &call) { return block(call); };
    return {
        {"GET", u"/calendars"_s, pick, [this](const Call &call) { return list(call); }},
        {"GET", u"/calendars/*"_s, pick, [this](const Call &call) { return get(call); }},
        {"GET", u"/calendars/events"_s, reading,
         [this](const Call &call) { return events(call, m_state.appointments); }},
        {"GET", u"/calendars/blocked-slots"_s, reading,
         [this](const Call &call) { return events(call, m_state.blockedSlots); }},
        {"DELETE", u"/calendars/events/*"_s, writing,
         [this](const Call &call) { return removeEvent(call); }},
        {"POST", u"/calendars/events/block-slots"_s, writing, blocked},
        {"PUT", u"/calendars/events/block-slots/*"_s, writing, blocked},
        {"GET", notes, reading, [this](const Call &call) { return listNotes(call); }},
        {"POST", notes, writing, write},
        {"PUT", note, writing, write},
        {"DELETE", note, writing, [this](const Call &call) { return removeNote(call); }},
    };
}

Served<Outcome> Calendars::list(const Call &call) const
{
    return inLocation(m_state, call.query(u"locationId"_s)).map([this] {
        return Outcome {200, {{u"calendars"_s, m_state.calendars.toJson()}}};
    });
}

Served<Outcome> Calendars::get(const Call &call) const
{
    const QJsonObject *calendar = m_state.calendars.find(call.id());
    if (!calendar)
        return unknownId(u"Calendar"_s, call.id());
    return Outcome {200, {{u"calendar"_s, *calendar}}};
}

Served<Outcome> Calendars::events(const Call &call, const RecordTable &table) const
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const auto span = askedSpan(call);
    if (!span)
        return tl::unexpected(span.error());
    const QString calendar = call.query(u"calendarId"_s);
    const QString user = call.query(u"userId"_s);
    const QString group = call.query(u"groupId"_s);
    if (calendar.isEmpty() && user.isEmpty() && group.isEmpty())
        return refused(422, QStringList {u"Either of userId, calendarId or groupId is required"_s});
    QJsonArray found;
    for (const auto &[id, event] : table.all()) {
        const bool fits = (calendar.isEmpty() || event.value(u"calendarId"_s) == calendar)
            && (user.isEmpty() || event.value(u"assignedUserId"_s) == user)
            && (group.isEmpty() || event.value(u"groupId"_s) == group);
        if (fits && span->overlaps(spanOf(event)))
            found.append(event);
    }
    return Outcome {200, {{u"events"_s, found}}};
}

//! Appointments and blocked slots alike; answered with 201 and, for once, spelt right.
Served<Outcome> Calendars::removeEvent(const Call &call)
{
    const QJsonObject *appointment = m_state.appointments.find(call.id());
    if (appointment) {
        const QJsonObject gone = *appointment;
        (void)m_state.appointments.remove(call.id());
        m_state.tell(u"AppointmentDelete"_s, appointmentEvent(gone));
    } else if (!m_state.blockedSlots.remove(call.id())) {
        return unknownId(u"Event"_s, call.id());
    }
    return Outcome {201, {{u"succeeded"_s, true}}};
}

Served<Outcome> Calendars::block(const Call &call)
{
    static const FieldRules rules {
        {.name = u"title"_s},
        {.name = u"calendarId"_s},
        {.name = u"assignedUserId"_s},
        {.name = u"locationId"_s},
        {.name = u"startTime"_s, .kind = FieldRule::Kind::Moment},
        {.name = u"endTime"_s, .kind = FieldRule::Kind::Moment},
    };
    const QJsonObject *before = m_state.blockedSlots.find(call.id());
    if (!call.id().isEmpty() && !before)
        return unknownId(u"Event"_s, call.id());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"calendarId"_s, u"locationId"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const QString location = body->value(u"locationId"_s).toString();
    if (const auto place = inLocation(m_state, location); !place)
        return tl::unexpected(place.error());
    if (!m_state.calendars.contains(body->value(u"calendarId"_s).toString()))
        return unknownId(u"Calendar"_s, body->value(u"calendarId"_s).toString());
    // Answers always have a title, even if nobody gave one.
    const QJsonObject blank {{u"title"_s, QString()}};
    QJsonObject slot = overwritten(before ? *before : blank, *body, m_state.quirks);
    const Span span = spanOf(slot);
    if (!span.start.isValid() || !span.end.isValid() || span.end <= span.start)
        return refused(422, QStringList {u"endTime must be after startTime"_s});
    slot.insert(u"startTime"_s, withOffset(span.start, m_state));
    slot.insert(u"endTime"_s, withOffset(span.end, m_state));
    if (!before)
        slot.insert(u"id"_s, m_state.ids.next());
    m_state.blockedSlots.put(slot);
    return Outcome {201, slot};
}

Served<Outcome> Calendars::listNotes(const Call &call) const
{
    if (!m_state.appointments.contains(call.id()))
        return unknownId(u"Appointment"_s, call.id());
    bool hasLimit = false;
    bool hasOffset = false;
    const int limit = call.query(u"limit"_s).toInt(&hasLimit);
    const int offset = call.query(u"offset"_s).toInt(&hasOffset);
    if (!hasLimit || !hasOffset || limit < 1 || limit > largestNotePage || offset < 0)
        return refused(
            422,
            QStringList {u"limit must not be greater than 20"_s, u"offset must be a number"_s});
    QList<QJsonObject> notes;
    for (const QJsonObject &note : recordsOf(m_state.appointmentNotes, noteKeyOf(call.id())))
        notes.append(shownNote(note));
    const Window window {.skip = offset, .limit = limit};
    return Outcome {
        200, {{u"notes"_s, slice(notes, window)}, {u"hasMore"_s, offset + limit < notes.size()}}};
}

//! With the id of a note in the path it is changed, without one it is made.
Served<Outcome> Calendars::writeNote(const Call &call)
{
    static const FieldRules rules {{.name = u"body"_s}, {.name = u"userId"_s}};
    const QJsonObject *appointment = m_state.appointments.find(call.id());
    if (!appointment)
        return unknownId(u"Appointment"_s, call.id());
    const bool isNew = call.id(1).isEmpty();
    const auto before = isNew ? Served<QJsonObject>(QJsonObject()) : findNote(call);
    if (!before)
        return tl::unexpected(before.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"body"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    QJsonObject note = overwritten(*before, *body, m_state.quirks);
    if (isNew) {
        note.insert(u"id"_s, m_state.ids.next());
        note.insert(u"appointmentId"_s, call.id());
        note.insert(u"contactId"_s, appointment->value(u"contactId"_s));
        note.insert(u"dateAdded"_s, m_state.stamps.next());
    }
    m_state.appointmentNotes.put(note);
    return Outcome {isNew ? 201 : 200, {{u"note"_s, shownNote(note)}}};
}

Served<Outcome> Calendars::removeNote(const Call &call)
{
    return findNote(call).map([&](const QJsonObject & /*note*/) {
        (void)m_state.appointmentNotes.remove(call.id(1));
        return Outcome {200, {{u"success"_s, true}}};
    });
}

Served<QJsonObject> Calendars::findNote(const Call &call) const
{
    const QJsonObject *note = m_state.appointmentNotes.find(call.id(1));
    if (!note || note->value(u"appointmentId"_s) != call.id())
        return unknownId(u"Note"_s, call.id(1));
    return *note;
}

} // namespace twinbook::sandbox::highlevel
