// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"
#include "net/tokensource.h"

namespace twinbook::test {

//! What a service without words of its own makes of a refusal.
class PlainFaults final : public FaultReader
{
public:
    [[nodiscard]] Error read(const Fault &fault) const override
    {
        last = fault;
        return commonError(fault, QStringLiteral("Testservice"));
    }
    [[nodiscard]] Again again(const Fault &fault) const override
    {
        return permanent ? Again::Never : FaultReader::again(fault);
    }
    mutable Fault last;
    bool permanent = false;
};

class ReadyToken final : public TokenJob
{
public:
    explicit ReadyToken(QByteArray token)
        : m_token(std::move(token))
    { }

protected:
    void run() override { finish(m_token); }
    void abort() override { finish(m_token); }

private:
    QByteArray m_token;
};

//! "token-0", and "token-1" after a renewal.
class CountingTokens final : public TokenSource
{
public:
    [[nodiscard]] std::unique_ptr<TokenJob> token() override
    {
        return std::make_unique<ReadyToken>("token-" + QByteArray::number(renewals));
    }
    [[nodiscard]] Renewal renew(const QByteArray &) override
    {
        if (fixed)
            return Renewal::Useless;
        ++renewals;
        return Renewal::Possible;
    }
    int renewals = 0;
    bool fixed = false;
};

} // namespace twinbook::test
