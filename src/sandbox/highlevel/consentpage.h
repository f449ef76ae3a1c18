// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/tokenstore.h"

namespace twinbook::sandbox::highlevel {

//! The page that asks whether an app may come in (highlevel.md 1.2). A form that is posted back to
//! the same address; then the browser is sent to the app with a code. As the administrator of the
//! agency one gets a token of the agency, as that of the location one of the location.
//!
//! Unlike the real portal it knows no list of registered addresses and takes every address on this
//! computer, and no other: nothing that is practised here leaves it.
class ConsentPage
{
public:
    //! Neither is owned; both must outlive this.
    ConsentPage(const State &state, TokenStore &tokens)
        : m_state(state)
        , m_tokens(tokens)
    { }

    //! Whether a path is that of the page, old or new.
    [[nodiscard]] static bool isAt(const QString &path);
    [[nodiscard]] HttpReply answer(const HttpRequest &request);

private:
    [[nodiscard]] HttpReply question(const HttpRequest &asked) const;
    [[nodiscard]] HttpReply decision(const HttpRequest &form);

    const State &m_state;
    TokenStore &m_tokens;
};

} // namespace twinbook::sandbox::highlevel
