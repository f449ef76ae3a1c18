// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QStringList>

namespace twinbook::highlevel {

//! What a request is about, for the sentence when that is not there.
enum class Subject : quint8 {
    Person,
    Task,
    Note,
    Tag,
    Field,
    Business,
    User,
    Event,
    Automation,
    Account
};

//! One operation of the service as its documents describe it.
struct Endpoint
{
    HttpMethod method = HttpMethod::Get;
    QLatin1StringView path; //!< "contacts/{contactId}/tasks"; a last "/" is kept
    QLatin1StringView permission; //!< the scope that it needs (highlevel.md 1.6)
    Subject subject = Subject::Person;
    Repetition repetition = Repetition::Safe;

    //! A request without query or body. `ids` take the places in braces, in their order.
    [[nodiscard]] HttpRequest request(const QStringList &ids = {}) const;
};

namespace scopes {
inline constexpr auto contactsRead = QLatin1StringView("contacts.readonly");
inline constexpr auto contactsWrite = QLatin1StringView("contacts.write");
inline constexpr auto locationsRead = QLatin1StringView("locations.readonly");
inline constexpr auto tagsRead = QLatin1StringView("locations/tags.readonly");
inline constexpr auto tagsWrite = QLatin1StringView("locations/tags.write");
inline constexpr auto tasksRead = QLatin1StringView("locations/tasks.readonly");
inline constexpr auto customFieldsRead = QLatin1StringView("locations/customFields.readonly");
inline constexpr auto customFieldsWrite = QLatin1StringView("locations/customFields.write");
inline constexpr auto customValuesRead = QLatin1StringView("locations/customValues.readonly");
inline constexpr auto customValuesWrite = QLatin1StringView("locations/customValues.write");
inline constexpr auto usersRead = QLatin1StringView("users.readonly");
inline constexpr auto businessesRead = QLatin1StringView("businesses.readonly");
inline constexpr auto businessesWrite = QLatin1StringView("businesses.write");
inline constexpr auto schemasRead = QLatin1StringView("objects/schema.readonly");
inline constexpr auto recordsRead = QLatin1StringView("objects/record.readonly");
inline constexpr auto calendarsRead = QLatin1StringView("calendars.readonly");
inline constexpr auto eventsRead = QLatin1StringView("calendars/events.readonly");
inline constexpr auto eventsWrite = QLatin1StringView("calendars/events.write");
inline constexpr auto workflowsRead = QLatin1StringView("workflows.readonly");
inline constexpr auto campaignsRead = QLatin1StringView("campaigns.readonly");
inline constexpr auto companiesRead = QLatin1StringView("companies.readonly");
} // namespace scopes

} // namespace twinbook::highlevel
