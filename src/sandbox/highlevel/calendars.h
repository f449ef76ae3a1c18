// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! Calendars, their events by time, blocked slots and the notes of appointments
//! (highlevel.md 2.8).
class Calendars
{
public:
    //! `state` is not owned and must outlive this.
    explicit Calendars(State &state)
        : m_state(state)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    //! The records of `table` that overlap the asked time, of one calendar or user.
    [[nodiscard]] Served<Outcome> events(const Call &call, const RecordTable &table) const;
    [[nodiscard]] Served<Outcome> removeEvent(const Call &call);
    [[nodiscard]] Served<Outcome> block(const Call &call);
    [[nodiscard]] Served<Outcome> listNotes(const Call &call) const;
    [[nodiscard]] Served<Outcome> writeNote(const Call &call);
    [[nodiscard]] Served<Outcome> removeNote(const Call &call);
    [[nodiscard]] Served<QJsonObject> findNote(const Call &call) const;

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
