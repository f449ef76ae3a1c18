// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

namespace twinbook::testing {

//! Builds plans with the real planner from a few people written as text. The mapping has name,
//! e-mail, phone and city; an emptied city erases.
class PlanBuilder
{
public:
    PlanBuilder();

    //! A person of one side: name, e-mail, phone, city. Ids are "l1", "l2"... and "r1", "r2"...
    int add(Side side, const QString &name, const QString &email, const QString &phone = {},
            const QString &city = {}, const QDateTime &modified = {});
    //! Links the two and notes on what they last agreed, by row.
    void link(int left, int right, const QStringList &agreed);
    [[nodiscard]] PreparedPlanPtr build() const;

private:
    std::shared_ptr<PreparedPlan> m_prepared;
};

} // namespace twinbook::testing
