// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/state.h"

namespace twinbook::sandbox::officernd {

//! What the organisation set up in its pages for everybody to use.
struct Catalogue
{
    QList<QJsonObject> monthlyPlans;
    QJsonObject dayPass; //!< a plan that is bought once
    QList<QJsonObject> stages; //!< of opportunities
    QStringList ticketTypes; //!< ids of options
    QStringList severities;
    QStringList priorities;
    QStringList rooms; //!< ids of bookable resources, which this service does not list
    QString receptionFlow;
};

//! Puts plans, stages, ticket options, opening hours and the reception flow into the state.
[[nodiscard]] Catalogue furnishCatalogue(State &state);

} // namespace twinbook::sandbox::officernd
