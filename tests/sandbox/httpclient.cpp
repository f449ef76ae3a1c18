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
    const Response response = requestToken(
        u"flex.community.members.read flex.community.members.create flex.community.members.update "
        "flex.community.members.delete flex.community.members.portalAccess.update "
        "flex.community.companies.read flex.community.companies.create "
        "flex.community.companies.update flex.community.companies.delete "
        "flex.space.locations.read flex.settings.customProperties.read "
        "flex.settings.organization.read"_s);
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
