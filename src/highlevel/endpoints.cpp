// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/endpoints.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

constexpr auto contactsRead = "contacts.readonly"_L1;
constexpr auto contactsWrite = "contacts.write"_L1;

HttpRequest findDuplicate(const QString &locationId, const QString &by, const QString &value)
{
    HttpRequest request = getRequest({u"contacts"_s, u"search"_s, u"duplicate"_s},
                                     {{u"locationId"_s, locationId}, {by, value}});
    request.permission = contactsRead;
    return request;
}

HttpRequest changeTags(HttpMethod method, const QString &id, const QStringList &tags)
{
    HttpRequest request = jsonRequest(method, {u"contacts"_s, id, u"tags"_s},
                                      {{u"tags"_s, QJsonArray::fromStringList(tags)}});
    request.permission = contactsWrite;
    request.expected = {{u"tags"_s, QJsonValue::Array}};
    return request;
}

} // namespace

QByteArray apiVersion()
{
    return "2021-07-28"_ba;
}

HttpRequest getLocation(const QString &locationId)
{
    HttpRequest request = getRequest({u"locations"_s, locationId});
    request.permission = u"locations.readonly"_s;
    request.expected = {{u"location"_s, QJsonValue::Object}};
    return request;
}

HttpRequest listCustomFields(const QString &locationId)
{
    HttpRequest request
        = getRequest({u"locations"_s, locationId, u"customFields"_s}, {{u"model"_s, u"contact"_s}});
    request.permission = u"locations/customFields.readonly"_s;
    request.expected = {{u"customFields"_s, QJsonValue::Array}};
    return request;
}

HttpRequest searchContacts(const QString &locationId, const SearchPage &page)
{
    QJsonObject body {
        {u"locationId"_s, locationId},
        {u"pageLimit"_s, page.limit},
        // A stable order, so that no row is skipped while others change (highlevel.md 2.3).
        {u"sort"_s,
         QJsonArray {QJsonObject {{u"field"_s, u"dateAdded"_s}, {u"direction"_s, u"asc"_s}}}}};
    if (!page.searchAfter.isEmpty())
        body.insert("searchAfter"_L1, page.searchAfter);
    if (page.addedSince.isValid()) {
        const QString since = page.addedSince.toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz'Z'"_s);
        body.insert("filters"_L1,
                    QJsonArray {QJsonObject {{u"field"_s, u"dateAdded"_s},
                                             {u"operator"_s, u"range"_s},
                                             {u"value"_s, QJsonObject {{u"gte"_s, since}}}}});
    }
    HttpRequest request = jsonRequest(HttpMethod::Post, {u"contacts"_s, u"search"_s}, body);
    request.permission = contactsRead;
    request.expected = {{u"contacts"_s, QJsonValue::Array}, {u"total"_s, QJsonValue::Double}};
    return request;
}

HttpRequest findDuplicateByEmail(const QString &locationId, const QString &email)
{
    return findDuplicate(locationId, u"email"_s, email);
}

HttpRequest findDuplicateByPhone(const QString &locationId, const QString &phone)
{
    return findDuplicate(locationId, u"number"_s, phone);
}

HttpRequest getContact(const QString &id)
{
    HttpRequest request = getRequest({u"contacts"_s, id});
    request.permission = contactsRead;
    request.expected = {{u"contact"_s, QJsonValue::Object}};
    return request;
}

HttpRequest createContact(const QJsonObject &body)
{
    // The path of a creation ends in a slash.
    HttpRequest request = jsonRequest(HttpMethod::Post, {u"contacts"_s, QString()}, body);
    request.repetition = Repetition::Unsafe;
    request.permission = contactsWrite;
    request.expected = {{u"contact"_s, QJsonValue::Object}};
    return request;
}

HttpRequest updateContact(const QString &id, const QJsonObject &body)
{
    HttpRequest request = jsonRequest(HttpMethod::Put, {u"contacts"_s, id}, body);
    request.permission = contactsWrite;
    return request;
}

HttpRequest addTags(const QString &id, const QStringList &tags)
{
    return changeTags(HttpMethod::Post, id, tags);
}

HttpRequest removeTags(const QString &id, const QStringList &tags)
{
    return changeTags(HttpMethod::Delete, id, tags);
}

} // namespace twinbook::highlevel
