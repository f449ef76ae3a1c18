// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/processlock.h"
#include "auth/sharedtokensource.h"
#include "auth/tokenexchange.h"

#include <optional>

namespace twinbook {

//! Tokens of a sign-in through the browser. Renews the stored pair when it runs out; only one
//! program on this computer does so at a time, because the refresh token is spent with its first
//! use (highlevel.md 7 items 1 and 2).
//!
//! Promises:
//! - A new pair is in the secret store before it is used. If it cannot be stored it is kept, and
//!   stored before anything else is tried.
//! - A stored pair is never removed. Once the service refused to renew it, ErrorKind::Unauthorized
//!   is answered without asking again, until another pair is stored.
//! - A program killed between the answer and the store goes on from the old pair, which the
//!   service renews once more for 30 s.
class RefreshingTokenSource final : public SharedTokenSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RefreshingTokenSource)

public:
    //! `pairKey` is where the pair is stored; `lockFile` stands in the data directory. Everything
    //! referred to must outlive the source.
    RefreshingTokenSource(const Clock &clock, SecretStore &secrets, TokenExchange &exchange,
                          QString pairKey, QString lockFile);
    ~RefreshingTokenSource() override;

    //! The pair last read or stored; nothing before the first token.
    [[nodiscard]] const std::optional<TokenPair> &pair() const { return m_pair; }

private:
    void fetch() override;
    void lookWithoutLock();
    void lock();
    void lookAgain();
    void renewPair(const TokenPair &stored);
    void takeRenewal(const TokenPair &stored, const Result<TokenPair> &renewed);
    void keep(const TokenPair &stored, const TokenPair &renewed);
    void give(const TokenPair &pair);
    void fail(const Error &error);
    [[nodiscard]] static IssuedToken issued(const TokenPair &pair);

    //! A pair that the service gave and the store did not take.
    struct Unstored
    {
        TokenPair renewed;
        QByteArray inPlaceOf; //!< the refresh token it was given for
    };

    SecretStore &m_secrets;
    TokenExchange &m_exchange;
    const QString m_pairKey;
    const QString m_lockFile;
    ProcessLock m_lock;
    std::optional<TokenPair> m_pair;
    std::optional<Unstored> m_unstored;
    QByteArray m_deadRefresh;
    Error m_refusal;
};

} // namespace twinbook
