// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! The users of the location, to read only (highlevel.md 2.7).
class Users
{
public:
    //! `state` is not owned and must outlive this.
    explicit Users(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> search(const Call &call) const;
    [[nodiscard]] Served<Outcome> searchByEmail(const Call &call) const;
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
