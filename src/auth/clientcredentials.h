// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secretstore.h"
#include "net/httpclient.h"
#include "net/tokensource.h"

#include <QDateTime>
#include <QObject>
#include <QStringList>

namespace twinbook {

//! What a customer's own application at OfficeRnD is known by (officernd.md 1.1).
struct ClientCredentials
{
    QString clientId;
    QString secretKey; //!< where the secret store keeps the client secret
    QStringList scopes;
    //! Asked for if `scopes` are refused: one scope that is not granted fails the whole request
    //! (officernd.md 1.2). May be empty.
    QStringList reducedScopes;
};

//! Tokens by the client-credentials grant. Keeps a token in memory until a minute before it
//! expires. All who ask while one is fetched share that one request, because the service allows
//! five in a minute.
class ClientCredentialsTokenSource final : public QObject, public TokenSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientCredentialsTokenSource)

public:
    //! `identity` stands at the identity host and has no token source; its FaultReader answers
    //! Forbidden for a scope that is not granted and Unauthorized for wrong credentials.
    //! Everything referred to must outlive the source, and the source its jobs.
    ClientCredentialsTokenSource(SecretStore &secrets, const Clock &clock, HttpClient &identity,
                                 ClientCredentials credentials, QString service);
    ~ClientCredentialsTokenSource() override;

    [[nodiscard]] std::unique_ptr<TokenJob> token() override;
    [[nodiscard]] Renewal renew(const QByteArray &refused) override;

    //! What the present token may do; empty before the first one.
    [[nodiscard]] const QStringList &grantedScopes() const { return m_grantedScopes; }

Q_SIGNALS:
    //! The request that waiting jobs share has ended.
    void settled();

private:
    friend class SharedTokenJob;

    [[nodiscard]] bool hasUsableToken() const;
    void fetch();
    void readSecret();
    void takeSecret();
    void request(const QStringList &scopes);
    void takeReply(const QStringList &scopes);
    void settle(Result<QByteArray> outcome);

    SecretStore &m_secrets;
    const Clock &m_clock;
    HttpClient &m_identity;
    const ClientCredentials m_credentials;
    const QString m_service;

    std::unique_ptr<TypedJob<std::optional<QString>>> m_secretJob;
    std::unique_ptr<ReplyJob> m_request;
    QString m_secret; //!< only while a request is under way
    Result<QByteArray> m_outcome = QByteArray();
    QDateTime m_usableUntil;
    QDateTime m_lastRenewal;
    QStringList m_grantedScopes;
    bool m_fetching = false;
};

} // namespace twinbook
