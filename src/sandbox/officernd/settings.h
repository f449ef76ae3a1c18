// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! The organisation and what is set up in its pages: locations, custom properties, business
//! hours, integrations (officernd.md 2.6, 2.8, 2.11). Read only.
class Settings
{
public:
    //! `state` is not owned and must outlive this.
    explicit Settings(State &state);

    void addTo(Routes &routes);

private:
    //! With Quirk::AccountLivesOnRegionHost it names the host for everything else. Only one host
    //! is played, so the named one is the one that was asked.
    [[nodiscard]] QJsonObject organization(const HttpRequest &request) const;

    State &m_state;
    Collection m_locations;
    Collection m_customProperties;
    Collection m_businessHours;
    Collection m_integrations;
};

} // namespace twinbook::sandbox::officernd
