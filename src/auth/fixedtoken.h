// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secretstore.h"
#include "net/tokensource.h"

#include <QString>

namespace twinbook {

//! A token that a person pasted once: HighLevel's private integration token. Read from the secret
//! store at the first use, and again after a service refused it.
class FixedTokenSource final : public TokenSource
{
public:
    //! `secrets` must outlive the source. `service` is the name people know.
    FixedTokenSource(SecretStore &secrets, QString secretKey, QString service);
    ~FixedTokenSource() override;

    [[nodiscard]] std::unique_ptr<TokenJob> token() override;
    [[nodiscard]] Renewal renew(const QByteArray &refused) override;

private:
    friend class FixedTokenJob;

    SecretStore &m_secrets;
    QByteArray m_token;
    QString m_secretKey;
    QString m_service;
};

//! The error for a secret that is not in the store: the person was never signed in on this
//! computer, or the entry was removed.
[[nodiscard]] Error missingSecret(const QString &service);

} // namespace twinbook
