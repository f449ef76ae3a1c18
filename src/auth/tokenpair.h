// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "core/secretstore.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace twinbook {

//! What a sign-in is worth: a short-lived token and the one that renews it. Lives in memory and in
//! the secret store, never anywhere else.
struct TokenPair
{
    //! For whom HighLevel gave it out. An agency's token opens no sub-account by itself; it is
    //! what an agency's admin gets even after picking one sub-account (highlevel.md 1.3, 1.5).
    enum class Holder : quint8 { Account, Agency };

    QByteArray access;
    QByteArray refresh; //!< spent with its first use where the service rotates
    QDateTime expiresAt; //!< of `access`, UTC
    QStringList scopes; //!< what was granted, which may be less than was asked for
    Holder holder = Holder::Account;
    QString accountId; //!< HighLevel's `locationId`; empty for an agency and elsewhere
    QString agencyId; //!< HighLevel's `companyId`
    QStringList approvedAccounts; //!< HighLevel's `approvedLocations`, for an agency

    friend bool operator==(const TokenPair &, const TokenPair &) = default;
};

//! The pair in a token endpoint's reply received at `now`; nothing if there is no usable token in
//! it. A reply without `refresh_token` keeps that of `previous`, one without `scope` those of
//! `asked` (RFC 6749 5.1, 6).
struct TokenReplyContext
{
    QDateTime now;
    QStringList asked {};
    TokenPair previous {};
};
[[nodiscard]] std::optional<TokenPair> tokenPairOfReply(const QJsonObject &reply,
                                                        const TokenReplyContext &context);

//! Reads the pair kept under `key`; nothing if there is none, or none that can be read. Errors are
//! those of the store.
using StoredPairJob = TypedJob<std::optional<TokenPair>>;
[[nodiscard]] std::unique_ptr<StoredPairJob> readTokenPair(SecretStore &secrets,
                                                           const QString &key);
//! Keeps the pair under `key`, as one entry, so that it is there whole or not at all.
[[nodiscard]] std::unique_ptr<TypedJob<void>> writeTokenPair(SecretStore &secrets,
                                                             const QString &key,
                                                             const TokenPair &pair);

} // namespace twinbook
