// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/tokendesk.h"

#include "sandbox/officernd/scopes.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

constexpr int tokenLifeSeconds = 3600;

HttpReply oauthError(int status, const QString &error, const QString &description)
{
    return HttpReply::json(status, {{u"error"_s, error}, {u"error_description"_s, description}});
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

HttpReply TokenDesk::answer(const HttpRequest &request, const QDateTime &now)
{
    if (!m_window.take(now)) {
        HttpReply reply = oauthError(429, u"too_many_requests"_s, u"Too Many Requests"_s);
        reply.headers.append({"Retry-After", QByteArray::number(m_window.untilReset(now).count())});
        return reply;
    }
    HttpRequest form;
    form.query = parseUrlEncoded(request.body);
    if (!request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        return oauthError(400, u"invalid_request"_s, u"The body must be form-encoded"_s);
    if (form.queryValue(u"grant_type"_s) != u"client_credentials"_s)
        return oauthError(400, u"unsupported_grant_type"_s, u"Grant type is not supported"_s);
    if (form.queryValue(u"client_id"_s) != m_clientId
        || form.queryValue(u"client_secret"_s) != m_clientSecret)
        return oauthError(401, u"invalid_client"_s, u"Client authentication failed"_s);

    const QString scope = form.queryValue(u"scope"_s).value_or(QString()).simplified();
    const QStringList list = scope.split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> wanted(list.begin(), list.end());
    if (wanted.isEmpty())
        return oauthError(400, u"invalid_scope"_s, u"Scope is required"_s);
    if (!knownScopes().contains(wanted))
        return oauthError(400, u"invalid_scope"_s, u"A requested scope is not allowed"_s);

    m_issued.removeIf([&](const auto &entry) { return entry.value().expires <= now; });
    const QString token = randomSecret(32);
    m_issued.insert(token, {now.addSecs(tokenLifeSeconds), wanted});
    return HttpReply::json(200,
                           {{u"access_token"_s, token},
                            {u"token_type"_s, u"Bearer"_s},
                            {u"expires_in"_s, tokenLifeSeconds - 1},
                            {u"scope"_s, scope}});
}

bool TokenDesk::allows(const QString &token, const QString &scope, const QDateTime &now) const
{
    const auto issued = m_issued.constFind(token);
    return issued != m_issued.constEnd() && now < issued->expires && issued->scopes.contains(scope);
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
