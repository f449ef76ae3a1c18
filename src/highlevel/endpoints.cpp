// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/endpoints.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

HttpRequest findDuplicateBy(const QString &locationId, const QString &by, const QString &value)
{
    HttpRequest request = endpoints::findDuplicate.request();
    request.query = {{u"locationId"_s, locationId}, {by, value}};
    return request;
}

HttpRequest withBody(const Endpoint &endpoint, const QStringList &ids, const QJsonObject &body)
{
    HttpRequest request = endpoint.request(ids);
    request.contentType = "application/json"_ba;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

HttpRequest changeTags(const Endpoint &endpoint, const QString &id, const QStringList &tags)
{
    HttpRequest request = withBody(endpoint, {id}, {{u"tags"_s, QJsonArray::fromStringList(tags)}});
    request.expected = {{u"tags"_s, QJsonValue::Array}};
    return request;
}

} // namespace

HttpRequest getLocation(const QString &locationId)
{
    HttpRequest request = endpoints::getLocation.request({locationId});
    request.expected = {{u"location"_s, QJsonValue::Object}};
    return request;
}

HttpRequest listCustomFields(const QString &locationId)
{
    HttpRequest request = endpoints::listCustomFields.request({locationId});
    request.query = {{u"model"_s, u"contact"_s}};
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
    HttpRequest request = withBody(endpoints::searchContacts, {}, body);
    request.expected = {{u"contacts"_s, QJsonValue::Array}, {u"total"_s, QJsonValue::Double}};
    return request;
}

HttpRequest findDuplicateByEmail(const QString &locationId, const QString &email)
{
    return findDuplicateBy(locationId, u"email"_s, email);
}

HttpRequest findDuplicateByPhone(const QString &locationId, const QString &phone)
{
    return findDuplicateBy(locationId, u"number"_s, phone);
}

HttpRequest getContact(const QString &id)
{
    HttpRequest request = endpoints::getContact.request({id});
    request.expected = {{u"contact"_s, QJsonValue::Object}};
    return request;
}

HttpRequest createContact(const QJsonObject &body)
{
    HttpRequest request = withBody(endpoints::createContact, {}, body);
    request.expected = {{u"contact"_s, QJsonValue::Object}};
    return request;
}

HttpRequest updateContact(const QString &id, const QJsonObject &body)
{
    return withBody(endpoints::updateContact, {id}, body);
}

HttpRequest addTags(const QString &id, const QStringList &tags)
{
    return changeTags(endpoints::addTags, id, tags);
}

HttpRequest removeTags(const QString &id, const QStringList &tags)
{
    return changeTags(endpoints::removeTags, id, tags);
}

} // namespace twinbook::highlevel
