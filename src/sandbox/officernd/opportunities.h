// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"
#include "sandbox/officernd/statusboard.h"

namespace twinbook::sandbox::officernd {

//! Deals and their stages (officernd.md 2.3). An open one makes its member a lead.
class Opportunities : public Collection
{
public:
    //! None of the references is owned; all must outlive this.
    Opportunities(State &state, StatusBoard &board);

    void addTo(Routes &routes);

    //! Needs a member or a company; without a stage it starts in the first.
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

private:
    void touch(const QJsonObject &opportunity);

    StatusBoard &m_board;
    Collection m_stages;
};

} // namespace twinbook::sandbox::officernd
