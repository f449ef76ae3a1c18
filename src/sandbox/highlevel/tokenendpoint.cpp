// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/tokenendpoint.h"

#include "sandbox/highlevel/paging.h"

#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

struct Name
{
    QLatin1StringView dated;
    QLatin1StringView version3;
};

constexpr std::array names {
    Name {"client_id"_L1, "clientId"_L1},       Name {"client_secret"_L1, "clientSecret"_L1},
    Name {"grant_type"_L1, "grantType"_L1},     Name {"refresh_token"_L1, "refreshToken"_L1},
    Name {"user_type"_L1, "userType"_L1},       Name {"redirect_uri"_L1, "redirectUri"_L1},
    Name {"access_token"_L1, "accessToken"_L1}, Name {"token_type"_L1, "tokenType"_L1},
    Name {"expires_in"_L1, "expiresIn"_L1},
};

QJsonObject datedNames(QJsonObject form, Dialect dialect)
{
    if (dialect == Dialect::Version3) {
        for (const Name &name : names) {
            if (form.contains(name.version3))
                form.insert(name.dated, form.take(name.version3));
        }
    }
    return form;
}

QJsonObject namesOf(Dialect dialect, QJsonObject answer)
{
    if (dialect == Dialect::Version3) {
        for (const Name &name : names) {
            if (answer.contains(name.dated))
                answer.insert(name.version3, answer.take(name.dated));
        }
    }
    return answer;
}

HttpReply oauthError(int status, const QString &error, const QString &description)
{
    return HttpReply::json(status, {{u"error"_s, error}, {u"error_description"_s, description}});
}

HttpReply noSuchClient()
{
    return oauthError(401, u"UnAuthorized!"_s, u"Invalid client credentials!"_s);
}

} // namespace

Operations TokenEndpoint::operations()
{
    const auto exchange = [this](const Call &call) { return locationToken(call); };
    const auto installed = [this](const Call &call) { return installedLocations(call); };
    const QString writing = u"oauth.write"_s;
    const QString reading = u"oauth.readonly"_s;
    const auto newer = Operation::Spoken::Version3Only;
    return {
        {"POST", u"/oauth/locationToken"_s, writing, exchange, TokenKind::Company},
        {"POST", u"/oauth/location-token"_s, writing, exchange, TokenKind::Company, newer},
        {"GET", u"/oauth/installedLocations"_s, reading, installed, TokenKind::Company},
        {"GET", u"/oauth/installed-locations"_s, reading, installed, TokenKind::Company, newer},
    };
}

HttpReply TokenEndpoint::token(const HttpRequest &request)
{
    const Dialect dialect = request.header("version") == "v3" ? Dialect::Version3 : Dialect::Dated;
    const Call call(request, {}, dialect);
    const bool isForm
        = request.header("content-type").startsWith("application/x-www-form-urlencoded");
    const auto sent = call.formOrBody();
    if (!sent || (dialect == Dialect::Dated && !isForm))
        return oauthError(400, u"invalid_request"_s, u"The body must be form-encoded"_s);
    const QJsonObject form = datedNames(*sent, dialect);
    const QString grant = form.value(u"grant_type"_s).toString();
    if (grant == "authorization_code"_L1)
        return exchanged(form, dialect);
    if (grant == "refresh_token"_L1)
        return refreshed(form, dialect);
    return oauthError(400, u"unsupported_grant_type"_s, u"Unsupported grant type"_s);
}

//! The code is looked at before the client's keys (highlevel.md 1.3).
HttpReply TokenEndpoint::exchanged(const QJsonObject &form, Dialect dialect)
{
    const QString code = form.value(u"code"_s).toString();
    if (!m_tokens.knowsCode(code))
        return oauthError(401, u"UnAuthorized!"_s, u"Authorization code not found"_s);
    if (!knowsClient(form))
        return noSuchClient();
    const auto grant = m_tokens.takeCode(code);
    const QString redirect = form.value(u"redirect_uri"_s).toString(grant->redirectUri);
    if (redirect != grant->redirectUri)
        return oauthError(400, u"invalid_grant"_s, u"redirect_uri does not match"_s);
    m_state.tell(
        u"INSTALL"_s,
        {{u"appId"_s, m_tokens.appId()},
         {u"versionId"_s, m_tokens.appId()},
         {u"installType"_s, grant->kind == TokenKind::Location ? u"Location"_s : u"Company"_s},
         {u"companyId"_s, m_state.companyId},
         {u"userId"_s, grant->userId},
         {u"isWhitelabelCompany"_s, false}});
    return HttpReply::json(200, answer(m_tokens.issue(*grant), dialect));
}

