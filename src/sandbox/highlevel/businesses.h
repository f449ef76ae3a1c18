// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

namespace twinbook::sandbox::highlevel {

//! Companies: the business calls and the search over them as objects (highlevel.md 2.7). They
//! raise no events.
class Businesses
{
public:
    //! `state` is not owned and must outlive this.
    explicit Businesses(State &state)
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
    [[nodiscard]] Served<Outcome> schema(const Call &call) const;
    [[nodiscard]] Served<Outcome> search(const Call &call) const;
    [[nodiscard]] Served<QJsonObject> find(const QString &id) const;
    [[nodiscard]] Outcome stored(int status, QJsonObject business);

    State &m_state;
};

} // namespace twinbook::sandbox::highlevel
