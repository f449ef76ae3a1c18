// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QString>

#include <memory>
#include <optional>

namespace twinbook {

//! What the computer's password store can do now. Asked before anything is read, because a locked
//! store may answer "no such entry" (experience.md M9).
enum class SecretStoreState : quint8 {
    Absent, //!< there is none
    Locked,
    Ready,
};

//! The port for secrets. Two implementations: the system keyring, and memory only for practice
//! mode. Nothing else in the program keeps a secret.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore();

    [[nodiscard]] virtual std::unique_ptr<TypedJob<SecretStoreState>> state() = 0;
    //! The secret, or std::nullopt if the store is ready and has no such entry. A store that is
    //! absent or locked is an error of kind KeyringAbsent or KeyringLocked.
    [[nodiscard]] virtual std::unique_ptr<TypedJob<std::optional<QString>>> read(const QString &key)
        = 0;
    [[nodiscard]] virtual std::unique_ptr<TypedJob<void>> write(const QString &key,
                                                                const QString &secret)
        = 0;
    //! Removing what is not there succeeds.
    [[nodiscard]] virtual std::unique_ptr<TypedJob<void>> remove(const QString &key) = 0;
};

} // namespace twinbook
