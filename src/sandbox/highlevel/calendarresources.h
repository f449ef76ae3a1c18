// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! Rooms and equipment that calendars need (calendars.json). The file names no id in the answers,
//! although every further call wants one: here it is told.
class CalendarResources
{
public:
    //! `state` is not owned and must outlive this.
    explicit CalendarResources(State &state);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;
    //! 422 for calendars that are not there.
    [[nodiscard]] Served<> knowsCalendars(const QJsonObject &body) const;

    State &m_state;
    Shelf m_resources;
};

} // namespace twinbook::sandbox::highlevel
