// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! The notes of contacts (highlevel.md 2.5): no paging, no list over contacts, no date of change.
//! Like Tasks they leave their contact's dateUpdated alone.
class Notes
{
public:
    //! Neither is owned; both must outlive this.
    Notes(State &state, const Contacts &contacts)
        : m_state(state)
        , m_contacts(contacts)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> list(const Call &call) const;
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    //! The note named by a path with contact and note.
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;
    [[nodiscard]] Served<QJsonObject> accepted(const Call &call, const QStringList &required) const;

    State &m_state;
    const Contacts &m_contacts;
};

} // namespace twinbook::sandbox::highlevel
