// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! Templates of e-mails and text messages (locations.json): listed and deleted, never written.
class MessageTemplates
{
public:
    //! `state` is not owned and must outlive this.
    explicit MessageTemplates(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> remove(const Call &call);

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
