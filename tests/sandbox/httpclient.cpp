// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

Response HttpClient::send(const QByteArray &method, const QUrl &url,
                          const QList<QPair<QByteArray, QByteArray>> &headers,
                          const QByteArray &body, int timeout)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(timeout);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy); // a test looks where it leads
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(timeout + 1000);

    Response response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.error = reply->error();
    if (reply->isOpen()) // an aborted reply is closed
        response.body = reply->readAll();
    response.json = QJsonDocument::fromJson(response.body).object();
    const auto pairs = reply->rawHeaderPairs();
    for (const auto &[name, value] : pairs)
        response.headers.insert(name.toLower(), value);
    return response;
}

Response HttpClient::requestToken(const QString &scope)
{
    const SandboxCredentials secrets = m_sandbox.credentials();
    const QString form = u"grant_type=client_credentials&client_id=%1&client_secret=%2"_s.arg(
        secrets.clientId, secrets.clientSecret);
    QUrl url = m_sandbox.identityUrl();
    url.setPath(u"/oauth/token"_s);
    const QByteArray body = form.toUtf8()
        + (scope.isEmpty() ? QByteArray() : "&scope=" + QUrl::toPercentEncoding(scope));
    return send("POST", url, {{"Content-Type", "application/x-www-form-urlencoded"}}, body);
}

void HttpClient::signIn()
{
    static const QStringList scopes {u"community.members.read"_s,
                                     u"community.members.create"_s,
                                     u"community.members.update"_s,
                                     u"community.members.delete"_s,
                                     u"community.members.portalAccess.update"_s,
                                     u"community.companies.read"_s,
                                     u"community.companies.create"_s,
                                     u"community.companies.update"_s,
                                     u"community.companies.delete"_s,
                                     u"community.opportunities.read"_s,
                                     u"community.opportunities.create"_s,
                                     u"community.opportunities.update"_s,
                                     u"community.opportunities.delete"_s,
                                     u"community.opportunityStatuses.read"_s,
                                     u"community.memberships.read"_s,
                                     u"community.memberships.create"_s,
                                     u"community.memberships.update"_s,
                                     u"community.memberships.delete"_s,
                                     u"community.contracts.read"_s,
                                     u"community.checkins.read"_s,
                                     u"community.checkins.create"_s,
                                     u"community.checkins.update"_s,
                                     u"community.visitors.read"_s,
                                     u"community.visitors.create"_s,
                                     u"community.visitors.delete"_s,
                                     u"community.visits.read"_s,
                                     u"community.visits.create"_s,
                                     u"community.visits.delete"_s,
                                     u"community.receptionFlows.read"_s,
                                     u"collaboration.tickets.read"_s,
                                     u"collaboration.tickets.create"_s,
                                     u"collaboration.tickets.update"_s,
                                     u"collaboration.ticketComments.read"_s,
                                     u"collaboration.ticketComments.create"_s,
                                     u"collaboration.ticketOptions.read"_s,
                                     u"collaboration.events.read"_s,
                                     u"collaboration.events.create"_s,
                                     u"collaboration.events.update"_s,
                                     u"collaboration.events.delete"_s,
                                     u"settings.integrations.read"_s,
                                     u"billing.plans.read"_s,
                                     u"space.bookings.read"_s,
                                     u"space.bookings.create"_s,
                                     u"space.bookings.update"_s,
                                     u"space.bookings.delete"_s,
                                     u"space.bookings.cancel"_s,
                                     u"space.bookings.validate"_s,
                                     u"space.locations.read"_s,
                                     u"settings.customProperties.read"_s,
                                     u"settings.organization.read"_s,
                                     u"settings.businessHours.read"_s,
                                     u"settings.webhooks.read"_s,
                                     u"settings.webhooks.create"_s,
                                     u"settings.webhooks.update"_s,
                                     u"settings.webhooks.delete"_s};
    const Response response = requestToken(u"flex."_s + scopes.join(u" flex."_s));
    m_token = response.json.value(u"access_token"_s).toString();
}

Response HttpClient::officernd(const QByteArray &method, const QString &path,
                               const QJsonObject &body)
{
    const QUrl url(m_sandbox.officerndUrl().toString() + "/api/v2/organizations/"_L1
                       + m_sandbox.credentials().organization + path,
                   QUrl::StrictMode);
    const bool hasBody = method == "POST" || method == "PUT";
    return send(
        method, url,
        {{"Authorization", "Bearer " + m_token.toUtf8()}, {"Content-Type", "application/json"}},
        hasBody ? QJsonDocument(body).toJson() : QByteArray());
}

Response HttpClient::highlevel(const QByteArray &method, const QString &path,
                               const QJsonObject &body, const QByteArray &version)
{
    const QUrl url(m_sandbox.highlevelUrl().toString() + path, QUrl::StrictMode);
    QList<QPair<QByteArray, QByteArray>> headers {
        {"Authorization", "Bearer " + m_sandbox.credentials().privateToken.toUtf8()},
        {"Content-Type", "application/json"}};
    if (!version.isEmpty())
        headers.append({"Version", version});
    const bool hasBody = method != "GET" && !(method == "DELETE" && body.isEmpty());
    return send(method, url, headers, hasBody ? QJsonDocument(body).toJson() : QByteArray());
}

Response HttpClient::search(QJsonObject body)
{
    body.insert(u"locationId"_s, m_sandbox.credentials().locationId);
    return highlevel("POST", u"/contacts/search"_s, body);
}

} // namespace twinbook::sandbox
