// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/tokendesk.h"

#include "sandbox/officernd/scopes.h"

#include <QRandomGenerator>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

constexpr int tokenLifeSeconds = 3600;
constexpr int codeLifeSeconds = 600;

HttpReply oauthError(int status, const QString &error, const QString &description)
{
    return HttpReply::json(status, {{u"error"_s, error}, {u"error_description"_s, description}});
}

QString valueOf(const HttpRequest &form, const QString &name)
{
    return form.queryValue(name).value_or(QString());
}

QSet<QString> scopesIn(const QString &text)
{
    const QStringList list = text.simplified().split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

//! "" if every scope may be asked for. The samples of the partner flow ask for the two of version
//! 1 (officernd.md 1.3).
QString scopeProblem(const QSet<QString> &wanted)
{
    if (wanted.isEmpty())
        return u"Scope is required"_s;
    static const QSet<QString> allowed
        = knownScopes() + QSet<QString> {firstVersionRead(), firstVersionWrite()};
    return allowed.contains(wanted) ? QString() : u"A requested scope is not allowed"_s;
}

bool isOnThisComputer(const QUrl &url)
{
    static const QStringList hosts {u"127.0.0.1"_s, u"localhost"_s, u"::1"_s};
    return url.isValid() && url.scheme() == "http"_L1 && hosts.contains(url.host());
}

QString joined(const QSet<QString> &scopes)
{
    QStringList list(scopes.begin(), scopes.end());
    list.sort();
    return list.join(u' ');
}

} // namespace

TokenDesk::TokenDesk(QString clientId, int requestsPerMinute)
    : m_clientId(std::move(clientId))
    , m_clientSecret(randomSecret(24))
    , m_window(requestsPerMinute, std::chrono::minutes(1))
{ }

void TokenDesk::changeSecret()
{
    m_clientSecret = randomSecret(24);
}

void TokenDesk::revokeTokens()
{
    m_issued.clear();
    m_codes.clear();
    m_refreshTokens.clear();
}

HttpReply TokenDesk::authorize(const HttpRequest &request, const QString &organization,
                               const QDateTime &now)
{
    const QString redirect = valueOf(request, u"redirect_uri"_s);
    QUrl target(redirect, QUrl::StrictMode);
    // A wrong client or address is told here: nobody may be sent to an address nobody registered.
    if (valueOf(request, u"client_id"_s) != m_clientId || !isOnThisComputer(target))
        return oauthError(400, u"invalid_request"_s, u"Unknown client or redirect URI"_s);

    const QSet<QString> scopes = scopesIn(valueOf(request, u"scope"_s));
    QUrlQuery query(target);
    if (valueOf(request, u"response_type"_s) != u"code"_s) {
        query.addQueryItem(u"error"_s, u"unsupported_response_type"_s);
    } else if (!scopeProblem(scopes).isEmpty()) {
        query.addQueryItem(u"error"_s, u"invalid_scope"_s);
    } else {
        const QString code = randomSecret(24);
        m_codes.insert(code, {now.addSecs(codeLifeSeconds), redirect, scopes});
        query.addQueryItem(u"code"_s, code);
        query.addQueryItem(u"org_slug"_s, organization);
    }
    if (const auto state = request.queryValue(u"state"_s))
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(*state)));
    target.setQuery(query);
    HttpReply reply = HttpReply::empty(302);
    reply.headers.append({"Location", target.toEncoded()});
    return reply;
}

HttpReply TokenDesk::answer(const HttpRequest &request, const QDateTime &now, Allowance allowance)
{
    if (allowance == Allowance::FewAMinute && !m_window.take(now)) {
        HttpReply reply = oauthError(429, u"too_many_requests"_s, u"Too Many Requests"_s);
        reply.headers.append({"Retry-After", QByteArray::number(m_window.untilReset(now).count())});
        return reply;
    }
    if (!request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        return oauthError(400, u"invalid_request"_s, u"The body must be form-encoded"_s);
    HttpRequest form;
    form.query = parseUrlEncoded(request.body);
    const QString grant = valueOf(form, u"grant_type"_s);
    const bool isKnown = grant == "client_credentials"_L1 || grant == "authorization_code"_L1
        || grant == "refresh_token"_L1;
    if (!isKnown)
        return oauthError(400, u"unsupported_grant_type"_s, u"Grant type is not supported"_s);
    if (valueOf(form, u"client_id"_s) != m_clientId
        || valueOf(form, u"client_secret"_s) != m_clientSecret)
        return oauthError(401, u"invalid_client"_s, u"Client authentication failed"_s);
    m_issued.removeIf([&](const auto &entry) { return entry.value().expires <= now; });
    if (grant == "authorization_code"_L1)
        return byCode(form, now);
    return grant == "refresh_token"_L1 ? byRefreshToken(form, now) : byClientCredentials(form, now);
}

HttpReply TokenDesk::byClientCredentials(const HttpRequest &form, const QDateTime &now)
{
    const QSet<QString> scopes = scopesIn(valueOf(form, u"scope"_s));
    if (const QString problem = scopeProblem(scopes); !problem.isEmpty())
        return oauthError(400, u"invalid_scope"_s, problem);
    return issue(scopes, now, Renewable::No);
}

HttpReply TokenDesk::byCode(const HttpRequest &form, const QDateTime &now)
{
    const Code code = m_codes.take(valueOf(form, u"code"_s));
    if (!code.expires.isValid() || code.expires <= now
        || code.redirect != valueOf(form, u"redirect_uri"_s))
        return oauthError(400, u"invalid_grant"_s, u"Authorization code is invalid or expired"_s);
    return issue(code.scopes, now, Renewable::Yes);
}

HttpReply TokenDesk::byRefreshToken(const HttpRequest &form, const QDateTime &now)
{
    const auto scopes = m_refreshTokens.constFind(valueOf(form, u"refresh_token"_s));
    if (scopes == m_refreshTokens.constEnd())
        return oauthError(400, u"invalid_grant"_s, u"Refresh token is invalid"_s);
    const QSet<QString> granted = *scopes;
    m_refreshTokens.erase(scopes);
    return issue(granted, now, Renewable::Yes);
}

HttpReply TokenDesk::issue(const QSet<QString> &scopes, const QDateTime &now, Renewable renewable)
{
    const QString token = randomSecret(32);
    m_issued.insert(token, {now.addSecs(tokenLifeSeconds), scopes});
    QJsonObject body {{u"access_token"_s, token},
                      {u"token_type"_s, u"Bearer"_s},
                      {u"expires_in"_s, tokenLifeSeconds - 1},
                      {u"scope"_s, joined(scopes)}};
    if (renewable == Renewable::Yes) {
        const QString refresh = randomSecret(32);
        m_refreshTokens.insert(refresh, scopes);
        body.insert(u"refresh_token"_s, refresh);
    }
    return HttpReply::json(200, body);
}

TokenDesk::Admission TokenDesk::admits(const QString &token, const QString &scope,
                                       const QDateTime &now) const
{
    const auto issued = m_issued.constFind(token);
    if (issued == m_issued.constEnd() || issued->expires <= now)
        return Admission::Stranger;
    const QString older = scope.endsWith(".read"_L1) ? firstVersionRead() : firstVersionWrite();
    return issued->scopes.contains(scope) || issued->scopes.contains(older)
        ? Admission::Granted
        : Admission::ScopeMissing;
}

QString randomSecret(int bytes)
{
    QByteArray secret(bytes, Qt::Uninitialized);
    for (char &byte : secret)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return QString::fromLatin1(
        secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace twinbook::sandbox::officernd
