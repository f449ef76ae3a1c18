// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/state.h"

namespace twinbook::sandbox::officernd {

//! The status of members and companies, which the platform computes from memberships and open
//! opportunities unless a person chose it for a member (officernd.md 2.1). A computed change does
//! not touch modifiedAt and is not announced: nobody knows whether it is (officernd.md 9 item 5),
//! and a client that copes with silence copes with both. Does nothing while
//! Quirk::StatusIsComputed does not hold.
class StatusBoard
{
public:
    //! `state` is not owned and must outlive this.
    explicit StatusBoard(State &state)
        : m_state(state)
    { }

    //! What the platform makes of that member, as it would be shown now.
    [[nodiscard]] QString memberStatus(const QJsonObject &member) const;
    [[nodiscard]] QString companyStatus(const QString &companyId) const;

    //! Something hanging on these changed; "" for none. Their status is computed anew.
    void touched(const QString &memberId, const QString &companyId);
    //! Everybody's.
    void computeAll();
    //! Everybody's, if a membership began or ended since the last time.
    void passTime();

private:
    struct Owned;
    [[nodiscard]] Owned ownedBy(const QString &key) const;
    [[nodiscard]] QString verdict(const Owned &owned, const QString &nothing) const;
    void showMember(const QString &id);
    void showCompany(const QString &id);

    State &m_state;
    //! The first moment at which a membership begins or ends; "" for never. Good for the revision
    //! of the memberships it was computed for.
    QString m_nextTurn;
    quint64 m_revision = ~0ULL;
};

//! not_started, active, expired or not_approved at that moment (officernd.md 2.9).
[[nodiscard]] QString calculatedStatus(const QJsonObject &membership, const QString &now);

} // namespace twinbook::sandbox::officernd
