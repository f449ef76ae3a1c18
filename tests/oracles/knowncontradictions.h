// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook::test {

//! What HighLevel's own OpenAPI files say otherwise than the service is played or asked, and why.
struct Contradiction
{
    enum class In : quint8 { Reply, Request };
    //! Who meets it: the catalogue's examples (tst_specification), our own client
    //! (tst_specification_client), or both.
    enum MetBy : quint8 { Examples = 1, Client = 2, Both = 3 };

    const char *operation; //!< method and path begin so
    const char *violation; //!< a regular expression for all that Prism says
    const char *source;
    MetBy metBy = Both;
    In in = In::Reply;
};

constexpr const char *momentIsObject
    = ".* property .*(startTime|endTime|dateAdded|dateUpdated) must be object";
constexpr const char *whyMomentIsObject
    = "the file calls a moment an object, and its own example of it is a text (CalendarEventDTO)";

constexpr Contradiction knownContradictions[] {
    {"POST /contacts/", "Request body property dateOfBirth must be object,null",
     "the file calls the day of birth an object, and its example is the text \"1990-09-25\" "
     "(highlevel.md 2.1)",
     Contradiction::Client, Contradiction::In::Request},
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
    {"GET /locations/{locationId}/templates",
     "Response body property templates\\.\\d+ must match exactly one schema in oneOf",
     "neither of the file's two kinds of template requires anything, so each fits both",
     Contradiction::Examples},
    {"GET /calendars/{calendarId}/free-slots", "Response body property traceId must be object",
     "the file has days only, and every answer carries a traceId (highlevel.md 5)",
     Contradiction::Examples},
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

} // namespace twinbook::test
