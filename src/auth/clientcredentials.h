// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/scopenegotiation.h"
#include "auth/sharedtokensource.h"
#include "core/secretstore.h"
#include "net/httpclient.h"

#include <optional>

namespace twinbook {

//! What a customer's own application at OfficeRnD is known by (officernd.md 1.1).
struct ClientCredentials
{
    QString clientId;
    QString secretKey; //!< where the secret store keeps the client secret
    QStringList scopes;
    //! What is settled for if not all of `scopes` are granted. May be empty.
    QStringList reducedScopes;
    //! Instead of the two above: the permissions by feature, the first group required. One that is
    //! not granted does not take the others along.
    QList<ScopeGroup> groups {};
};

//! Tokens by the client-credentials grant. The first one may take several requests, which keep to
//! the service's limit of five a minute (officernd.md 1.2), until it is known which permissions
//! are granted; what was found out is kept for the ones that follow.
class ClientCredentialsTokenSource final : public SharedTokenSource
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

    //! What the present token may do; empty before the first one.
    [[nodiscard]] const QStringList &grantedScopes() const { return m_grantedScopes; }
    //! Keys of the groups that were refused; empty before the first token.
    [[nodiscard]] QStringList refusedGroups() const { return m_negotiation.refusedGroups(); }

private:
    void fetch() override;
    void negotiate();
    void request(const QStringList &scopes);
    void takeReply(const QStringList &scopes, const Result<QJsonObject> &reply);
    void takeRefusal(const Error &error);
    void end(Result<IssuedToken> outcome);

    SecretStore &m_secrets;
    HttpClient &m_identity;
    const ClientCredentials m_credentials;
    const QString m_service;

    QString m_secret; //!< only while requests are under way
    ScopeNegotiation m_negotiation;
    //! Of the negotiation under way: good, though more may be granted still.
    std::optional<IssuedToken> m_best;
    QStringList m_grantedScopes;
};

} // namespace twinbook
