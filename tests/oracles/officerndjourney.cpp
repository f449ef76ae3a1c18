// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officerndjourney.h"

using namespace Qt::StringLiterals;
using namespace twinbook::officernd;

namespace twinbook::test {

namespace {

const QDateTime longAgo(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);

} // namespace

void OfficeRnDJourney::amongPeople()
{
    withCompanies();
    withMembers();
    withOpportunities();
    withTickets();
}

void OfficeRnDJourney::withCompanies()
{
    const auto companies = m_client.companies();
    m_company = needs(u"Companies::create"_s,
                      companies.create({.name = u"Quay & Co"_s,
                                        .email = u"hello@quay.example.test"_s,
                                        .url = u"https://quay.example.test"_s}))
                    .id;
    CompanyChange change;
    change.address.city = u"Varna"_s;
    change.description = u"Boats"_s;
    does(u"Companies::update"_s, companies.update(m_company, change));
    does(u"Companies::get"_s, companies.get(m_company));
    does(u"Companies::list"_s, companies.list());
    does(u"Companies::list"_s,
         companies.list({.ids = {m_company}, .name = u"Quay & Co"_s, .changedSince = longAgo}));
}

void OfficeRnDJourney::withMembers()
{
    const auto members = m_client.members();
    NewMember zoe;
    zoe.name = u"Zoë O'Hara"_s;
    zoe.email = u"zoe+x@example.test"_s;
    zoe.phone = u"+442079460018"_s;
    zoe.properties = {{u"Access Card Nr"_s, FieldValue(u"A-1"_s)},
                      {u"date_of_birth"_s, FieldValue(QDate(1990, 2, 3))}};
    zoe.tags = {u"VIP"_s};
    m_member = needs(u"Members::create"_s, members.create(zoe)).id;
    MemberChange change;
    change.email = Change<QString>::emptied();
    change.address.city = u"Sofia"_s;
    change.socialProfiles.linkedin = u"zoe"_s;
    change.properties = {{u"Access Card Nr"_s, FieldValue()}, {u"notes"_s, FieldValue(u"x"_s)}};
    change.tags = {.add = {u"Coffee"_s}, .remove = {u"VIP"_s}};
    does(u"Members::update"_s, members.update(m_member, change));
    does(u"Members::get"_s, members.get(m_member));
    does(u"Members::list"_s, members.list()); // to its end, over several pages
    does(u"Members::list"_s,
         members.list({.ids = {m_member}, .changedSince = longAgo, .select = {u"status"_s}}));
    does(u"Members::list"_s, members.list({.email = u"nobody@example.test"_s}));
    does(u"Members::count"_s, members.count());
    does(u"Members::count"_s, members.count({}, CountBy::Status));
    does(u"Members::moveToCompany"_s, members.moveToCompany(m_member, m_company));
    for (const ManualStatus status : {ManualStatus::Former, ManualStatus::Automatic})
        does(u"Members::setStatus"_s, members.setStatus(m_member, status));
}

void OfficeRnDJourney::withOpportunities()
{
    const auto deals = m_client.opportunities();
    const auto stages = needs(u"Opportunities::stages"_s, deals.stages());
    NewOpportunity desk;
    desk.name = u"Desk & Co"_s;
    desk.member = m_member;
    desk.stage = stages.rows.value(0).id;
    desk.dealSize = 250.5;
    desk.startDate = QDate(2026, 12, 1);
    const OpportunityId deal = needs(u"Opportunities::create"_s, deals.create(desk)).id;
    OpportunityChange change;
    change.stage = stages.rows.value(1).id;
    change.dealSize = 300.0;
    does(u"Opportunities::update"_s, deals.update(deal, change));
    does(u"Opportunities::get"_s, deals.get(deal));
    does(u"Opportunities::list"_s, deals.list({.member = m_member, .changedSince = longAgo}));
}

void OfficeRnDJourney::withTickets()
{
    const auto tickets = m_client.tickets();
    const auto options = needs(u"Tickets::options"_s, tickets.options());
    NewTicket printer;
    printer.subject = u"Printer"_s;
    printer.message = u"It smokes."_s;
    printer.member = m_member;
    for (const TicketOption &option : options.rows) {
        if (option.category == TicketOption::Category::Priority)
            printer.priority = option.id;
    }
    const TicketId ticket = needs(u"Tickets::create"_s, tickets.create(printer)).id;
    TicketChange change;
    change.status = TicketStatus::Resolved;
    does(u"Tickets::update"_s, tickets.update(ticket, change));
    does(u"Tickets::get"_s, tickets.get(ticket));
    does(u"Tickets::list"_s, tickets.list());
    does(u"Tickets::addComment"_s, tickets.addComment(ticket, {u"Thanks"_s, m_member}));
    does(u"Tickets::comments"_s, tickets.comments(ticket));
}

void OfficeRnDJourney::aroundTheOrganisation()
{
    const auto bookings = m_client.bookings();
    const auto booked = needs(u"Bookings::list"_s, bookings.list());
    does(u"Bookings::get"_s, bookings.get(booked.rows.value(0).id));
    const QDateTime start = booked.rows.value(0).start.value_or(longAgo);
    does(u"Bookings::list"_s, bookings.list({.touching = {start, start.addDays(7)}}));
    does(u"Bookings::occurrences"_s, bookings.occurrences({start, start.addDays(7)}));

    const auto presence = m_client.presence();
    does(u"Presence::checkins"_s, presence.checkins({.startedSince = longAgo}));
    does(u"Presence::visitors"_s, presence.visitors());
    does(u"Presence::visits"_s, presence.visits());

    const auto memberships = m_client.memberships();
    const auto all = needs(u"Memberships::list"_s, memberships.list());
    does(u"Memberships::get"_s, memberships.get(all.rows.value(0).id));
    does(u"Memberships::plans"_s, memberships.plans());

    does(u"CustomProperties::list"_s, m_client.customProperties().list());
    const auto locations = needs(u"Locations::list"_s, m_client.locations().list());
    does(u"Locations::get"_s, m_client.locations().get(locations.rows.value(0).id));

    const auto webhooks = m_client.webhooks();
    const WebhookId hook = needs(u"Webhooks::create"_s,
                                 webhooks.create({.url = QUrl(u"https://relay.example.test/x"_s),
                                                  .eventTypes = eventTypes()}))
                               .id;
    does(u"Webhooks::get"_s, webhooks.get(hook));
    does(u"Webhooks::list"_s, webhooks.list());
    does(u"Webhooks::remove"_s, webhooks.remove(hook));
}

void OfficeRnDJourney::throughThePort()
{
    does(u"OfficeRnDService::checkConnection"_s, m_service.checkConnection());
    does(u"OfficeRnDService::readSchema"_s, m_service.readSchema());
    const PeopleSnapshot people
        = needs(u"OfficeRnDService::fetchPeople"_s, m_service.fetchPeople());
    does(u"OfficeRnDService::fetchPerson"_s, m_service.fetchPerson(people.people.value(0).id));
    const RemoteRecord made
        = needs(u"OfficeRnDService::createPerson"_s,
                m_service.createPerson({{u"name"_s, FieldValue(u"Ida Port"_s)},
                                        {u"email"_s, FieldValue(u"ida.port@example.test"_s)},
                                        {u"phone"_s, FieldValue(u"+442079460188"_s)}}));
    does(u"OfficeRnDService::updatePerson"_s,
         m_service.updatePerson(
             made.id,
             {{u"phone"_s, FieldValue()}, {u"tags"_s, FieldValue(QStringList {u"quay"_s})}}));
    does(u"OfficeRnDService::findTwins"_s,
         m_service.findTwins({u"ida.port@example.test"_s, u"+442079460188"_s, u"Ida Port"_s,
                              QDateTime::currentDateTimeUtc().addSecs(-60)}));
    does(u"OfficeRnDService::sendRaw"_s,
         m_service.sendRaw({.path = {u"members"_s, made.id.text()},
                            .effect = RawEffect::Reads,
                            .permission = u"flex.community.members.read"_s}));
}

void OfficeRnDJourney::toTheOrganisation()
{
    does(u"OfficeRnDClient::organization"_s, m_client.organization());
}

} // namespace twinbook::test
