// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! What contacts take part in: followers, campaigns, workflows, and the lists to choose from
//! (highlevel.md 2.5). Nothing runs: an enrolment is only remembered.
class Memberships
{
public:
    //! Neither is owned; both must outlive this.
    Memberships(State &state, Contacts &contacts)
        : m_state(state)
        , m_contacts(contacts)
    { }

    //! They refer to this object.
    [[nodiscard]] Operations operations();

private:
    enum class Kind : quint8 { Workflow, Campaign };
    [[nodiscard]] Served<Outcome> changeFollowers(const Call &call);
    [[nodiscard]] Served<Outcome> enrol(const Call &call, Kind kind);
    [[nodiscard]] Served<Outcome> withdraw(const Call &call, Kind kind);
    [[nodiscard]] Served<Outcome> leaveAllCampaigns(const Call &call);
    [[nodiscard]] Served<Outcome> list(const Call &call, Kind kind) const;
    //! The contact's id, if both it and the workflow or campaign of the path exist.
    [[nodiscard]] Served<QString> participant(const Call &call, Kind kind) const;
    [[nodiscard]] const RecordTable &tableOf(Kind kind) const
    {
        return kind == Kind::Workflow ? m_state.workflows : m_state.campaigns;
    }
    //! The ids of a contact's enrolments; an empty target means all of that kind.
    [[nodiscard]] QStringList enrolments(const QString &contactId, Kind kind,
                                         const QString &target) const;
    void tellCampaign(const QString &contactId, const QString &campaignId,
                      const QString &status) const;

    State &m_state;
    Contacts &m_contacts;
};

} // namespace twinbook::sandbox::highlevel
