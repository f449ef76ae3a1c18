// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <span>

namespace twinbook::officernd {

//! Every operation of the API that this client knows, in the order of operations().
enum class Operation : quint8 {
    GetOrganization,
    ListCustomProperties,
    ListLocations,
    GetLocation,
    ListMembers,
    CountMembers,
    GetMember,
    CreateMember,
    UpdateMember,
    UpdateMemberStatus,
    UpdateMemberCompany,
    ListCompanies,
    GetCompany,
    CreateCompany,
    UpdateCompany,
    ListOpportunities,
    GetOpportunity,
    CreateOpportunity,
    UpdateOpportunity,
    ListOpportunityStatuses,
    ListTickets,
    GetTicket,
    CreateTicket,
    UpdateTicket,
    ListTicketComments,
    AddTicketComment,
    ListTicketOptions,
    ListMemberships,
    GetMembership,
    ListPlans,
    ListBookings,
    ListBookingOccurrences,
    GetBooking,
    ListCheckins,
    ListVisitors,
    ListVisits,
    ListWebhooks,
    GetWebhook,
    CreateWebhook,
    DeleteWebhook,
};

//! How an operation goes over the wire (officernd.md 6).
struct OperationFacts
{
    //! What a reply must have to be believed.
    enum class Reply : quint8 {
        Named, //!< `name`
        Item, //!< `_id`
        Page, //!< `results`
        Count, //!< `total`
        Any, //!< also nothing
    };

    Operation operation;
    const char *name; //!< "listMembers"
    HttpMethod method;
    const char *path; //!< below the organisation, such as "members/{memberId}"
    const char *permission; //!< without the "flex." that all of them start with
    Reply reply;
};

[[nodiscard]] std::span<const OperationFacts> operations();
[[nodiscard]] const OperationFacts &factsOf(Operation operation);
//! "flex.community.members.read"
[[nodiscard]] QString permissionOf(Operation operation);

//! A request without a body. `id` takes the place of the one in braces. ErrorKind::InvalidInput
//! for an id of another form: it would be another address or a fault of the service's own
//! (officernd.md 5).
[[nodiscard]] Result<HttpRequest> operationRequest(Operation operation, const QString &id = {},
                                                   const QueryItems &query = {});
//! A request with a body. Creations are marked as not to be repeated.
[[nodiscard]] Result<HttpRequest> writeRequest(Operation operation, const QString &id,
                                               const QJsonObject &body);

} // namespace twinbook::officernd
