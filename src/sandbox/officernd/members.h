// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/listing.h"
#include "sandbox/officernd/state.h"
#include "sandbox/records/bodyrules.h"

namespace twinbook::sandbox::officernd {

//! The people of OfficeRnD (officernd.md 2.1).
class Members
{
public:
    //! `state` is not owned and must outlive this.
    explicit Members(State &state);

    [[nodiscard]] Listing &listing() { return m_listing; }
    [[nodiscard]] Served<QJsonObject> get(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! Partial. A body that changes nothing keeps modifiedAt (officernd.md 7 item 33).
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! {"company": id} moves the member, null takes it out of its company.
    [[nodiscard]] Served<QJsonObject> moveToCompany(const QString &id, const QJsonObject &body);
    //! former, contact or auto.
    [[nodiscard]] Served<> setStatus(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<> setPortalAccess(const QString &id, const QJsonObject &body) const;
    //! The deleted member.
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

private:
    [[nodiscard]] Served<QJsonObject> checked(const QJsonObject &body, const FieldRules &rules,
                                              const QStringList &required) const;
    [[nodiscard]] QJsonObject store(const QJsonObject &before, QJsonObject after);

    State &m_state;
    Listing m_listing;
};

} // namespace twinbook::sandbox::officernd
