// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/ratewindow.h"

#include <QHash>
#include <QSet>

namespace twinbook::sandbox::officernd {

//! Sign-in: client credentials for a customer's own app (officernd.md 1.2) and the authorization
//! code for a partner's (1.3). Scope is mandatory, a bearer token lives one hour. A refresh token
//! works once and is replaced: whether it is is not documented, and a client that keeps the newest
//! works with both.
class TokenDesk
{
public:
    enum class Allowance : quint8 { FewAMinute, Any };
    //! The service answers both kinds of no alike while Quirk::MissingScopeAnswers401 holds.
    enum class Admission : quint8 { Granted, Stranger, ScopeMissing };

    TokenDesk(QString clientId, int requestsPerMinute);

    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    [[nodiscard]] const QString &clientSecret() const { return m_clientSecret; }
    //! A new secret, as the application's page makes one. Issued tokens stay good.
    void changeSecret();
    //! Every token issued so far stops working.
    void revokeTokens();

    //! The page a partner app opens: nobody is asked here, the person is taken to have agreed. Sent
    //! back with code and org_slug, and state if one was given, to an address on this computer.
    [[nodiscard]] HttpReply authorize(const HttpRequest &request, const QString &organization,
                                      const QDateTime &now);
    [[nodiscard]] HttpReply answer(const HttpRequest &request, const QDateTime &now,
                                   Allowance allowance);
    [[nodiscard]] Admission admits(const QString &token, const QString &scope,
                                   const QDateTime &now) const;

private:
    struct Issued
    {
        QDateTime expires;
        QSet<QString> scopes;
    };
    struct Code
    {
        QDateTime expires;
        QString redirect;
        QSet<QString> scopes;
    };
    enum class Renewable : quint8 { No, Yes };

    [[nodiscard]] HttpReply byClientCredentials(const HttpRequest &form, const QDateTime &now);
    [[nodiscard]] HttpReply byCode(const HttpRequest &form, const QDateTime &now);
    [[nodiscard]] HttpReply byRefreshToken(const HttpRequest &form, const QDateTime &now);
    [[nodiscard]] HttpReply issue(const QSet<QString> &scopes, const QDateTime &now,
                                  Renewable renewable);

    QString m_clientId;
    QString m_clientSecret;
    RateWindow m_window;
    QHash<QString, Issued> m_issued;
    QHash<QString, Code> m_codes;
    QHash<QString, QSet<QString>> m_refreshTokens;
};

//! Text that nobody can guess.
[[nodiscard]] QString randomSecret(int bytes);

} // namespace twinbook::sandbox::officernd
