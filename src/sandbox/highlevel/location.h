// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! The one location, its time zones and its agency (highlevel.md 2.7).
class Location
{
public:
    //! `state` is not owned and must outlive this.
    explicit Location(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] QJsonObject shown() const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<Outcome> search(const Call &call) const;
    [[nodiscard]] Served<Outcome> timeZones(const Call &call) const;
    [[nodiscard]] Served<Outcome> company(const Call &call) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
