// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

#include <QDateTime>

namespace twinbook::sandbox::highlevel {

//! What somebody agreed to.
struct Grant
{
    TokenKind kind = TokenKind::Location;
    QStringList scopes {};
    QString userId {}; //!< who agreed
    QString redirectUri {}; //!< where the code went
};

//! The private token and everything that was issued to the one app, never saved
//! (highlevel.md 1.3 to 1.5).
class TokenStore
{
public:
    //! `state` is not owned and must outlive this.
    explicit TokenStore(const State &state);

    //! The app's; new with each sandbox.
    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    [[nodiscard]] const QString &clientSecret() const { return m_clientSecret; }
    [[nodiscard]] QString appId() const { return m_clientId.section(u'-', 0, 0); }
    [[nodiscard]] const QString &privateToken() const { return m_privateToken; }
    //! All sign-ins end, and the private token is another.
    void revokeEverything();

    //! A code that is good once, for ten minutes.
    [[nodiscard]] QString issueCode(const Grant &grant);
    //! The grant behind a code, which is spent by this.
    [[nodiscard]] std::optional<Grant> takeCode(const QString &code);
    //! Whether takeCode() would find it.
    [[nodiscard]] bool knowsCode(const QString &code) const;

    struct Issued
    {
        QString accessToken;
        QString refreshToken;
        QString refreshTokenId;
        Grant grant;
    };
    [[nodiscard]] Issued issue(const Grant &grant);
    //! A new pair for a refresh token, which is spent by it; within 30 seconds the same again.
    //! Without Quirk::RefreshTokenRotates the refresh token stays. Nothing if it is no good.
    [[nodiscard]] std::optional<Issued> refresh(const QString &refreshToken);

    enum class Reach : quint8 { ListedScopes, EveryScope };
    struct Bearer
    {
        Grant grant;
        Reach reach;
    };
    //! Who a request comes from. Nothing for a token that is unknown or has ended.
    [[nodiscard]] std::optional<Bearer> bearerOf(const QString &token) const;

private:
    struct Code
    {
        Grant grant;
        QDateTime ends;
    };
    struct Access
    {
        Grant grant;
        QDateTime ends;
    };
    struct Refresh
    {
        Grant grant;
        QDateTime ends;
        QString id;
        QDateTime spent {};
        Issued successor {};
    };
    void rotatePrivateToken();
    [[nodiscard]] QString newJwt(const Grant &grant, qint64 seconds) const;
    [[nodiscard]] QString issueAccess(const Grant &grant);

    const State &m_state;
    QString m_clientId;
    QString m_clientSecret;
    QString m_privateToken;
    QHash<QString, Code> m_codes;
    QHash<QString, Access> m_access;
    QHash<QString, Refresh> m_refresh;
};

//! `expires_in` of an access token, in seconds.
constexpr int accessLife = 86399;

} // namespace twinbook::sandbox::highlevel
