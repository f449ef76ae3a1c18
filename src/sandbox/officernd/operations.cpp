// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/service.h"

using namespace Qt::StringLiterals;

// The operations themselves: from a request to the collection and back.
namespace twinbook::sandbox::officernd {

namespace {

Served<HttpReply> served(int status, const Served<QJsonObject> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    return HttpReply::json(status, *outcome);
}

Served<HttpReply> done(const Served<> &outcome)
{
    if (!outcome)
        return tl::unexpected(outcome.error());
    return HttpReply::empty(204);
}

Served<QJsonObject> bodyOf(const HttpRequest &request)
{
    const auto body = parseJsonBody(request.body);
    if (!body)
        return refused(400, u"Unexpected token in JSON at position 0"_s);
    return *body;
}

} // namespace

Served<HttpReply> Service::organization(const HttpRequest & /*request*/, const QString & /*id*/)
{
    return HttpReply::json(200,
                           {{u"_id"_s, m_state.organizationId},
                            {u"name"_s, m_state.name},
                            {u"slug"_s, m_state.slug},
                            {u"imageUrl"_s, QString()},
                            {u"description"_s, u"Practice organisation"_s}});
}

Served<HttpReply> Service::listMembers(const HttpRequest &request, const QString & /*id*/)
{
    return served(200, m_members.listing().page(request));
}

Served<HttpReply> Service::countMembers(const HttpRequest &request, const QString & /*id*/)
{
    return served(200,
                  m_members.listing().count(request, {u"status"_s, u"company"_s, u"location"_s}));
}

Served<HttpReply> Service::getMember(const HttpRequest & /*request*/, const QString &id)
{
    return served(200, m_members.get(id));
}

Served<HttpReply> Service::createMember(const HttpRequest &request, const QString & /*id*/)
{
    return served(201, bodyOf(request).and_then([this](const QJsonObject &body) {
        return m_members.create(body);
    }));
}

Served<HttpReply> Service::updateMember(const HttpRequest &request, const QString &id)
{
    return served(200, bodyOf(request).and_then([&](const QJsonObject &body) {
        return m_members.update(id, body);
    }));
}

Served<HttpReply> Service::moveMember(const HttpRequest &request, const QString &id)
{
    return served(200, bodyOf(request).and_then([&](const QJsonObject &body) {
        return m_members.moveToCompany(id, body);
    }));
}

Served<HttpReply> Service::setMemberStatus(const HttpRequest &request, const QString &id)
{
    return done(bodyOf(request).and_then(
        [&](const QJsonObject &body) { return m_members.setStatus(id, body); }));
}

Served<HttpReply> Service::setPortalAccess(const HttpRequest &request, const QString &id)
{
    return done(bodyOf(request).and_then(
        [&](const QJsonObject &body) { return m_members.setPortalAccess(id, body); }));
}

Served<HttpReply> Service::deleteMember(const HttpRequest & /*request*/, const QString &id)
{
    return served(200, m_members.remove(id));
}

Served<HttpReply> Service::listCompanies(const HttpRequest &request, const QString & /*id*/)
{
    return served(200, m_companies.listing().page(request));
}

Served<HttpReply> Service::getCompany(const HttpRequest & /*request*/, const QString &id)
{
    return served(200, m_companies.get(id));
}

Served<HttpReply> Service::createCompany(const HttpRequest &request, const QString & /*id*/)
{
    return served(201, bodyOf(request).and_then([this](const QJsonObject &body) {
        return m_companies.create(body);
    }));
}

Served<HttpReply> Service::updateCompany(const HttpRequest &request, const QString &id)
{
    return served(200, bodyOf(request).and_then([&](const QJsonObject &body) {
        return m_companies.update(id, body);
    }));
}

Served<HttpReply> Service::deleteCompany(const HttpRequest & /*request*/, const QString &id)
{
    return served(200, m_companies.remove(id));
}

Served<HttpReply> Service::listLocations(const HttpRequest &request, const QString & /*id*/)
{
    return served(200, m_locations.page(request));
}

Served<HttpReply> Service::getLocation(const HttpRequest & /*request*/, const QString &id)
{
    const QJsonObject *location = m_state.locations.find(id);
    if (!location)
        return refused(404, u"Item with Id (%1) was not found"_s.arg(id));
    return HttpReply::json(200, *location);
}

Served<HttpReply> Service::listCustomProperties(const HttpRequest &request, const QString & /*id*/)
{
    return served(200, m_customProperties.page(request));
}

} // namespace twinbook::sandbox::officernd
