// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/tokenstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

constexpr qint64 codeLife = 600;
constexpr qint64 refreshLife = 365LL * 24 * 3600;
constexpr qint64 refreshGrace = 30;
constexpr int signatureBytes = 256; // of RS256 with a 2048 bit key

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QString base64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString newUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

TokenStore::TokenStore(const State &state)
    : m_state(state)
    , m_clientId(QString::fromLatin1(randomBytes(12).toHex()) + u'-'
                 + QString::fromLatin1(randomBytes(4).toHex()))
    , m_clientSecret(newUuid())
{
    rotatePrivateToken();
}

void TokenStore::rotatePrivateToken()
{
    m_privateToken = u"pit-"_s + newUuid();
}

void TokenStore::revokeEverything()
{
    rotatePrivateToken();
    m_codes.clear();
    m_access.clear();
    m_refresh.clear();
}

QString TokenStore::issueCode(const Grant &grant)
{
    const QString code = QString::fromLatin1(randomBytes(20).toHex());
    m_codes.insert(code, {grant, m_state.stamps.now().addSecs(codeLife)});
    return code;
}

bool TokenStore::knowsCode(const QString &code) const
{
    const auto found = m_codes.constFind(code);
    return found != m_codes.constEnd() && m_state.stamps.now() < found->ends;
}

std::optional<Grant> TokenStore::takeCode(const QString &code)
{
    if (!knowsCode(code))
        return std::nullopt;
    return m_codes.take(code).grant;
}

TokenStore::Issued TokenStore::issue(const Grant &grant)
{
    const Issued issued {.accessToken = issueAccess(grant),
                         .refreshToken = newJwt(grant, refreshLife),
                         .refreshTokenId = QString::fromLatin1(randomBytes(12).toHex()),
                         .grant = grant};
    m_refresh.insert(issued.refreshToken,
                     {grant, m_state.stamps.now().addSecs(refreshLife), issued.refreshTokenId});
    return issued;
}

std::optional<TokenStore::Issued> TokenStore::refresh(const QString &refreshToken)
{
    const QDateTime now = m_state.stamps.now();
    const auto found = m_refresh.constFind(refreshToken);
    if (found == m_refresh.constEnd() || found->ends <= now)
        return std::nullopt;
    if (!m_state.quirks.holds(Quirk::RefreshTokenRotates))
        return Issued {issueAccess(found->grant), refreshToken, found->id, found->grant};
    if (found->spent.isValid())
        return now < found->spent.addSecs(refreshGrace) ? std::optional(found->successor)
                                                        : std::nullopt;
    const Issued successor = issue(found->grant);
    Refresh &spent = m_refresh[refreshToken];
    spent.spent = now;
    spent.successor = successor;
    return successor;
}

std::optional<TokenStore::Bearer> TokenStore::bearerOf(const QString &token) const
{
    if (token == m_privateToken)
        return Bearer {{}, Reach::EveryScope};
    const auto found = m_access.constFind(token);
    if (found == m_access.constEnd() || found->ends <= m_state.stamps.now())
        return std::nullopt;
    return Bearer {found->grant, Reach::ListedScopes};
}

QString TokenStore::issueAccess(const Grant &grant)
{
    const QDateTime now = m_state.stamps.now();
    m_access.removeIf([&](const auto &entry) { return entry.value().ends <= now; });
    const QString token = newJwt(grant, accessLife);
    m_access.insert(token, {grant, now.addSecs(accessLife)});
    return token;
}

//! Of the form of a real one; the signature is noise, which nobody but the service could tell.
QString TokenStore::newJwt(const Grant &grant, qint64 seconds) const
{
    const bool isLocation = grant.kind == TokenKind::Location;
    const QString owner = isLocation ? m_state.locationId : m_state.companyId;
    const qint64 now = m_state.stamps.now().toSecsSinceEpoch();
    const QJsonObject header {{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}};
    const QJsonObject payload {
        {u"authClass"_s, isLocation ? u"Location"_s : u"Company"_s},
        {u"authClassId"_s, owner},
        {u"primaryAuthClassId"_s, owner},
        {u"source"_s, u"INTEGRATION"_s},
        {u"sourceId"_s, m_clientId},
        {u"channel"_s, u"OAUTH"_s},
        {u"oauthMeta"_s, QJsonObject {{u"scopes"_s, QJsonArray::fromStringList(grant.scopes)}}},
        {u"jti"_s, newUuid()},
        {u"iat"_s, now},
        {u"exp"_s, now + seconds}};
    const auto part = [](const QJsonObject &object) {
        return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
    };
    return part(header) + u'.' + part(payload) + u'.' + base64Url(randomBytes(signatureBytes));
}

} // namespace twinbook::sandbox::highlevel
