// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

namespace twinbook::sandbox {

//! A new Ed25519 key pair (highlevel.md 4.4). The private half never leaves this object.
class SigningKey
{
public:
    SigningKey();
    ~SigningKey();
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;

    //! 64 bytes; empty if the computer's cryptography refuses, which it does not.
    [[nodiscard]] QByteArray signature(const QByteArray &message) const;
    //! SubjectPublicKeyInfo in PEM, as the service publishes its own.
    [[nodiscard]] QByteArray publicKeyPem() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace twinbook::sandbox
