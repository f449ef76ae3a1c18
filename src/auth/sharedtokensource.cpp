// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/sharedtokensource.h"

namespace twinbook {

namespace {

constexpr qint64 marginSeconds = 60;
//! A token that is refused so soon after it was renewed has not expired.
constexpr qint64 secondsBetweenRenewals = 60;

} // namespace

//! Waits for the fetch that all share.
class SharedTokenJob final : public TokenJob
{
public:
    explicit SharedTokenJob(SharedTokenSource &source)
        : m_source(source)
    { }

protected:
    void run() override
    {
        if (m_source.m_outcome && m_source.isUsable(*m_source.m_outcome)) {
            take();
            return;
        }
        connect(&m_source, &SharedTokenSource::settled, this, &SharedTokenJob::take);
        m_source.begin();
    }

    void abort() override
    {
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void take()
    {
        finish(m_source.m_outcome.map([](const IssuedToken &issued) { return issued.token; }));
    }

    SharedTokenSource &m_source;
};

SharedTokenSource::SharedTokenSource(const Clock &clock)
    : m_clock(clock)
{ }

SharedTokenSource::~SharedTokenSource() = default;

std::unique_ptr<TokenJob> SharedTokenSource::token()
{
    return std::make_unique<SharedTokenJob>(*this);
}

TokenSource::Renewal SharedTokenSource::renew(const QByteArray &refused)
{
    if (m_outcome && m_outcome->token != refused)
        return Renewal::Possible; // somebody else's refusal has renewed it already
    const QDateTime now = m_clock.now();
    if (m_lastRenewal.isValid() && m_lastRenewal.secsTo(now) < secondsBetweenRenewals)
        return Renewal::Useless;
    m_lastRenewal = now;
    m_refused = refused;
    return Renewal::Possible;
}

bool SharedTokenSource::isUsable(const IssuedToken &issued) const
{
    return !issued.token.isEmpty() && issued.token != m_refused
        && m_clock.now().secsTo(issued.expiresAt) > marginSeconds;
}

void SharedTokenSource::begin()
{
    if (m_fetching)
        return;
    m_fetching = true;
    fetch();
}

void SharedTokenSource::settle(Result<IssuedToken> outcome)
{
    m_fetching = false;
    m_outcome = std::move(outcome);
    // A service may insist on the token it has just refused; asking on and on would not help.
    if (m_outcome)
        m_refused.clear();
    Q_EMIT settled();
}

} // namespace twinbook
