// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"
#include "sandbox/officernd/statusboard.h"

namespace twinbook::sandbox::officernd {

//! The people of OfficeRnD (officernd.md 2.1).
class Members : public Collection
{
public:
    //! None of the references is owned; all must outlive this.
    Members(State &state, StatusBoard &board);

    void addTo(Routes &routes);

    //! A member that was merged away is gone, or leads to the one that stayed while
    //! Quirk::MergedMemberVanishes does not hold.
    [[nodiscard]] Served<QJsonObject> get(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! {"company": id} moves the member, null takes it out of its company.
    [[nodiscard]] Served<QJsonObject> moveToCompany(const QString &id, const QJsonObject &body);
    //! former, contact or auto.
    [[nodiscard]] Served<> setStatus(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<> setPortalAccess(const QString &id, const QJsonObject &body) const;
    //! What the merge tool of the admin page does (officernd.md 7 item 13): everything that hangs
    //! on `gone` moves to `kept`, and `gone` is removed.
    [[nodiscard]] Served<> merge(const QString &kept, const QString &gone);

private:
    //! Refused by rule if somebody has the e-mail and Quirk::MemberEmailIsNotUnique does not hold.
    [[nodiscard]] Served<> checkEmail(const QJsonObject &body, const QString &own) const;

    StatusBoard &m_board;
};

} // namespace twinbook::sandbox::officernd
