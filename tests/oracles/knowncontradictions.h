// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook::test {

//! What HighLevel's own OpenAPI files say otherwise than the service is played, and why. All of it
//! is in replies: none of the catalogue's examples contradicts the files.
struct Contradiction
{
    const char *operation; //!< method and path begin so
    const char *violation; //!< a regular expression for all that Prism says
    const char *source;
};

constexpr const char *momentIsObject
    = ".* property .*(startTime|endTime|dateAdded|dateUpdated) must be object";
constexpr const char *whyMomentIsObject
    = "the file calls a moment an object, and its own example of it is a text (CalendarEventDTO)";

constexpr Contradiction knownContradictions[] {
    {"POST /contacts/{contactId}/workflow/{workflowId}",
     "Unable to match the returned status code with those defined in the document: 200,.*",
     "201 was measured where the file has 200 (highlevel.md 2.9, row 7)"},
    {"POST /contacts/bulk/tags/update/{type}",
     "Response body property responses\\.\\d+ must be string",
     "the file contradicts itself: its example has objects (highlevel.md 2.5)"},
    {"POST /locations/{locationId}/tasks/search",
     "Response body property tasks\\.\\d+ must be array",
     "the file has lists in the list, which fits no task (highlevel.md 2.5: untyped)"},
    {"GET /custom-fields/object-key/{objectKey}",
     "Response body property folders\\.\\d+ must have required property .*",
     "the file contradicts itself: a folder is made with four members (ICustomFieldFolder) and "
     "listed with those of a field (ICustomField)"},
    {"GET /calendars/events", momentIsObject, whyMomentIsObject},
    {"GET /calendars/blocked-slots", momentIsObject, whyMomentIsObject},
    {"POST /calendars/events/block-slots", momentIsObject, whyMomentIsObject},
    {"PUT /calendars/events/block-slots/{eventId}", momentIsObject, whyMomentIsObject},
    {"GET /calendars/events", ".* must have required property 'groupId'",
     "a calendar need not stand in a group (CalendarCreateDTO), and those played stand in none"},
    {"GET /calendars/blocked-slots", ".* must have required property .*",
     "the file lists blocked times as appointments, of which they have no member "
     "(BlockedSlotSuccessfulResponseDto)"},
};

//! Operations that are not played, and all below them.
constexpr const char *notPlayed[] {
    "POST /locations/{locationId}/recurring-tasks", // out of scope (highlevel.md 2.5)
    "GET /locations/{locationId}/recurring-tasks",
    "PUT /locations/{locationId}/recurring-tasks",
    "DELETE /locations/{locationId}/recurring-tasks",
    "GET /locations/{locationId}/templates", // of messages, which no people service needs
    // Of calendars only bookings are mirrored (highlevel.md 2.8).
    "POST /calendars/",
    "POST /calendars/groups",
    "GET /calendars/groups",
    "PUT /calendars/groups",
    "DELETE /calendars/groups",
    "POST /calendars/resources",
    "GET /calendars/resources",
    "PUT /calendars/resources",
    "DELETE /calendars/resources",
    "POST /calendars/schedules",
    "GET /calendars/schedules",
    "PUT /calendars/schedules",
    "DELETE /calendars/schedules",
    "POST /calendars/{calendarId}/notifications",
    "GET /calendars/{calendarId}/notifications",
    "PUT /calendars/{calendarId}",
    "DELETE /calendars/{calendarId}",
    "GET /calendars/{calendarId}/free-slots",
};

} // namespace twinbook::test
