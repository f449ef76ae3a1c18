// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/tickets.h"

#include "officernd/editjob.h"
#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

QJsonObject bodyOf(const NewTicket &ticket, const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("subject"_L1, ticket.subject);
    body.put("message"_L1, ticket.message);
    body.putReference("type"_L1, ticket.type);
    body.putReference("severity"_L1, ticket.severity);
    body.putReference("priority"_L1, ticket.priority);
    body.putReference("member"_L1, ticket.member);
    body.putReference("company"_L1, ticket.company);
    body.putReference("location"_L1, ticket.location);
    return body.object();
}

QJsonObject bodyOf(const TicketChange &change, const QuirkSet &quirks)
{
    Body body(quirks);
    body.put("subject"_L1, change.subject);
    body.put("message"_L1, change.message);
    body.put("severity"_L1, change.severity);
    body.put("priority"_L1, change.priority);
    body.put("status"_L1, change.status);
    return body.object();
}

Error subjectMissing()
{
    return refused(QCoreApplication::translate(
        "officernd", "OfficeRnD needs a subject for every ticket. Enter one and try again."));
}

Error commentUnusable()
{
    return refused(QCoreApplication::translate(
        "officernd",
        "OfficeRnD needs a text and a person as its author for every comment. Enter both and try "
        "again."));
}

Error statusUnknown()
{
    return refused(QCoreApplication::translate(
        "officernd",
        "This status of a ticket is not known to Twinbook, so it was not written. Choose open, "
        "new, pending or resolved."));
}

} // namespace

QList<std::pair<QLatin1StringView, TicketStatus>> wireNames(TicketStatus)
{
    return {{"open"_L1, TicketStatus::Open},
            {"new"_L1, TicketStatus::New},
            {"pending"_L1, TicketStatus::Pending},
            {"resolved"_L1, TicketStatus::Resolved}};
}

QList<std::pair<QLatin1StringView, TicketOption::Category>> wireNames(TicketOption::Category)
{
    return {{"priority"_L1, TicketOption::Category::Priority},
            {"severity"_L1, TicketOption::Category::Severity},
            {"type"_L1, TicketOption::Category::Type}};
}

void readFrom(ObjectReader &in, Ticket &ticket)
{
    in.require("_id"_L1, ticket.id);
    in.readLabel("number"_L1, ticket.number);
    in.read("subject"_L1, ticket.subject);
    in.read("message"_L1, ticket.message);
    in.read("type"_L1, ticket.type);
    in.read("severity"_L1, ticket.severity);
    in.read("priority"_L1, ticket.priority);
    in.read("member"_L1, ticket.member);
    in.read("company"_L1, ticket.company);
    in.read("location"_L1, ticket.location);
    in.read("status"_L1, ticket.status);
    in.read("assignedTo"_L1, ticket.assignedTo);
    in.read("resolvedDate"_L1, ticket.resolvedAt);
    in.read("attachments"_L1, ticket.attachments);
    in.read("createdAt"_L1, ticket.createdAt);
    in.read("modifiedAt"_L1, ticket.modifiedAt);
}

void readFrom(ObjectReader &in, TicketComment &comment)
{
    in.require("_id"_L1, comment.id);
    in.read("text"_L1, comment.text);
    in.read("target"_L1, comment.ticket);
    in.read("targetType"_L1, comment.targetType);
    in.read("member"_L1, comment.member);
    in.read("isPublic"_L1, comment.isPublic);
}

void readFrom(ObjectReader &in, TicketOption &option)
{
    in.require("_id"_L1, option.id);
    in.read("category"_L1, option.category);
    in.read("label"_L1, option.label);
}

ListJob<Ticket> Tickets::list(const TicketFilter &filter) const
{
    ListQuery query(Operation::ListTickets);
    query.changedSince(filter.changedSince);
    query.select(filter.select);
    return listJob<Ticket>(m_account, query);
}

std::unique_ptr<TypedJob<Ticket>> Tickets::get(const TicketId &id) const
{
    return itemJob<Ticket>(m_account, operationRequest(Operation::GetTicket, id.text()));
}

std::unique_ptr<TypedJob<Ticket>> Tickets::create(const NewTicket &ticket) const
{
    if (isBlank(ticket.subject))
        return failedJob<Ticket>(m_account, subjectMissing());
    if (!areUsable(ticket.type, ticket.severity, ticket.priority, ticket.member, ticket.company,
                   ticket.location))
        return failedJob<Ticket>(m_account, idUnusable());
    const QJsonObject body = bodyOf(ticket, m_account.settings.quirks);
    return itemJob<Ticket>(m_account, writeRequest(Operation::CreateTicket, {}, body));
}

std::unique_ptr<TypedJob<Ticket>> Tickets::update(const TicketId &id,
                                                  const TicketChange &change) const
{
    if (blanks(change.subject))
        return failedJob<Ticket>(m_account, subjectMissing());
    if (change.status == TicketStatus::Other)
        return failedJob<Ticket>(m_account, statusUnknown());
    if (!areUsable(change.severity, change.priority))
        return failedJob<Ticket>(m_account, idUnusable());
    const QJsonObject body = bodyOf(change, m_account.settings.quirks);
    return editJob<Ticket>(m_account,
                           {.read = Operation::GetTicket,
                            .write = Operation::UpdateTicket,
                            .id = id.text(),
                            .body = [body](const QJsonObject &) { return body; }});
}

ListJob<TicketComment> Tickets::comments(const TicketId &ticket) const
{
    return listJob<TicketComment>(m_account,
                                  ListQuery(Operation::ListTicketComments, ticket.text()));
}

std::unique_ptr<TypedJob<TicketComment>> Tickets::addComment(const TicketId &ticket,
                                                             const NewTicketComment &comment) const
{
    if (isBlank(comment.text) || !isUsable(comment.author))
        return failedJob<TicketComment>(m_account, commentUnusable());
    Body body(m_account.settings.quirks);
    body.put("text"_L1, comment.text);
    body.put("member"_L1, comment.author);
    body.put("isPublic"_L1, true);
    return itemJob<TicketComment>(
        m_account, writeRequest(Operation::AddTicketComment, ticket.text(), body.object()));
}

ListJob<TicketOption> Tickets::options() const
{
    return listJob<TicketOption>(m_account, ListQuery(Operation::ListTicketOptions));
}

} // namespace twinbook::officernd
