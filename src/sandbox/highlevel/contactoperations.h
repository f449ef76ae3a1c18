// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/dice.h"
#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/contactsearch.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! The requests for contacts themselves (highlevel.md 2.2 to 2.4).
class ContactOperations
{
public:
    //! None of the references is owned; all must outlive this. One creation in `creationsPer422`
    //! is answered with 422 and has happened, if Quirk::CreateMayAnswer422 holds; 0 means none.
    ContactOperations(State &state, Contacts &contacts, int creationsPer422);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> search(const Call &call);
    [[nodiscard]] Served<Outcome> list(const Call &call);
    [[nodiscard]] Served<Outcome> listOfBusiness(const Call &call);
    [[nodiscard]] Served<Outcome> findDuplicate(const Call &call);
    [[nodiscard]] Served<Outcome> get(const Call &call);
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<Outcome> upsert(const Call &call);
    [[nodiscard]] bool losesThisAnswer();

    State &m_state;
    Contacts &m_contacts;
    ContactSearch m_search;
    int m_creationsPer422;
    Dice m_dice;
};

} // namespace twinbook::sandbox::highlevel