HttpReply TokenEndpoint::refreshed(const QJsonObject &form, Dialect dialect)
{
    if (!knowsClient(form))
        return noSuchClient();
    const auto issued = m_tokens.refresh(form.value(u"refresh_token"_s).toString());
    if (!issued)
        return oauthError(400, u"invalid_grant"_s, u"This refresh token is invalid"_s);
    return HttpReply::json(200, answer(*issued, dialect));
}

bool TokenEndpoint::knowsClient(const QJsonObject &form) const
{
    return form.value(u"client_id"_s) == m_tokens.clientId()
        && form.value(u"client_secret"_s) == m_tokens.clientSecret();
}

QJsonObject TokenEndpoint::answer(const TokenStore::Issued &issued, Dialect dialect) const
{
    const bool isLocation = issued.grant.kind == TokenKind::Location;
    QJsonObject object {{u"access_token"_s, issued.accessToken},
                        {u"token_type"_s, u"Bearer"_s},
                        {u"expires_in"_s, accessLife},
                        {u"refresh_token"_s, issued.refreshToken},
                        {u"refreshTokenId"_s, issued.refreshTokenId},
                        {u"scope"_s, issued.grant.scopes.join(u' ')},
                        {u"userType"_s, isLocation ? u"Location"_s : u"Company"_s},
                        {u"companyId"_s, m_state.companyId},
                        {u"userId"_s, issued.grant.userId},
                        {u"isBulkInstallation"_s, false},
                        {u"traceId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    if (isLocation)
        object.insert(u"locationId"_s, m_state.locationId);
    else
        object.insert(u"approvedLocations"_s, QJsonArray {m_state.locationId});
    return namesOf(dialect, object);
}

//! The new token reaches as far as the agency's, which is how its scope "gains oauth.*".
Served<Outcome> TokenEndpoint::locationToken(const Call &call)
{
    const auto form = call.formOrBody();
    if (!form)
        return tl::unexpected(form.error());
    if (form->value(u"companyId"_s) != m_state.companyId)
        return refused(403, u"The token does not have access to this company."_s);
    const QString location = form->value(u"locationId"_s).toString();
    if (const auto place = inLocation(m_state, location); !place)
        return tl::unexpected(place.error());
    const auto bearer = m_tokens.bearerOf(call.request().bearerToken());
    if (!bearer)
        return refused(401, u"Invalid token: access token is invalid"_s);
    Grant grant = bearer->grant;
    grant.kind = TokenKind::Location;
    QJsonObject object = answer(m_tokens.issue(grant), call.dialect());
    object.insert(u"appId"_s, m_tokens.appId());
    object.insert(u"versionId"_s, m_tokens.appId());
    return Outcome {200, object};
}

Served<Outcome> TokenEndpoint::installedLocations(const Call &call) const
{
    if (call.query(u"companyId"_s) != m_state.companyId
        || call.query(u"appId"_s) != m_tokens.appId())
        return refused(
            422, QStringList {u"companyId should not be empty"_s, u"appId should not be empty"_s});
    QJsonArray locations;
    if (call.query(u"locationId"_s, m_state.locationId) == m_state.locationId
        && call.query(u"isInstalled"_s) != "false"_L1)
        locations.append(QJsonObject {{u"_id"_s, m_state.locationId},
                                      {u"name"_s, m_state.name},
                                      {u"address"_s, m_state.country},
                                      {u"isInstalled"_s, true},
                                      {u"versionId"_s, m_tokens.appId()}});
    if (call.dialect() == Dialect::Version3)
        return Outcome {200, {{u"items"_s, locations}, {u"pagination"_s, QJsonObject()}}};
    return Outcome {200,
                    {{u"locations"_s, locations},
                     {u"count"_s, locations.size()},
                     {u"installToFutureLocations"_s, false}}};
}

} // namespace twinbook::sandbox::highlevel
