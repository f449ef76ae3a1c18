// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/webhooks/signingkey.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace twinbook::sandbox {

namespace {

struct Release
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO *memory) const { BIO_free(memory); }
};

template<class T>
using Owned = std::unique_ptr<T, Release>;

} // namespace

struct SigningKey::Private
{
    Owned<EVP_PKEY> key {EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")};
};

SigningKey::SigningKey()
    : m_d(std::make_unique<Private>())
{ }

SigningKey::~SigningKey() = default;

QByteArray SigningKey::signature(const QByteArray &message) const
{
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const auto length = static_cast<size_t>(message.size());
    size_t size = 0;
    // Ed25519 hashes by itself: no digest is named, and the message goes in at one go.
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_d->key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, bytes(message), length) != 1)
        return {};
    QByteArray result(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(result.data()), &size,
                       bytes(message), length)
        != 1)
        return {};
    return result;
}

QByteArray SigningKey::publicKeyPem() const
{
    const Owned<BIO> memory(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PUBKEY(memory.get(), m_d->key.get()) != 1)
        return {};
    const char *text = nullptr;
    const auto size = BIO_ctrl(memory.get(), BIO_CTRL_INFO, 0, &text);
    return {text, static_cast<qsizetype>(size)};
}

} // namespace twinbook::sandbox
