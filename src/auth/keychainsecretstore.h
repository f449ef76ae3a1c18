// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secretstore.h"

#include <QString>

namespace twinbook {

//! Secrets in the system's password store through QtKeychain, never in the plain-text fallback it
//! offers. Every access asks for the state first, so that a locked or missing store is an error of
//! its own and never "no such entry".
class KeychainSecretStore final : public SecretStore
{
public:
    //! `service` is the name under which the store keeps the entries.
    explicit KeychainSecretStore(QString service = QStringLiteral("app.twinbook.Twinbook"));
    ~KeychainSecretStore() override;

    [[nodiscard]] std::unique_ptr<TypedJob<SecretStoreState>> state() override;
    [[nodiscard]] std::unique_ptr<TypedJob<std::optional<QString>>> read(
        const QString &key) override;
    [[nodiscard]] std::unique_ptr<TypedJob<void>> write(const QString &key,
                                                        const QString &secret) override;
    [[nodiscard]] std::unique_ptr<TypedJob<void>> remove(const QString &key) override;

private:
    QString m_service;
};

} // namespace twinbook
