// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! Appointments, by contact and by calendar (highlevel.md 2.5 and 2.8). The one rule of free
//! slots: two appointments of a calendar must not overlap each other or a blocked slot.
class Appointments
{
public:
    //! Neither is owned; both must outlive this.
    Appointments(State &state, const Contacts &contacts)
        : m_state(state)
        , m_contacts(contacts)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> ofContact(const Call &call) const;
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> get(const Call &call) const;
    [[nodiscard]] Served<QJsonObject> find(const QString &id) const;
    //! The appointment with the body's members set, or why that cannot be.
    [[nodiscard]] Served<QJsonObject> booked(const QJsonObject &before,
                                             const QJsonObject &body) const;
    [[nodiscard]] bool isFree(const QJsonObject &appointment) const;
    [[nodiscard]] Outcome stored(QJsonObject appointment, const QString &event);

    State &m_state;
    const Contacts &m_contacts;
};

} // namespace twinbook::sandbox::highlevel
