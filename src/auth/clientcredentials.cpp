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

constexpr qint64 marginSeconds = 60;
//! A token that is refused so soon after it was renewed has not expired.
constexpr qint64 secondsBetweenRenewals = 60;

Error unusableToken(const QString &service)
{
    return {.kind = ErrorKind::BadReply,
            .message = QCoreApplication::translate(
                           "auth", "%1 answered the sign-in with something unexpected. Try again.")
                           .arg(service),
            .detail = u"access_token is not a bearer token"_s};
}

} // namespace

//! Waits for the request that all share.
class SharedTokenJob final : public TokenJob
{
public:
    explicit SharedTokenJob(ClientCredentialsTokenSource &source)
        : m_source(source)
    { }

protected:
    void run() override
    {
        if (m_source.hasUsableToken()) {
            finish(m_source.m_outcome);
            return;
        }
        connect(&m_source, &ClientCredentialsTokenSource::settled, this,
                [this] { finish(m_source.m_outcome); });
        m_source.fetch();
    }

    void abort() override
    {
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    ClientCredentialsTokenSource &m_source;
};

ClientCredentialsTokenSource::ClientCredentialsTokenSource(SecretStore &secrets, const Clock &clock,
                                                           HttpClient &identity,
                                                           ClientCredentials credentials,
                                                           QString service)
    : m_secrets(secrets)
    , m_clock(clock)
    , m_identity(identity)
    , m_credentials(std::move(credentials))
    , m_service(std::move(service))
{ }

ClientCredentialsTokenSource::~ClientCredentialsTokenSource() = default;

std::unique_ptr<TokenJob> ClientCredentialsTokenSource::token()
{
    return std::make_unique<SharedTokenJob>(*this);
}

TokenSource::Renewal ClientCredentialsTokenSource::renew(const QByteArray &refused)
{
    if (m_outcome && *m_outcome != refused)
        return Renewal::Possible; // somebody else's refusal has renewed it already
    const QDateTime now = m_clock.now();
    if (m_lastRenewal.isValid() && m_lastRenewal.secsTo(now) < secondsBetweenRenewals)
        return Renewal::Useless;
    m_lastRenewal = now;
    m_usableUntil = {};
    return Renewal::Possible;
}

bool ClientCredentialsTokenSource::hasUsableToken() const
{
    return m_outcome && m_usableUntil.isValid() && m_clock.now() < m_usableUntil;
}

void ClientCredentialsTokenSource::fetch()
{
    if (m_fetching)
        return;
    m_fetching = true;
    readSecret();
}

void ClientCredentialsTokenSource::readSecret()
{
    m_secretJob = m_secrets.read(m_credentials.secretKey);
    connect(m_secretJob.get(), &Job::finished, this, &ClientCredentialsTokenSource::takeSecret);
    m_secretJob->start();
}

void ClientCredentialsTokenSource::takeSecret()
{
    const Result<std::optional<QString>> secret = m_secretJob->result();
    m_secretJob.release()->deleteLater();
    if (!secret) {
        settle(Failure(secret.error()));
        return;
    }
    m_secret = secret->value_or(QString()).trimmed();
    if (m_secret.isEmpty()) {
        settle(Failure(missingSecret(m_service)));
        return;
    }
    request(m_credentials.scopes);
}

void ClientCredentialsTokenSource::request(const QStringList &scopes)
{
    HttpRequest request = formRequest({u"oauth"_s, u"token"_s},
                                      {{u"client_id"_s, m_credentials.clientId},
                                       {u"client_secret"_s, m_secret},
                                       {u"grant_type"_s, u"client_credentials"_s},
                                       {u"scope"_s, scopes.join(u' ')}});
    request.expected = {{u"access_token"_s, QJsonValue::String}};
    m_request = m_identity.send(request);
    connect(m_request.get(), &Job::finished, this, [this, scopes] { takeReply(scopes); });
    m_request->start();
}

void ClientCredentialsTokenSource::takeReply(const QStringList &scopes)
{
    const Result<QJsonObject> reply = m_request->result();
    m_request.release()->deleteLater();
    if (!reply) {
        const bool reducible
            = scopes == m_credentials.scopes && !m_credentials.reducedScopes.isEmpty();
        if (reply.error().kind == ErrorKind::Forbidden && reducible) {
            qCInfo(logAuth) << "not all permissions are granted, asking for fewer";
            request(m_credentials.reducedScopes);
            return;
        }
        settle(Failure(reply.error()));
        return;
    }

    const QByteArray token = reply->value("access_token"_L1).toString().toUtf8();
    if (!isBearerToken(token)) {
        settle(Failure(unusableToken(m_service)));
        return;
    }
    const auto lifetime = static_cast<qint64>(reply->value("expires_in"_L1).toDouble(3600));
    m_usableUntil = m_clock.now().addSecs(std::max<qint64>(lifetime - marginSeconds, 1));
    const QString granted = reply->value("scope"_L1).toString();
    m_grantedScopes = granted.isEmpty() ? scopes : granted.split(u' ', Qt::SkipEmptyParts);
    settle(token);
}

void ClientCredentialsTokenSource::settle(Result<QByteArray> outcome)
{
    m_secret.fill(u'\0');
    m_secret.clear();
    m_fetching = false;
    m_outcome = std::move(outcome);
    Q_EMIT settled();
}

} // namespace twinbook
