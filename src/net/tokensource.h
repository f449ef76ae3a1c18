// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QByteArray>

#include <memory>

namespace twinbook {

using TokenJob = TypedJob<QByteArray>;

//! The port through which a request gets its bearer token.
class TokenSource
{
public:
    //! What can be done about a token that a service refused.
    enum class Renewal : quint8 {
        Possible, //!< the next token() gives a fresh one
        Useless, //!< it is fixed, or was renewed a moment ago: the refusal has another cause
    };

    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource();

    //! A usable token. Errors carry a sentence for people.
    [[nodiscard]] virtual std::unique_ptr<TokenJob> token() = 0;
    //! Tells that the service refused this token.
    [[nodiscard]] virtual Renewal renew(const QByteArray &refused) = 0;
};

//! Whether the text can be sent as a bearer token (RFC 6750 2.1). Anything else, such as a line
//! break from a careless paste, would break the header it stands in.
[[nodiscard]] bool isBearerToken(const QByteArray &text);

} // namespace twinbook
