// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! The definitions of custom fields (highlevel.md 2.6). An uploaded file is answered as documented
//! and kept nowhere.
class CustomFields
{
public:
    //! `state` is not owned and must outlive this.
    explicit CustomFields(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<Outcome> upload(const Call &call) const;
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
