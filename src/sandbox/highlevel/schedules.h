// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! Working hours of users, which calendars may follow (calendars.json).
class Schedules
{
public:
    //! `state` is not owned and must outlive this.
    explicit Schedules(State &state);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> search(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    enum class Link : quint8 { Made, Undone };
    [[nodiscard]] Served<Outcome> associate(const Call &call, Link link);
    [[nodiscard]] QJsonObject stamped(QJsonObject schedule);

    State &m_state;
    Shelf m_schedules;
};

} // namespace twinbook::sandbox::highlevel
