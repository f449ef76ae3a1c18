// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "net/tokensource.h"

#include <QDateTime>
#include <QObject>

namespace twinbook {

//! A token and how long it is good for.
struct IssuedToken
{
    QByteArray token;
    QDateTime expiresAt; //!< UTC
};

//! The part that all sources of short-lived tokens have in common: the token is kept in memory
//! until a minute before it expires, and all who ask while one is fetched share that fetch.
class SharedTokenSource : public QObject, public TokenSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SharedTokenSource)

public:
    ~SharedTokenSource() override;

    [[nodiscard]] std::unique_ptr<TokenJob> token() final;
    [[nodiscard]] Renewal renew(const QByteArray &refused) final;

Q_SIGNALS:
    //! The fetch that waiting jobs share has ended.
    void settled();

protected:
    //! The clock must outlive the source, and the source its jobs.
    explicit SharedTokenSource(const Clock &clock);

    //! Begins to get a token. Not called again before settle().
    virtual void fetch() = 0;
    void settle(Result<IssuedToken> outcome);

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    //! Whether the token may be given out: not refused, and good for another minute.
    [[nodiscard]] bool isUsable(const IssuedToken &issued) const;

private:
    friend class SharedTokenJob;

    void begin();

    const Clock &m_clock;
    Result<IssuedToken> m_outcome = IssuedToken();
    QByteArray m_refused;
    QDateTime m_lastRenewal;
    bool m_fetching = false;
};

} // namespace twinbook
