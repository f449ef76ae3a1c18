// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/bookings.h"
#include "officernd/companies.h"
#include "officernd/connection.h"
#include "officernd/customproperties.h"
#include "officernd/locations.h"
#include "officernd/members.h"
#include "officernd/memberships.h"
#include "officernd/opportunities.h"
#include "officernd/organizations.h"
#include "officernd/presence.h"
#include "officernd/tickets.h"
#include "officernd/webhooks.h"

namespace twinbook {

//! Everything that can be asked of one OfficeRnD organisation, by resource. Every call makes a job
//! that has not started; the client must outlive its jobs. One thread.
//!
//! Errors carry sentences. What breaks a rule of the service that is known before is refused with
//! ErrorKind::InvalidInput without a request. Nothing is written that was not named: no status, no
//! tag and no custom property changes by the way.
class OfficeRnDClient final
{
public:
    //! Shares sign-in and allowance with all others on the connection. A person waits for what is
    //! asked, unless it is part of a sweep that nobody watches.
    explicit OfficeRnDClient(std::shared_ptr<OfficeRnDConnection> connection,
                             Lane lane = Lane::Person)
        : m_connection(std::move(connection))
        , m_lane(lane)
    { }

    //! Reading it first sends everything else to the organisation's region.
    [[nodiscard]] std::unique_ptr<TypedJob<officernd::Organization>> organization() const
    {
        return officernd::organizationJob(account());
    }
    [[nodiscard]] officernd::CustomProperties customProperties() const
    {
        return officernd::CustomProperties(account());
    }
    [[nodiscard]] officernd::Locations locations() const { return officernd::Locations(account()); }
    [[nodiscard]] officernd::Members members() const { return officernd::Members(account()); }
    [[nodiscard]] officernd::Companies companies() const { return officernd::Companies(account()); }
    [[nodiscard]] officernd::Opportunities opportunities() const
    {
        return officernd::Opportunities(account());
    }
    [[nodiscard]] officernd::Tickets tickets() const { return officernd::Tickets(account()); }
    [[nodiscard]] officernd::Memberships memberships() const
    {
        return officernd::Memberships(account());
    }
    [[nodiscard]] officernd::Bookings bookings() const { return officernd::Bookings(account()); }
    [[nodiscard]] officernd::Presence presence() const { return officernd::Presence(account()); }
    [[nodiscard]] officernd::Webhooks webhooks() const { return officernd::Webhooks(account()); }

private:
    [[nodiscard]] officernd::Account &account() const { return m_connection->account(m_lane); }

    std::shared_ptr<OfficeRnDConnection> m_connection;
    Lane m_lane;
};

} // namespace twinbook
