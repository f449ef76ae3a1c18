// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/contactsearch.h"
#include "highlevel/endpoint.h"

#include <QDateTime>
#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace twinbook::highlevel {

//! The operations that both the people's flows and the typed resources use.
namespace endpoints {
inline constexpr Endpoint getLocation {HttpMethod::Get, QLatin1StringView("locations/{locationId}"),
                                       scopes::locationsRead, Subject::Account};
inline constexpr Endpoint listCustomFields {
    HttpMethod::Get, QLatin1StringView("locations/{locationId}/customFields"),
    scopes::customFieldsRead, Subject::Account};
inline constexpr Endpoint searchContacts {HttpMethod::Post, QLatin1StringView("contacts/search"),
                                          scopes::contactsRead};
inline constexpr Endpoint findDuplicate {
    HttpMethod::Get, QLatin1StringView("contacts/search/duplicate"), scopes::contactsRead};
inline constexpr Endpoint getContact {HttpMethod::Get, QLatin1StringView("contacts/{contactId}"),
                                      scopes::contactsRead};
inline constexpr Endpoint createContact {HttpMethod::Post, QLatin1StringView("contacts/"),
                                         scopes::contactsWrite, Subject::Person,
                                         Repetition::Unsafe};
inline constexpr Endpoint updateContact {HttpMethod::Put, QLatin1StringView("contacts/{contactId}"),
                                         scopes::contactsWrite};
inline constexpr Endpoint addTags {HttpMethod::Post, QLatin1StringView("contacts/{contactId}/tags"),
                                   scopes::contactsWrite};
inline constexpr Endpoint removeTags {
    HttpMethod::Delete, QLatin1StringView("contacts/{contactId}/tags"), scopes::contactsWrite};
} // namespace endpoints

// Request builders for the people's flows (highlevel.md 2).

[[nodiscard]] HttpRequest getLocation(const QString &locationId);
[[nodiscard]] HttpRequest listCustomFields(const QString &locationId);

//! One page of the search. `searchAfter` is that of the last hit before, empty for the first page.
struct SearchPage
{
    int limit = ContactSearch::longestPage;
    QJsonArray searchAfter {};
    //! Only contacts added from then on.
    QDateTime addedSince {};
};
[[nodiscard]] HttpRequest searchContacts(const QString &locationId, const SearchPage &page);

[[nodiscard]] HttpRequest findDuplicateByEmail(const QString &locationId, const QString &email);
//! `phone` in E.164.
[[nodiscard]] HttpRequest findDuplicateByPhone(const QString &locationId, const QString &phone);

[[nodiscard]] HttpRequest getContact(const QString &id);
[[nodiscard]] HttpRequest createContact(const QJsonObject &body);
[[nodiscard]] HttpRequest updateContact(const QString &id, const QJsonObject &body);
[[nodiscard]] HttpRequest addTags(const QString &id, const QStringList &tags);
[[nodiscard]] HttpRequest removeTags(const QString &id, const QStringList &tags);

} // namespace twinbook::highlevel
