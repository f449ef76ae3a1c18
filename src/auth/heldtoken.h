// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/tokensource.h"

namespace twinbook {

//! A token that is at hand and used for a few requests: that of a sign-in which is not stored yet.
class HeldToken final : public TokenSource
{
public:
    explicit HeldToken(QByteArray token);
    ~HeldToken() override;

    [[nodiscard]] std::unique_ptr<TokenJob> token() override;
    [[nodiscard]] Renewal renew(const QByteArray &refused) override;

private:
    QByteArray m_token;
};

} // namespace twinbook
