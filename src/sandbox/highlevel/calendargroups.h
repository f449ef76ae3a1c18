// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! Groups that calendars stand in (calendars.json). Their slugs are part of public addresses, so
//! each stands once. A deleted group leaves its calendars alone.
class CalendarGroups
{
public:
    //! `state` is not owned and must outlive this.
    explicit CalendarGroups(State &state);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> setStatus(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<Outcome> checkSlug(const Call &call) const;
    [[nodiscard]] bool isTaken(const QString &slug, const QString &exceptBy = {}) const;

    State &m_state;
    Shelf m_groups;
};

} // namespace twinbook::sandbox::highlevel
