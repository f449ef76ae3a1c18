// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/shelf.h"

namespace twinbook::sandbox::highlevel {

//! Tasks that come again by a rule (locations.json). There is no list of them. How they make tasks
//! is not described: here a creation adds the first one to every person it names, unless it asks
//! for none, and no further ones come.
class RecurringTasks
{
public:
    //! Neither is owned; both must outlive this.
    RecurringTasks(State &state, const Contacts &contacts);

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    [[nodiscard]] Served<Outcome> create(const Call &call);
    [[nodiscard]] Served<Outcome> update(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;
    //! 422 for people, users and rules that cannot be.
    [[nodiscard]] Served<> isSound(const QJsonObject &body) const;
    void addFirstTask(const QJsonObject &recurring, const QString &contact);

    State &m_state;
    const Contacts &m_contacts;
    Shelf m_recurring;
};

} // namespace twinbook::sandbox::highlevel
