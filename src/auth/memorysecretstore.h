// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secretstore.h"

#include <QHash>

namespace twinbook {

//! Secrets for as long as the program runs: practice mode, and a computer without a password store
//! when a person chose to stay signed in only until closing. Always ready, never written anywhere.
class MemorySecretStore final : public SecretStore
{
public:
    MemorySecretStore();
    ~MemorySecretStore() override;

    [[nodiscard]] std::unique_ptr<TypedJob<SecretStoreState>> state() override;
    [[nodiscard]] std::unique_ptr<TypedJob<std::optional<QString>>> read(
        const QString &key) override;
    [[nodiscard]] std::unique_ptr<TypedJob<void>> write(const QString &key,
                                                        const QString &secret) override;
    [[nodiscard]] std::unique_ptr<TypedJob<void>> remove(const QString &key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace twinbook
