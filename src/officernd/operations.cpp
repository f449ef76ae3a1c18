// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/operations.h"

#include "officernd/rules.h"

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

using enum HttpMethod;
using enum OperationFacts::Reply;

constexpr auto organizationRead = "settings.organization.read";
constexpr auto locationsRead = "space.locations.read";
constexpr auto membersRead = "community.members.read";
constexpr auto membersUpdate = "community.members.update";
constexpr auto companiesRead = "community.companies.read";
constexpr auto opportunitiesRead = "community.opportunities.read";
constexpr auto ticketsRead = "collaboration.tickets.read";
constexpr auto membershipsRead = "community.memberships.read";
constexpr auto bookingsRead = "space.bookings.read";
constexpr auto webhooksRead = "settings.webhooks.read";

// clang-format off
constexpr std::array table {
    OperationFacts {Operation::GetOrganization, "getOrganization", Get, "", organizationRead, Named},
    OperationFacts {Operation::ListCustomProperties, "listCustomProperties", Get, "custom-properties", "settings.customProperties.read", Page},
    OperationFacts {Operation::ListLocations, "listLocations", Get, "locations", locationsRead, Page},
    OperationFacts {Operation::GetLocation, "getLocation", Get, "locations/{locationId}", locationsRead, Item},
    OperationFacts {Operation::ListMembers, "listMembers", Get, "members", membersRead, Page},
    OperationFacts {Operation::CountMembers, "countMembers", Get, "members/count", membersRead, Count},
    OperationFacts {Operation::GetMember, "getMember", Get, "members/{memberId}", membersRead, Item},
    OperationFacts {Operation::CreateMember, "createMember", Post, "members", "community.members.create", Item},
    OperationFacts {Operation::UpdateMember, "updateMember", Put, "members/{memberId}", membersUpdate, Any},
    OperationFacts {Operation::UpdateMemberStatus, "updateMemberStatus", Put, "members/{memberId}/status", membersUpdate, Any},
    OperationFacts {Operation::UpdateMemberCompany, "updateMemberCompany", Put, "members/{memberId}/company", membersUpdate, Any},
    OperationFacts {Operation::ListCompanies, "listCompanies", Get, "companies", companiesRead, Page},
    OperationFacts {Operation::GetCompany, "getCompany", Get, "companies/{companyId}", companiesRead, Item},
    OperationFacts {Operation::CreateCompany, "createCompany", Post, "companies", "community.companies.create", Item},
    OperationFacts {Operation::UpdateCompany, "updateCompany", Put, "companies/{companyId}", "community.companies.update", Any},
    OperationFacts {Operation::ListOpportunities, "listOpportunities", Get, "opportunities", opportunitiesRead, Page},
    OperationFacts {Operation::GetOpportunity, "getOpportunity", Get, "opportunities/{opportunityId}", opportunitiesRead, Item},
    OperationFacts {Operation::CreateOpportunity, "createOpportunity", Post, "opportunities", "community.opportunities.create", Item},
    OperationFacts {Operation::UpdateOpportunity, "updateOpportunity", Put, "opportunities/{opportunityId}", "community.opportunities.update", Any},
    OperationFacts {Operation::ListOpportunityStatuses, "listOpportunityStatuses", Get, "opportunity-statuses", "community.opportunityStatuses.read", Page},
    OperationFacts {Operation::ListTickets, "listTickets", Get, "tickets", ticketsRead, Page},
    OperationFacts {Operation::GetTicket, "getTicket", Get, "tickets/{ticketId}", ticketsRead, Item},
    OperationFacts {Operation::CreateTicket, "createTicket", Post, "tickets", "collaboration.tickets.create", Item},
    OperationFacts {Operation::UpdateTicket, "updateTicket", Put, "tickets/{ticketId}", "collaboration.tickets.update", Any},
    OperationFacts {Operation::ListTicketComments, "listTicketComments", Get, "ticket-comments/{ticketId}", "collaboration.ticketComments.read", Page},
    OperationFacts {Operation::AddTicketComment, "addTicketComment", Post, "ticket-comments/{ticketId}", "collaboration.ticketComments.create", Item},
    OperationFacts {Operation::ListTicketOptions, "listTicketOptions", Get, "ticket-options", "collaboration.ticketOptions.read", Page},
    OperationFacts {Operation::ListMemberships, "listMemberships", Get, "memberships", membershipsRead, Page},
    OperationFacts {Operation::GetMembership, "getMembership", Get, "memberships/{membershipId}", membershipsRead, Item},
    OperationFacts {Operation::ListPlans, "listPlans", Get, "plans", "billing.plans.read", Page},
    OperationFacts {Operation::ListBookings, "listBookings", Get, "bookings", bookingsRead, Page},
    OperationFacts {Operation::ListBookingOccurrences, "listBookingOccurrences", Get, "bookings/occurrences", bookingsRead, Page},
    OperationFacts {Operation::GetBooking, "getBooking", Get, "bookings/{bookingId}", bookingsRead, Item},
    OperationFacts {Operation::ListCheckins, "listCheckins", Get, "checkins", "community.checkins.read", Page},
    OperationFacts {Operation::ListVisitors, "listVisitors", Get, "visitors", "community.visitors.read", Page},
    OperationFacts {Operation::ListVisits, "listVisits", Get, "visits", "community.visits.read", Page},
    OperationFacts {Operation::ListWebhooks, "listWebhooks", Get, "webhooks", webhooksRead, Page},
    OperationFacts {Operation::GetWebhook, "getWebhook", Get, "webhooks/{webhookId}", webhooksRead, Item},
    OperationFacts {Operation::CreateWebhook, "createWebhook", Post, "webhooks", "settings.webhooks.create", Item},
    OperationFacts {Operation::DeleteWebhook, "deleteWebhook", Delete, "webhooks/{webhookId}", "settings.webhooks.delete", Any},
};
// clang-format on

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].operation) != i)
            return false;
    }
    return table.back().operation == Operation::DeleteWebhook;
}
static_assert(isInOrder());

