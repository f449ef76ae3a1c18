// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "facadejourney.h"
#include "officernd/client.h"
#include "officernd/service.h"

namespace twinbook::test {

//! Everything that our client can ask of OfficeRnD, asked once at least, of an organisation that is
//! played.
class OfficeRnDJourney final : public FacadeJourney
{
public:
    explicit OfficeRnDJourney(const std::shared_ptr<OfficeRnDConnection> &connection)
        : m_client(connection)
        , m_service(connection)
    { }

    //! Members and companies with what belongs to them.
    void amongPeople();
    //! Bookings, presence, memberships, settings and webhooks: all but the organisation itself.
    void aroundTheOrganisation();
    //! The people's flows that a synchronization is made of.
    void throughThePort();
    //! Sends everything after it to the organisation's region.
    void toTheOrganisation();

private:
    void withMembers();
    void withCompanies();
    void withOpportunities();
    void withTickets();

    OfficeRnDClient m_client;
    OfficeRnDService m_service;
    officernd::MemberId m_member;
    officernd::CompanyId m_company;
};

} // namespace twinbook::test
