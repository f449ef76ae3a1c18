// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/endpoints.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

HttpRequest list(const QString &collection, const QString &permission, QueryItems query = {})
{
    query.append({u"$limit"_s, u"50"_s});
    HttpRequest request = getRequest({collection}, query);
    request.permission = permission;
    request.expected = {{u"results"_s, QJsonValue::Array}};
    return request;
}

HttpRequest single(const QStringList &path, const QString &permission)
{
    HttpRequest request = getRequest(path);
    request.permission = permission;
    request.expected = {{u"_id"_s, QJsonValue::String}};
    return request;
}

constexpr auto membersRead = "flex.community.members.read"_L1;
constexpr auto membersCreate = "flex.community.members.create"_L1;
constexpr auto membersUpdate = "flex.community.members.update"_L1;
constexpr auto companiesRead = "flex.community.companies.read"_L1;
constexpr auto locationsRead = "flex.space.locations.read"_L1;
constexpr auto propertiesRead = "flex.settings.customProperties.read"_L1;
constexpr auto organizationRead = "flex.settings.organization.read"_L1;

} // namespace

HttpRequest getOrganization()
{
    HttpRequest request = getRequest({});
    request.permission = organizationRead;
    request.expected = {{u"name"_s, QJsonValue::String}};
    return request;
}

HttpRequest listCustomProperties()
{
    return list(u"custom-properties"_s, propertiesRead);
}

HttpRequest listLocations()
{
    return list(u"locations"_s, locationsRead);
}

HttpRequest listCompanies()
{
    return list(u"companies"_s, companiesRead, {{u"$select"_s, u"_id,name"_s}});
}

HttpRequest getCompany(const QString &id)
{
    return single({u"companies"_s, id}, companiesRead);
}

HttpRequest countMembers()
{
    HttpRequest request = getRequest({u"members"_s, u"count"_s});
    request.permission = membersRead;
    request.expected = {{u"total"_s, QJsonValue::Double}};
    return request;
}

HttpRequest listMembers(const QueryItems &filters)
{
    return list(u"members"_s, membersRead, filters);
}

HttpRequest getMember(const QString &id)
{
    return single({u"members"_s, id}, membersRead);
}

HttpRequest createMember(const QJsonObject &body)
{
    HttpRequest request = jsonRequest(HttpMethod::Post, {u"members"_s}, body);
    request.repetition = Repetition::Unsafe;
    request.permission = membersCreate;
    request.expected = {{u"_id"_s, QJsonValue::String}};
    return request;
}

HttpRequest updateMember(const QString &id, const QJsonObject &body)
{
    HttpRequest request = jsonRequest(HttpMethod::Put, {u"members"_s, id}, body);
    request.permission = membersUpdate;
    return request;
}

HttpRequest nextPage(HttpRequest list, const QString &cursor)
{
    list.query.removeIf([](const auto &item) { return item.first == "$cursorNext"_L1; });
    list.query.append({u"$cursorNext"_s, cursor});
    return list;
}

QString wireTime(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz'Z'"_s);
}

QStringList readingScopes()
{
    return {membersRead, companiesRead, locationsRead, propertiesRead, organizationRead};
}

QStringList writingScopes()
{
    return {membersCreate, membersUpdate};
}

} // namespace twinbook::officernd
