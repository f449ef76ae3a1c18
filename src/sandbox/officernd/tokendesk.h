// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/http/httpmessage.h"
#include "sandbox/ratewindow.h"

#include <QHash>
#include <QSet>

namespace twinbook::sandbox::officernd {

//! The token endpoint: client credentials only, scope mandatory, one hour of life
//! (officernd.md 1.2).
class TokenDesk
{
public:
    TokenDesk(QString clientId, int requestsPerMinute);

    [[nodiscard]] const QString &clientId() const { return m_clientId; }
    [[nodiscard]] const QString &clientSecret() const { return m_clientSecret; }
    //! A new secret, as the application's page makes one. Issued tokens stay good.
    void changeSecret();
    //! Every token issued so far stops working.
    void revokeTokens() { m_issued.clear(); }

    [[nodiscard]] HttpReply answer(const HttpRequest &request, const QDateTime &now);
    //! Whether the token is alive and was issued with that scope. The service answers both kinds
    //! of no with the same 401 (officernd.md 5).
    [[nodiscard]] bool allows(const QString &token, const QString &scope,
                              const QDateTime &now) const;

private:
    struct Issued
    {
        QDateTime expires;
        QSet<QString> scopes;
    };

    QString m_clientId;
    QString m_clientSecret;
    RateWindow m_window;
    QHash<QString, Issued> m_issued;
};

//! Text that nobody can guess.
[[nodiscard]] QString randomSecret(int bytes);

} // namespace twinbook::sandbox::officernd
