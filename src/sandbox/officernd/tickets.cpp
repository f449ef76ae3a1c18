// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/tickets.h"

#include "sandbox/officernd/writing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

const QStringList optionFields {u"type"_s, u"severity"_s, u"priority"_s};

FieldRules createRules()
{
    FieldRules list {{.name = u"subject"_s}, {.name = u"message"_s, .null = Null::Allowed}};
    for (const QString &name :
         {u"type"_s, u"severity"_s, u"priority"_s, u"member"_s, u"company"_s, u"location"_s})
        list.append({.name = name, .null = Null::Allowed});
    return list;
}

FieldRules updateRules()
{
    return {{.name = u"subject"_s},
            {.name = u"message"_s, .null = Null::Allowed},
            {.name = u"severity"_s, .null = Null::Allowed},
            {.name = u"priority"_s, .null = Null::Allowed},
            {.name = u"status"_s, .options = {u"open"_s, u"new"_s, u"pending"_s, u"resolved"_s}}};
}

CollectionRules ticketRules()
{
    return {
        .create = createRules(),
        .update = updateRules(),
        .required = {u"subject"_s},
        .references = {{u"member"_s, &State::members, u"member"_s},
                       {u"company"_s, &State::companies, u"team"_s},
                       {u"location"_s, &State::locations, u"office"_s}},
        .eventName = u"ticket"_s,
    };
}

Listing::Shape ticketShape(const State &state)
{
    return [&state](const QJsonObject &ticket) {
        QJsonObject shown = ticket;
        if (state.holds(Quirk::TicketsHaveNoDueDate))
            shown.remove(u"dueDate"_s);
        return shown;
    };
}

} // namespace

Tickets::Comments::Comments(State &state)
    : Collection(state, state.ticketComments,
                 {.list = {.equality = {u"target"_s}, .indexed = {u"target"_s}},
                  .create = {{.name = u"text"_s},
                             {.name = u"member"_s},
                             {.name = u"isPublic"_s, .kind = Kind::Boolean}},
                  .required = {u"text"_s, u"member"_s, u"isPublic"_s},
                  .references = {{u"member"_s, &State::members, u"member"_s}},
                  .stamps = CollectionRules::Stamps::None})
{ }

Tickets::Tickets(State &state)
    : Collection(state, state.tickets, ticketRules(), ticketShape(state))
    , m_filterable(state, state.tickets, {.ranges = {u"createdAt"_s, u"modifiedAt"_s}},
                   ticketShape(state))
    , m_comments(state)
    , m_options(state, state.ticketOptions, {})
{ }

void Tickets::addTo(Routes &routes)
{
    const QString read = u"collaboration.tickets.read"_s;
    routes.addObject("GET", u"tickets"_s, read, 200, [this](const Call &call) {
        Listing &tickets
            = state().holds(Quirk::TicketsRefuseModifiedFilter) ? listing() : m_filterable;
        return tickets.page(call.request);
    });
    routes.addCount(u"tickets"_s, read, listing());
    routes.addGet(u"tickets"_s, read, *this);
    routes.addObject("POST", u"tickets"_s, u"collaboration.tickets.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"tickets/*"_s, u"collaboration.tickets.update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("GET", u"ticket-comments/*"_s, u"collaboration.ticketComments.read"_s, 200,
                     [this](const Call &call) { return comments(call.id, call.request); });
    routes.addObject("POST", u"ticket-comments/*"_s, u"collaboration.ticketComments.create"_s, 201,
                     [this](const Call &call) { return addComment(call.id, call.body); });
    routes.addList(u"ticket-options"_s, u"collaboration.ticketOptions.read"_s, m_options.listing());
}

Served<QJsonObject> Tickets::create(const QJsonObject &body)
{
    const auto good = checked(body, writable(rules().create), rules().required);
    if (!good)
        return good;
    if (const auto options = checkOptions(*good); !options)
        return tl::unexpected(options.error());
    QJsonObject ticket = merged({}, *good, state());
    const QJsonObject *member = state().members.find(ticket.value(u"member"_s).toString());
    for (const QString &name : {u"company"_s, u"location"_s}) {
        if (member && !ticket.contains(name) && member->contains(name))
            ticket.insert(name, member->value(name));
    }
    ticket.insert(u"number"_s, nextNumber());
    ticket.insert(u"status"_s, u"new"_s);
    ticket.insert(u"attachments"_s, QJsonArray());
    return add(ticket);
}

Served<QJsonObject> Tickets::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    const auto good = checked(body, writable(rules().update), {});
    if (!good)
        return good;
    if (const auto options = checkOptions(*good); !options)
        return tl::unexpected(options.error());
    QJsonObject after = merged(*before, *good, state());
    if (after.value(u"status"_s) != u"resolved"_s)
        after.remove(u"resolvedDate"_s);
    else if (before->value(u"status"_s) != u"resolved"_s)
        after.insert(u"resolvedDate"_s, isoStamp(state().stamps.now()));
    return store(*before, after);
}

Served<QJsonObject> Tickets::addComment(const QString &ticketId, const QJsonObject &body)
{
    if (const auto ticket = stored(ticketId); !ticket)
        return ticket;
    const auto good
        = m_comments.checked(body, m_comments.rules().create, m_comments.rules().required);
    if (!good)
        return good;
    if (!good->value(u"isPublic"_s).toBool())
        return refusedByRule(state(), u"Comments made by members must be public"_s);
    QJsonObject comment = *good;
    comment.insert(u"target"_s, ticketId);
    comment.insert(u"targetType"_s, u"issue"_s);
    return m_comments.add(comment);
}

Served<QJsonObject> Tickets::comments(const QString &ticketId, const HttpRequest &request)
{
    if (const auto ticket = stored(ticketId); !ticket)
        return ticket;
    HttpRequest narrowed = request;
    narrowed.query.append({u"target"_s, ticketId});
    return m_comments.listing().page(narrowed);
}

FieldRules Tickets::writable(FieldRules fields) const
{
    if (!state().holds(Quirk::TicketsHaveNoDueDate))
        fields.append({.name = u"dueDate"_s, .kind = Kind::Moment, .null = Null::Allowed});
    return fields;
}

Served<> Tickets::checkOptions(const QJsonObject &body) const
{
    for (const QString &field : optionFields) {
        const auto known
            = checkReference(body, field, state().ticketOptions, u"ticket option"_s, state());
        if (!known)
            return known;
        const QJsonObject *option = state().ticketOptions.find(body.value(field).toString());
        if (option && option->value(u"category"_s) != field)
            return refusedByRule(state(), u"Specified ticket option is no "_s + field);
    }
    return {};
}

QString Tickets::nextNumber() const
{
    int highest = 1000;
    for (const auto &[id, ticket] : state().tickets.all())
        highest = std::max(highest, ticket.value(u"number"_s).toString().toInt());
    return QString::number(highest + 1);
}

} // namespace twinbook::sandbox::officernd
