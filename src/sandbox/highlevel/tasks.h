// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! The tasks of contacts and the search over all of them (highlevel.md 2.5). A task shows neither
//! when it was made nor when it was changed, and leaves its contact's dateUpdated alone: whether
//! it does is not known, and a client that copes with this copes with more.
class Tasks
{
public:
    //! Neither is owned; both must outlive this.
    Tasks(State &state, const Contacts &contacts)
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
    [[nodiscard]] Served<Outcome> complete(const Call &call);
    [[nodiscard]] Served<Outcome> remove(const Call &call);
    [[nodiscard]] Served<Outcome> search(const Call &call) const;
    //! The task named by a path with contact and task.
    [[nodiscard]] Served<QJsonObject> find(const Call &call) const;
    [[nodiscard]] Served<QJsonObject> accepted(const QJsonObject &body,
                                               const QStringList &required) const;
    [[nodiscard]] Outcome store(const QJsonObject &before, const QJsonObject &after);

    State &m_state;
    const Contacts &m_contacts;
};

} // namespace twinbook::sandbox::highlevel