QList<ExpectedMember> expectedOf(OperationFacts::Reply reply)
{
    switch (reply) {
    case Named:
        return {{u"name"_s, QJsonValue::String}};
    case Item:
        return {{u"_id"_s, QJsonValue::String}};
    case Page:
        return {{u"results"_s, QJsonValue::Array}};
    case Count:
        return {{u"total"_s, QJsonValue::Double}};
    case Any:
        return {};
    }
    Q_UNREACHABLE();
}

QStringList pathOf(const OperationFacts &facts, const QString &id)
{
    QStringList path = QString::fromLatin1(facts.path).split(u'/', Qt::SkipEmptyParts);
    for (QString &segment : path) {
        if (segment.startsWith(u'{'))
            segment = id;
    }
    return path;
}

bool needsId(const OperationFacts &facts)
{
    return QLatin1StringView(facts.path).contains(u'{');
}

} // namespace

std::span<const OperationFacts> operations()
{
    return table;
}

const OperationFacts &factsOf(Operation operation)
{
    return table.at(static_cast<std::size_t>(operation));
}

QString permissionOf(Operation operation)
{
    return "flex."_L1 + QLatin1StringView(factsOf(operation).permission);
}

Result<HttpRequest> operationRequest(Operation operation, const QString &id,
                                     const QueryItems &query)
{
    const OperationFacts &facts = factsOf(operation);
    if (needsId(facts) && !isObjectId(id))
        return Failure(idUnusable());
    HttpRequest request = getRequest(pathOf(facts, id), query);
    request.method = facts.method;
    request.permission = permissionOf(operation);
    request.expected = expectedOf(facts.reply);
    return request;
}

Result<HttpRequest> writeRequest(Operation operation, const QString &id, const QJsonObject &body)
{
    Result<HttpRequest> request = operationRequest(operation, id);
    if (!request)
        return request;
    const HttpRequest content = jsonRequest(request->method, {}, body);
    request->body = content.body;
    request->contentType = content.contentType;
    // Two equal creations make two records (officernd.md 7 item 15).
    request->repetition = request->method == Post ? Repetition::Unsafe : Repetition::Safe;
    return request;
}

} // namespace twinbook::officernd
