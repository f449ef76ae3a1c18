// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>

#include <variant>

namespace twinbook::highlevel {

struct Calendar
{
    CalendarId id;
    Text name;
    Text description;
    Flag isActive;
    std::optional<CalendarGroupId> group;
    QJsonObject whole; //!< as it was told
};

//! An appointment or a blocked time (highlevel.md 2.8). Answers to writes lack the last two
//! moments.
struct CalendarEvent
{
    EventId id;
    Text title;
    std::optional<CalendarId> calendar;
    std::optional<ContactId> contact; //!< none of a blocked time
    std::optional<CalendarGroupId> group;
    Text status; //!< an open list: "confirmed", "cancelled", "completed", ...
    std::optional<UserId> assignedTo;
    QList<UserId> users;
    Text notes;
    Text description;
    Text address;
    Moment start; //!< UTC
    Moment end; //!< UTC
    Moment dateAdded; //!< UTC
    Moment dateUpdated; //!< UTC
    QJsonObject whole; //!< as it was told
};

enum class AppointmentStatus : quint8 { New, Confirmed, Cancelled, Showed, NoShow, Invalid };
//! Whether the service may start the customer's automations and messages.
enum class Notice : quint8 { Quiet, Notify };
//! Whether an appointment may only stand where the calendar says it is free.
enum class Slots : quint8 { Any, FreeOnly };

//! Members that are not given stay as they are. A creation needs calendar, contact and start.
//! The defaults suit bookings that are mirrored from another system.
struct AppointmentDraft
{
    std::optional<CalendarId> calendar {};
    std::optional<ContactId> contact {}; //!< of a creation only
    Moment start {};
    Moment end {};
    Text title {};
    Text description {};
    Text address {};
    Text recurrence {}; //!< an RFC 5545 RRULE
    std::optional<UserId> assignedTo {};
    std::optional<AppointmentStatus> status {};
    Notice notice = Notice::Quiet;
    Slots slots = Slots::Any;
};

struct BlockedTimeDraft
{
    CalendarId calendar;
    Moment start {};
    Moment end {};
    Text title {};
    std::optional<UserId> assignedTo {};
};

//! From `start` on, before `end`, of one calendar, group of calendars or user.
struct EventWindow
{
    QDateTime start;
    QDateTime end;
    std::variant<CalendarId, CalendarGroupId, UserId> of;
};

struct AppointmentNote
{
    NoteId id;
    Text body; //!< hostile text
    std::optional<UserId> user;
    std::optional<ContactId> contact;
    Moment dateAdded; //!< UTC
};

struct AppointmentNotePage
{
    QList<AppointmentNote> notes;
    Flag hasMore;
};

class Calendars final : public Resource
{
public:
    using Resource::Resource;

    static constexpr int mostNotes = 20;

    [[nodiscard]] Pending<QList<Calendar>> list() const;
    [[nodiscard]] Pending<Calendar> get(const CalendarId &calendar) const;

    [[nodiscard]] Pending<QList<CalendarEvent>> events(const EventWindow &window) const;
    [[nodiscard]] Pending<QList<CalendarEvent>> blockedTimes(const EventWindow &window) const;

    [[nodiscard]] Pending<CalendarEvent> getAppointment(const EventId &event) const;
    [[nodiscard]] Pending<CalendarEvent> createAppointment(const AppointmentDraft &draft) const;
    [[nodiscard]] Pending<CalendarEvent> updateAppointment(const EventId &event,
                                                           const AppointmentDraft &draft) const;
    [[nodiscard]] Pending<CalendarEvent> createBlockedTime(const BlockedTimeDraft &draft) const;
    [[nodiscard]] Pending<CalendarEvent> updateBlockedTime(const EventId &event,
                                                           const BlockedTimeDraft &draft) const;
    //! An appointment or a blocked time.
    [[nodiscard]] Pending<> remove(const EventId &event) const;

    //! Notes of an appointment are not notes of its person. `limit` is at most 20.
    [[nodiscard]] Pending<AppointmentNotePage> notes(const EventId &appointment,
                                                     int limit = mostNotes, int offset = 0) const;
    [[nodiscard]] Pending<AppointmentNote> createNote(const EventId &appointment,
                                                      const QString &body,
                                                      const std::optional<UserId> &user = {}) const;
    [[nodiscard]] Pending<AppointmentNote> updateNote(const EventId &appointment,
                                                      const NoteId &note, const QString &body,
                                                      const std::optional<UserId> &user = {}) const;
    [[nodiscard]] Pending<> removeNote(const EventId &appointment, const NoteId &note) const;
};

} // namespace twinbook::highlevel
