// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! The location's dictionary of tags (highlevel.md 2.7). What renaming or deleting an entry does
//! to contacts is not known; here it does nothing, and the old tag stays on them.
class TagDictionary
{
public:
    //! `state` is not owned and must outlive this.
    explicit TagDictionary(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> rename(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;
    //! The name in the body as it will be stored; refused if it is blank or taken.
    [[nodiscard]] Served<QString> newName(const Call &call) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
