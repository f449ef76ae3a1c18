// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/calendars.h"
#include "highlevel/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<AppointmentNote>
{
    using N = AppointmentNote;
    static constexpr std::tuple members {
        required("id"_L1, &N::id), member("body"_L1, &N::body), member("userId"_L1, &N::user),
        member("contactId"_L1, &N::contact), member("dateAdded"_L1, &N::dateAdded)};
};

template<>
struct Shape<AppointmentNotePage>
{
    static constexpr std::tuple members {required("notes"_L1, &AppointmentNotePage::notes),
                                         member("hasMore"_L1, &AppointmentNotePage::hasMore)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listNotes {Get, "calendars/appointments/{appointmentId}/notes"_L1,
                              scopes::eventsRead, Subject::Event};
constexpr Endpoint createNoteOf {Post, "calendars/appointments/{appointmentId}/notes"_L1,
                                 scopes::eventsWrite, Subject::Event, Repetition::Unsafe};
constexpr Endpoint updateNoteOf {Put, "calendars/appointments/{appointmentId}/notes/{noteId}"_L1,
                                 scopes::eventsWrite, Subject::Note};
constexpr Endpoint deleteNoteOf {Delete, "calendars/appointments/{appointmentId}/notes/{noteId}"_L1,
                                 scopes::eventsWrite, Subject::Note};

constexpr auto noteMember = "note"_L1;

Operation &fill(Operation &operation, const QString &text, const std::optional<UserId> &user)
{
    QJsonObject body {{u"body"_s, text}};
    if (user) {
        operation.requireId(user->text());
        body.insert("userId"_L1, user->text());
    }
    return operation
        .require(!text.trimmed().isEmpty(),
                 QCoreApplication::translate("highlevel", "HighLevel keeps no note without text."))
        .body(body);
}

} // namespace

Pending<AppointmentNotePage> Calendars::notes(const EventId &appointment, int limit,
                                              int offset) const
{
    return Operation(account(), listNotes, {appointment.text()})
        .require(limit >= 1 && limit <= mostNotes && offset >= 0,
                 QCoreApplication::translate(
                     "highlevel", "HighLevel lists one to %1 notes of an appointment at a time.")
                     .arg(mostNotes))
        .where(u"limit"_s, limit)
        .where(u"offset"_s, offset)
        .whole<AppointmentNotePage>();
}

Pending<AppointmentNote> Calendars::createNote(const EventId &appointment, const QString &body,
                                               const std::optional<UserId> &user) const
{
    Operation operation(account(), createNoteOf, {appointment.text()});
    return fill(operation, body, user).one<AppointmentNote>(noteMember);
}

Pending<AppointmentNote> Calendars::updateNote(const EventId &appointment, const NoteId &note,
                                               const QString &body,
                                               const std::optional<UserId> &user) const
{
    Operation operation(account(), updateNoteOf, {appointment.text(), note.text()});
    return fill(operation, body, user).one<AppointmentNote>(noteMember);
}

Pending<> Calendars::removeNote(const EventId &appointment, const NoteId &note) const
{
    return Operation(account(), deleteNoteOf, {appointment.text(), note.text()}).confirmed();
}

} // namespace twinbook::highlevel
