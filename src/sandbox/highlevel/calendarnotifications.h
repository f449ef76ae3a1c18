// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! The messages that calendars send (calendars.json). None is ever sent here.
class CalendarNotifications
{
public:
    //! `state` is not owned and must outlive this.
    explicit CalendarNotifications(State &state);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    //! Several at once, or none of them.
    [[nodiscard]] Served<Outcome> create(const Call &call);
    //! Of that calendar.
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;

    State &m_state;
    Shelf m_notifications;
};

} // namespace twinbook::sandbox::highlevel
