// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/heldtoken.h"

namespace twinbook {

namespace {

class HeldTokenJob final : public TokenJob
{
public:
    explicit HeldTokenJob(QByteArray token)
        : m_token(std::move(token))
    { }

protected:
    void run() override { finish(m_token); }
    void abort() override
    {
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    QByteArray m_token;
};

} // namespace

HeldToken::HeldToken(QByteArray token)
    : m_token(std::move(token))
{ }

HeldToken::~HeldToken() = default;

std::unique_ptr<TokenJob> HeldToken::token()
{
    return std::make_unique<HeldTokenJob>(m_token);
}

TokenSource::Renewal HeldToken::renew(const QByteArray &)
{
    return Renewal::Useless;
}

} // namespace twinbook
