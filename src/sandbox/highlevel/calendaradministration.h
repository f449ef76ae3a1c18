// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! Making, changing and deleting calendars, and when they are free (calendars.json). What becomes
//! of the appointments of a deleted calendar is told nowhere: here they go with it.
class CalendarAdministration
{
public:
    //! `state` is not owned and must outlive this.
    explicit CalendarAdministration(State &state);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    //! By day: the beginnings of the slots that nothing stands in.
    [[nodiscard]] Served<Outcome> freeSlots(const Call &call) const;
    //! 422 for a group that is not there.
    [[nodiscard]] Served<> knowsGroup(const QJsonObject &body) const;

    State &m_state;
    Shelf m_calendars;
};

} // namespace twinbook::sandbox::highlevel
