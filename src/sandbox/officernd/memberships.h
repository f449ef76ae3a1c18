// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"
#include "sandbox/officernd/statusboard.h"

namespace twinbook::sandbox::officernd {

//! Memberships and the plans they are of (officernd.md 2.9). calculatedStatus follows the clock.
//! The list takes no filters and no order, as testers found; plans are read only.
class Memberships : public Collection
{
public:
    //! None of the references is owned; all must outlive this.
    Memberships(State &state, StatusBoard &board);

    void addTo(Routes &routes);

    //! Of a company, or of a member if isPersonal.
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! startDate, endDate and price only.
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! Refused by rule if it was invoiced, which isLocked tells.
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

private:
    void touch(const QJsonObject &membership);

    StatusBoard &m_board;
    Collection m_plans;
};

} // namespace twinbook::sandbox::officernd
