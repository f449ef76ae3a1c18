// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/refreshingtokensource.h"

#include "auth/fixedtoken.h"
#include "core/logging.h"

namespace twinbook {

namespace {

//! More than the longest renewal of another program: 30 s of repeating and one last answer.
constexpr std::chrono::milliseconds lockPatience = std::chrono::seconds(60);

} // namespace

RefreshingTokenSource::RefreshingTokenSource(const Clock &clock, SecretStore &secrets,
                                             TokenExchange &exchange, QString pairKey,
                                             QString lockFile)
    : SharedTokenSource(clock)
    , m_secrets(secrets)
    , m_exchange(exchange)
    , m_pairKey(std::move(pairKey))
    , m_lockFile(std::move(lockFile))
{ }

RefreshingTokenSource::~RefreshingTokenSource() = default;

void RefreshingTokenSource::fetch()
{
    if (m_unstored)
        lock();
    else
        lookWithoutLock();
}

//! Another program may have renewed the pair already. The store replaces it whole, so reading
//! needs no lock.
void RefreshingTokenSource::lookWithoutLock()
{
    runJob(this, readTokenPair(m_secrets, m_pairKey),
           [this](const Result<std::optional<TokenPair>> &stored) {
               if (!stored)
                   fail(stored.error());
               else if (*stored && isUsable(issued(**stored)))
                   give(**stored);
               else
                   lock();
           });
}

void RefreshingTokenSource::lock()
{
    runJob(this, lockBetweenProcesses(m_lockFile, lockPatience),
           [this](const Result<ProcessLock> &locked) {
               if (!locked) {
                   fail(locked.error());
                   return;
               }
               m_lock = *locked;
               lookAgain();
           });
}

void RefreshingTokenSource::lookAgain()
{
    runJob(this, readTokenPair(m_secrets, m_pairKey),
           [this](const Result<std::optional<TokenPair>> &stored) {
               if (!stored) {
                   fail(stored.error());
                   return;
               }
               const TokenPair pair = stored->value_or(TokenPair());
               if (m_unstored && pair.refresh == m_unstored->inPlaceOf) {
                   keep(pair, m_unstored->renewed);
                   return;
               }
               m_unstored.reset(); // somebody signed in again since
               if (isUsable(issued(pair)))
                   give(pair);
               else
                   renewPair(pair);
           });
}

void RefreshingTokenSource::renewPair(const TokenPair &stored)
{
    if (stored.refresh.isEmpty()) {
        fail(missingSecret(m_exchange.client().service));
        return;
    }
    if (stored.refresh == m_deadRefresh) {
        fail(m_refusal);
        return;
    }
    runJob(this, m_exchange.refresh(stored),
           [this, stored](const Result<TokenPair> &renewed) { takeRenewal(stored, renewed); });
}

void RefreshingTokenSource::takeRenewal(const TokenPair &stored, const Result<TokenPair> &renewed)
{
    if (renewed) {
        keep(stored, *renewed);
        return;
    }
    if (renewed.error().kind == ErrorKind::Unauthorized) {
        qCWarning(logAuth) << "the service refused to renew the sign-in";
        m_deadRefresh = stored.refresh;
        m_refusal = renewed.error();
    }
    fail(renewed.error());
}

void RefreshingTokenSource::keep(const TokenPair &stored, const TokenPair &renewed)
{
    m_unstored = Unstored {renewed, stored.refresh};
    runJob(this, writeTokenPair(m_secrets, m_pairKey, renewed),
           [this, renewed](const Result<> &written) {
               if (!written) {
                   fail(written.error());
                   return;
               }
               m_unstored.reset();
               qCInfo(logAuth) << "the sign-in was renewed";
               give(renewed);
           });
}

void RefreshingTokenSource::give(const TokenPair &pair)
{
    m_lock.reset();
    m_pair = pair;
    settle(issued(pair));
}

void RefreshingTokenSource::fail(const Error &error)
{
    m_lock.reset();
    settle(Failure(error));
}

IssuedToken RefreshingTokenSource::issued(const TokenPair &pair)
{
    return {pair.access, pair.expiresAt};
}

} // namespace twinbook
