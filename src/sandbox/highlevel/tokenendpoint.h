// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/tokenstore.h"

namespace twinbook::sandbox::highlevel {

//! The token endpoint and what an agency's token can ask for (highlevel.md 1.3 to 1.5). The
//! answers to a spent refresh token and to wrong client keys are not documented; they are those
//! of OAuth 2 in the service's form.
class TokenEndpoint
{
public:
    //! Neither is owned; both must outlive this.
    TokenEndpoint(const State &state, TokenStore &tokens)
        : m_state(state)
        , m_tokens(tokens)
    { }

    //! POST /oauth/token, which asks for no token and, in the dated versions, for no Version.
    [[nodiscard]] HttpReply token(const HttpRequest &request);
    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] HttpReply exchanged(const QJsonObject &form, Dialect dialect);
    [[nodiscard]] HttpReply refreshed(const QJsonObject &form, Dialect dialect);
    [[nodiscard]] bool knowsClient(const QJsonObject &form) const;
    [[nodiscard]] QJsonObject answer(const TokenStore::Issued &issued, Dialect dialect) const;
    [[nodiscard]] Served<Outcome> locationToken(const Call &call);
    [[nodiscard]] Served<Outcome> installedLocations(const Call &call) const;

    const State &m_state;
    TokenStore &m_tokens;
};

} // namespace twinbook::sandbox::highlevel
