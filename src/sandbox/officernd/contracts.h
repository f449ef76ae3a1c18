// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! Contracts, which the API only reads (officernd.md 6). What they are made of is told nowhere but
//! by those who refer to them: a membership names its contract.
class Contracts : public Collection
{
public:
    //! `state` is not owned and must outlive this.
    explicit Contracts(State &state);

    void addTo(Routes &routes);
};

//! Contracts for the companies' memberships, events and one integration, made in the service's own
//! pages. In a row of ids of their own: those of the people stay what they were.
void furnishAgreements(State &state);

} // namespace twinbook::sandbox::officernd
