// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! Tags of contacts, one and many at a time, and the other calls for many (highlevel.md 2.5).
class ContactTags
{
public:
    //! Neither is owned; both must outlive this.
    ContactTags(State &state, Contacts &contacts)
        : m_state(state)
        , m_contacts(contacts)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> add(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<Outcome> changeMany(const Call &call);
    [[nodiscard]] Served<Outcome> linkBusiness(const Call &call);
    [[nodiscard]] Served<QStringList> tagsIn(const Call &call) const;

    State &m_state;
    Contacts &m_contacts;
};

} // namespace twinbook::sandbox::highlevel
