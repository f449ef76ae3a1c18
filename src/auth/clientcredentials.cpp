// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/clientcredentials.h"

#include "auth/fixedtoken.h"
#include "core/logging.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Error unusableToken(const QString &service)
{
    return {.kind = ErrorKind::BadReply,
            .message = QCoreApplication::translate(
                           "auth", "%1 answered the sign-in with something unexpected. Try again.")
                           .arg(service),
            .detail = u"access_token is not a bearer token"_s};
}

QList<ScopeGroup> groupsOf(const ClientCredentials &credentials)
{
    if (!credentials.groups.isEmpty())
        return credentials.groups;
    if (credentials.reducedScopes.isEmpty())
        return {{u"all"_s, credentials.scopes}};
    QStringList rest = credentials.scopes;
    rest.removeIf([&](const QString &scope) { return credentials.reducedScopes.contains(scope); });
    return {{u"reduced"_s, credentials.reducedScopes}, {u"rest"_s, rest}};
}

} // namespace

ClientCredentialsTokenSource::ClientCredentialsTokenSource(SecretStore &secrets, const Clock &clock,
                                                           HttpClient &identity,
                                                           ClientCredentials credentials,
                                                           QString service)
    : SharedTokenSource(clock)
    , m_secrets(secrets)
    , m_identity(identity)
    , m_credentials(std::move(credentials))
    , m_service(std::move(service))
    , m_negotiation(groupsOf(m_credentials))
{ }

ClientCredentialsTokenSource::~ClientCredentialsTokenSource() = default;

void ClientCredentialsTokenSource::fetch()
{
    runJob(this, m_secrets.read(m_credentials.secretKey),
           [this](const Result<std::optional<QString>> &secret) {
               if (!secret) {
                   end(Failure(secret.error()));
                   return;
               }
               m_secret = secret->value_or(QString()).trimmed();
               if (m_secret.isEmpty())
                   end(Failure(missingSecret(m_service)));
               else
                   negotiate();
           });
}

void ClientCredentialsTokenSource::negotiate()
{
    // Once settled, what was granted is asked for again.
    request(m_negotiation.next().value_or(m_negotiation.grantedScopes()));
}

void ClientCredentialsTokenSource::request(const QStringList &scopes)
{
    HttpRequest request = formRequest({u"oauth"_s, u"token"_s},
                                      {{u"client_id"_s, m_credentials.clientId},
                                       {u"client_secret"_s, m_secret},
                                       {u"grant_type"_s, u"client_credentials"_s},
                                       {u"scope"_s, scopes.join(u' ')}});
    request.expected = {{u"access_token"_s, QJsonValue::String}};
    runJob(this, m_identity.send(request),
           [this, scopes](const Result<QJsonObject> &reply) { takeReply(scopes, reply); });
}

void ClientCredentialsTokenSource::takeReply(const QStringList &scopes,
                                             const Result<QJsonObject> &reply)
{
    if (!reply) {
        takeRefusal(reply.error());
        return;
    }
    const QByteArray token = reply->value("access_token"_L1).toString().toUtf8();
    if (!isBearerToken(token)) {
        end(Failure(unusableToken(m_service)));
        return;
    }
    const double lifetime = std::clamp(reply->value("expires_in"_L1).toDouble(3600), 1.0, 86400.0);
    m_best = IssuedToken {token, clock().now().addSecs(static_cast<qint64>(lifetime))};
    const QString granted = reply->value("scope"_L1).toString();
    m_grantedScopes = granted.isEmpty() ? scopes : granted.split(u' ', Qt::SkipEmptyParts);

    if (m_negotiation.next())
        m_negotiation.granted();
    if (m_negotiation.next())
        negotiate();
    else
        end(*m_best);
}

void ClientCredentialsTokenSource::takeRefusal(const Error &error)
{
    if (error.kind != ErrorKind::Forbidden) {
        // What was granted so far is better than nothing; the rest is asked for next time.
        if (m_best) {
            end(*m_best);
            m_negotiation = ScopeNegotiation(groupsOf(m_credentials));
        } else {
            end(Failure(error));
        }
        return;
    }
    if (!m_negotiation.next()) {
        // A permission was taken away since: find out anew which are left.
        m_negotiation = ScopeNegotiation(groupsOf(m_credentials));
        negotiate();
        return;
    }
    m_negotiation.refused();
    if (m_negotiation.next()) {
        qCInfo(logAuth) << "not all permissions are granted, asking for fewer";
        negotiate();
        return;
    }
    if (m_best) {
        end(*m_best);
        return;
    }
    m_negotiation = ScopeNegotiation(groupsOf(m_credentials));
    end(Failure(error));
}

void ClientCredentialsTokenSource::end(Result<IssuedToken> outcome)
{
    m_secret.fill(u'\0');
    m_secret.clear();
    m_best.reset();
    settle(std::move(outcome));
}

} // namespace twinbook
