// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/bookings.h"
#include "sandbox/officernd/companies.h"
#include "sandbox/officernd/contracts.h"
#include "sandbox/officernd/events.h"
#include "sandbox/officernd/members.h"
#include "sandbox/officernd/memberships.h"
#include "sandbox/officernd/opportunities.h"
#include "sandbox/officernd/presence.h"
#include "sandbox/officernd/settings.h"
#include "sandbox/officernd/tickets.h"
#include "sandbox/officernd/tokendesk.h"
#include "sandbox/officernd/webhooks.h"
#include "sandbox/ratewindow.h"
#include "sandbox/sandboxoptions.h"
#include "sandbox/servicefront.h"

namespace twinbook::sandbox::officernd {

//! OfficeRnD: the token endpoint at /oauth/token, the page for partner apps at /oauth/authorize and
//! API v2 below /api/v2/organizations/{slug}. Errors have the form of officernd.md 5.
class Service final : public PlayedService
{
public:
    //! Neither `state` nor `post` is owned; both must outlive the service.
    Service(State &state, SandboxOptions::Pace pace, EventPost &post);
    ~Service() override;

    [[nodiscard]] HttpReply handle(const HttpRequest &request) override;
    [[nodiscard]] HttpReply errorReply(const HttpRequest &request, int status,
                                       const QString &message) const override;
    [[nodiscard]] HttpReply emptyList() const override;
    [[nodiscard]] QJsonObject memory() const override { return m_state.toJson(); }
    [[nodiscard]] HttpReply recall(const QJsonObject &memory, const HttpRequest &request) override;

    [[nodiscard]] TokenDesk &tokens() { return m_tokens; }
    [[nodiscard]] Members &members() { return m_members; }
    [[nodiscard]] StatusBoard &board() { return m_board; }
    //! Every operation that is served.
    [[nodiscard]] const Routes &routes() const { return m_routes; }

private:
    //! Reads and writes have budgets of their own (officernd.md 3) while
    //! Quirk::ReadsAndWritesAreCountedApart holds, else one together.
    struct Budget
    {
        QByteArray name; //!< in the headers
        RateWindow minute;
        RateWindow day;
    };
    [[nodiscard]] Budget &budgetFor(const HttpRequest &request);
    [[nodiscard]] Served<HttpReply> handleApi(const HttpRequest &request);
    [[nodiscard]] HttpReply failureReply(const HttpRequest &request,
                                         const ServiceFailure &failure) const;

    State &m_state;
    StatusBoard m_board;
    TokenDesk m_tokens;
    Settings m_settings;
    Members m_members;
    Companies m_companies;
    Opportunities m_opportunities;
    Tickets m_tickets;
    Memberships m_memberships;
    Bookings m_bookings;
    Presence m_presence;
    Contracts m_contracts;
    Events m_events;
    Webhooks m_webhooks;
    Routes m_routes;
    Budget m_reads;
    Budget m_writes;
    Budget m_together;
};

} // namespace twinbook::sandbox::officernd
