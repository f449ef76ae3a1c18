// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operationasking.h"
#include "operationrows.h"

using namespace Qt::StringLiterals;
using namespace twinbook::highlevel;

namespace twinbook::test {

namespace {

constexpr auto calendarVersion = "2021-04-15";

const EventId event(u"0TkCdp9PfvLeWKYRRvIz"_s);
const CalendarId calendar(u"CVokAlI8fgw4WYWoCtQz"_s);
const NoteId note(u"HGPcayliwcdoUFzvbTok"_s);
const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::OffsetFromUTC, 3600);
const QDateTime end = start.addSecs(1800);

constexpr auto appointmentAnswer = R"({"id": "0TkCdp9PfvLeWKYRRvIz",
    "calendarId": "CVokAlI8fgw4WYWoCtQz", "locationId": "ve9EPM428h8vShlRW1KT",
    "contactId": "0007BWpSzSwfiuSl0tR2", "startTime": "2021-06-23T03:30:00+05:30"})";
constexpr auto noteAnswer = R"({"note": {"id": "HGPcayliwcdoUFzvbTok", "body": "x"}})";

QList<OperationRow> eventRows()
{
    return {
        {"get-calendars", asking([](HighLevelClient &c) { return c.calendars().list(); }), "GET",
         "/calendars/?locationId=ve9EPM428h8vShlRW1KT", "", R"({"calendars": []})",
         calendarVersion},
        {"get-calendar", asking([](HighLevelClient &c) { return c.calendars().get(calendar); }),
         "GET", "/calendars/CVokAlI8fgw4WYWoCtQz", "",
         R"({"calendar": {"id": "CVokAlI8fgw4WYWoCtQz", "name": "Tours"}})", calendarVersion},
        {"get-calendar-events", asking([](HighLevelClient &c) {
             return c.calendars().events({start, end, calendar});
         }),
         "GET",
         "/calendars/events?locationId=ve9EPM428h8vShlRW1KT&calendarId=CVokAlI8fgw4WYWoCtQz"
         "&startTime=1795420800000&endTime=1795422600000",
         "", R"({"events": []})", calendarVersion},
        {"get-blocked-slots", asking([](HighLevelClient &c) {
             return c.calendars().blockedTimes({start, end, UserId(u"0007BWpSzSwfiuSl0tR2"_s)});
         }),
         "GET",
         "/calendars/blocked-slots?locationId=ve9EPM428h8vShlRW1KT&userId=0007BWpSzSwfiuSl0tR2"
         "&startTime=1795420800000&endTime=1795422600000",
         "", R"({"events": []})", calendarVersion},
        {"get-appointment",
         asking([](HighLevelClient &c) { return c.calendars().getAppointment(event); }), "GET",
         "/calendars/events/appointments/0TkCdp9PfvLeWKYRRvIz", "",
         R"({"event": {"id": "0TkCdp9PfvLeWKYRRvIz"}})", calendarVersion},
        {"create-appointment", asking([](HighLevelClient &c) {
             return c.calendars().createAppointment(
                 {.calendar = calendar,
                  .contact = ContactId(u"0007BWpSzSwfiuSl0tR2"_s),
                  .start = start,
                  .end = end,
                  .status = AppointmentStatus::Confirmed});
         }),
         "POST", "/calendars/events/appointments",
         R"({"calendarId": "CVokAlI8fgw4WYWoCtQz", "contactId": "0007BWpSzSwfiuSl0tR2",
             "locationId": "ve9EPM428h8vShlRW1KT", "startTime": "2026-11-23T08:00:00Z",
             "endTime": "2026-11-23T08:30:00Z", "appointmentStatus": "confirmed",
             "toNotify": false, "ignoreFreeSlotValidation": true})",
         appointmentAnswer, calendarVersion},
        {"edit-appointment", asking([](HighLevelClient &c) {
             return c.calendars().updateAppointment(
                 event, {.title = u"Tour"_s, .notice = Notice::Notify, .slots = Slots::FreeOnly});
         }),
         "PUT", "/calendars/events/appointments/0TkCdp9PfvLeWKYRRvIz",
         R"({"title": "Tour", "toNotify": true, "ignoreFreeSlotValidation": false})",
         appointmentAnswer, calendarVersion},
        {"create-block-slot", asking([](HighLevelClient &c) {
             return c.calendars().createBlockedTime(
                 {.calendar = calendar, .start = start, .end = end, .title = u"Closed"_s});
         }),
         "POST", "/calendars/events/block-slots",
         R"({"calendarId": "CVokAlI8fgw4WYWoCtQz", "locationId": "ve9EPM428h8vShlRW1KT",
             "startTime": "2026-11-23T08:00:00Z", "endTime": "2026-11-23T08:30:00Z",
             "title": "Closed"})",
         R"({"id": "0TkCdp9PfvLeWKYRRvIz", "title": "Closed"})", calendarVersion},
        {"edit-block-slot", asking([](HighLevelClient &c) {
             return c.calendars().updateBlockedTime(event, {.calendar = calendar, .end = end});
         }),
         "PUT", "/calendars/events/block-slots/0TkCdp9PfvLeWKYRRvIz",
         R"({"calendarId": "CVokAlI8fgw4WYWoCtQz", "locationId": "ve9EPM428h8vShlRW1KT",
             "endTime": "2026-11-23T08:30:00Z"})",
         R"({"id": "0TkCdp9PfvLeWKYRRvIz"})", calendarVersion},
        {"delete-event", asking([](HighLevelClient &c) { return c.calendars().remove(event); }),
         "DELETE", "/calendars/events/0TkCdp9PfvLeWKYRRvIz", "{}", R"({"succeeded": true})",
         calendarVersion},
    };
}

QList<OperationRow> noteRows()
{
    return {
        {"get-appointment-notes",
         asking([](HighLevelClient &c) { return c.calendars().notes(event, 20, 40); }), "GET",
         "/calendars/appointments/0TkCdp9PfvLeWKYRRvIz/notes?limit=20&offset=40", "",
         R"({"notes": [], "hasMore": false})", calendarVersion},
        {"create-appointment-note", asking([](HighLevelClient &c) {
             return c.calendars().createNote(event, u"x"_s, UserId(u"GCs5KuzPqTls7vWclkEV"_s));
         }),
         "POST", "/calendars/appointments/0TkCdp9PfvLeWKYRRvIz/notes",
         R"({"body": "x", "userId": "GCs5KuzPqTls7vWclkEV"})", noteAnswer, calendarVersion},
        {"update-appointment-note",
         asking([](HighLevelClient &c) { return c.calendars().updateNote(event, note, u"y"_s); }),
         "PUT", "/calendars/appointments/0TkCdp9PfvLeWKYRRvIz/notes/HGPcayliwcdoUFzvbTok",
         R"({"body": "y"})", noteAnswer, calendarVersion},
        {"delete-appointment-note",
         asking([](HighLevelClient &c) { return c.calendars().removeNote(event, note); }), "DELETE",
         "/calendars/appointments/0TkCdp9PfvLeWKYRRvIz/notes/HGPcayliwcdoUFzvbTok", "",
         R"({"success": true})", calendarVersion},
    };
}

} // namespace

QList<OperationRow> calendarRows()
{
    return eventRows() + noteRows();
}

} // namespace twinbook::test
