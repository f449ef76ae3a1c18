// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/community.h"

#include "sandbox/dice.h"
#include "sandbox/officernd/catalogue.h"
#include "sandbox/officernd/recurrence.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

//! How a membership lies in time. Moments are far away, so that they do not depend on today.
enum class Span : quint8 { Running, Ended, Coming, Once };

class Community
{
public:
    Community(State &state, quint64 seed)
        : m_state(state)
        , m_dice(seed)
        , m_catalogue(furnishCatalogue(state))
    { }

    void settle();

private:
    void settleCompanies();
    void settleMember(const QJsonObject &member, int index);
    void addMembership(const QString &owner, const QString &ownerId, Span span);
    void addOpportunity(const QJsonObject &member);
    void addTicket(const QJsonObject &member);
    void addBooking(const QJsonObject &member);
    void addPresence(const QJsonObject &member);

    //! An hour after the one before.
    QString nextStamp() { return isoStamp(m_opened.addSecs(++m_hour * 3600)); }
    QJsonObject stamped(QJsonObject record)
    {
        const QString stamp = nextStamp();
        record.insert(u"_id"_s, m_state.ids.next());
        record.insert(u"createdAt"_s, stamp);
        record.insert(u"modifiedAt"_s, stamp);
        return record;
    }
    static void takeOver(QJsonObject &record, const QJsonObject &member)
    {
        record.insert(u"member"_s, member.value(u"_id"_s));
        for (const QString &name : {u"company"_s, u"location"_s}) {
            if (member.contains(name))
                record.insert(name, member.value(name));
        }
    }

    State &m_state;
    Dice m_dice;
    Catalogue m_catalogue;
    const QDateTime m_opened {QDate(2025, 1, 6), QTime(8, 0), Qt::UTC};
    int m_hour = 0;
    int m_ticketNumber = 1000;
};

void Community::settle()
{
    settleCompanies();
    QList<QJsonObject> members;
    for (const auto &[id, member] : m_state.members.all())
        members.append(member);
    for (int i = 0; i < members.size(); ++i)
        settleMember(members.at(i), i);
}

void Community::settleCompanies()
{
    static const QList<Span> spans {Span::Running, Span::Running, Span::Running, Span::Running,
                                    Span::Ended,   Span::Running, Span::Running, Span::Coming};
    QStringList companies;
    for (const auto &[id, company] : m_state.companies.all())
        companies.append(id);
    for (int i = 0; i < companies.size(); ++i) {
        if (i % 9 != 6) // the seventh only asked for an offer once
            addMembership(u"company"_s, companies.at(i), spans.at(i % 8));
    }
}

void Community::settleMember(const QJsonObject &member, int index)
{
    static const QList<Span> spans {Span::Running, Span::Ended, Span::Once};
    const QString id = member.value(u"_id"_s).toString();
    if (!member.contains(u"company"_s) && index % 4 != 3)
        addMembership(u"member"_s, id, spans.at(index % 4));
    if (index % 5 == 2)
        addOpportunity(member);
    if (index % 7 == 3)
        addTicket(member);
    if (index % 8 == 1)
        addBooking(member);
    if (index % 9 == 4)
        addPresence(member);
}

void Community::addMembership(const QString &owner, const QString &ownerId, Span span)
{
    const QJsonObject plan
        = span == Span::Once ? m_catalogue.dayPass : m_dice.pick(m_catalogue.monthlyPlans);
    QJsonObject membership {
        {u"name"_s, plan.value(u"name"_s)},
        {u"isPersonal"_s, owner == "member"_L1},
        {owner, ownerId},
        {u"status"_s, u"approved"_s},
        {u"type"_s, span == Span::Ended ? u"fixed"_s : u"month_to_month"_s},
        {u"location"_s, m_state.firstLocation()},
        {u"plan"_s, plan.value(u"_id"_s)},
        {u"startDate"_s,
         span == Span::Coming ? u"2031-01-01T00:00:00.000Z"_s : u"2024-04-01T00:00:00.000Z"_s},
        {u"intervalLength"_s, plan.value(u"intervalLength"_s)},
        {u"intervalCount"_s, 1},
        {u"isLocked"_s, span == Span::Ended},
        {u"price"_s, plan.value(u"price"_s)},
        {u"source"_s, u"admin"_s}};
    if (span == Span::Ended)
        membership.insert(u"endDate"_s, u"2025-06-30T00:00:00.000Z"_s);
    m_state.memberships.put(stamped(membership));
}

void Community::addOpportunity(const QJsonObject &member)
{
    const QJsonObject stage = m_dice.pick(m_catalogue.stages);
    const QJsonObject plan = m_dice.pick(m_catalogue.monthlyPlans);
    const int desks = m_dice.below(6) + 1;
    QJsonObject opportunity {
        {u"name"_s,
         QString(member.value(u"name"_s).toString() + u", "_s + plan.value(u"name"_s).toString())},
        {u"member"_s, member.value(u"_id"_s)},
        {u"status"_s, stage.value(u"_id"_s)},
        {u"probability"_s, stage.value(u"probability"_s)},
        {u"startDate"_s, u"2026-09-01T00:00:00.000Z"_s},
        {u"dealSize"_s, plan.value(u"price"_s).toDouble() * desks},
        {u"membersCount"_s, desks},
        {u"requestedPlans"_s, QJsonArray {plan.value(u"_id"_s)}},
        {u"resources"_s, QJsonArray()}};
    if (m_dice.percent(30))
        opportunity.insert(u"properties"_s, QJsonObject {{u"source"_s, u"Website"_s}});
    m_state.opportunities.put(stamped(opportunity));
}

void Community::addTicket(const QJsonObject &member)
{
    static const QList<std::pair<QString, QString>> requests {
        {u"Heating in the corner room"_s, u"It does not warm up before ten."_s},
        {u"Second monitor"_s, u"Could we borrow one for two weeks?"_s},
        {u"Guest Wi-Fi"_s, u"Visitors cannot join the guest network."_s},
        {u"Parcel for us?"_s, u"The courier says it was left at the desk."_s},
        {u"Coffee machine"_s, u"The one on the second floor shows an error."_s},
    };
    static const QStringList statuses {u"new"_s, u"open"_s, u"pending"_s, u"resolved"_s};
    const auto &[subject, message] = m_dice.pick(requests);
    const QString status = m_dice.pick(statuses);
    QJsonObject ticket {{u"number"_s, QString::number(++m_ticketNumber)},
                        {u"subject"_s, subject},
                        {u"message"_s, message},
                        {u"status"_s, status},
                        {u"type"_s, m_dice.pick(m_catalogue.ticketTypes)},
                        {u"severity"_s, m_dice.pick(m_catalogue.severities)},
                        {u"priority"_s, m_dice.pick(m_catalogue.priorities)},
                        {u"attachments"_s, QJsonArray()},
                        {u"dueDate"_s, u"2026-12-15T00:00:00.000Z"_s}};
    takeOver(ticket, member);
    if (status == "resolved"_L1)
        ticket.insert(u"resolvedDate"_s, u"2026-02-02T10:00:00.000Z"_s);
    ticket = stamped(ticket);
    m_state.tickets.put(ticket);
    if (m_dice.percent(50))
        m_state.ticketComments.put({{u"_id"_s, m_state.ids.next()},
                                    {u"text"_s, u"Thank you, it is still the case."_s},
                                    {u"target"_s, ticket.value(u"_id"_s)},
                                    {u"targetType"_s, u"issue"_s},
                                    {u"member"_s, member.value(u"_id"_s)},
                                    {u"isPublic"_s, true}});
}

void Community::addBooking(const QJsonObject &member)
{
    const bool weekly = m_dice.percent(40);
    const QDateTime start(QDate(2026, 1, 5).addDays(m_dice.below(300)),
                          QTime(9 + m_dice.below(8), 0), Qt::UTC);
    const QString rule = weekly ? u"FREQ=WEEKLY;INTERVAL=1;COUNT=40"_s : QString();
    const QDateTime last
        = RecurrenceRule::parse(rule).starts(start, start, start.addYears(2)).constLast();
    QJsonObject booking {{u"title"_s, weekly ? u"Team meeting"_s : u"Client workshop"_s},
                         {u"start"_s, isoStamp(start)},
                         {u"end"_s, isoStamp(start.addSecs(3600))},
                         {u"timezone"_s, u"Europe/London"_s},
                         {u"seriesStart"_s, isoStamp(start)},
                         {u"seriesEnd"_s, isoStamp(last.addSecs(3600))},
                         {u"resource"_s, m_dice.pick(m_catalogue.rooms)},
                         {u"reference"_s, u"B-%1"_s.arg(m_hour)},
                         {u"source"_s, u"member-portal"_s}};
    if (weekly)
        booking.insert(u"recurrence"_s,
                       QJsonObject {{u"rrule"_s, rule},
                                    {u"exdates"_s, QJsonArray {isoStamp(start.addDays(7))}}});
    takeOver(booking, member);
    m_state.bookings.put(stamped(booking));
}

void Community::addPresence(const QJsonObject &member)
{
    const QDateTime arrival = m_opened.addDays(300 + m_dice.below(300));
    QJsonObject checkin {{u"start"_s, isoStamp(arrival)}, {u"source"_s, u"reception"_s}};
    takeOver(checkin, member);
    checkin = stamped(checkin);
    checkin.remove(u"modifiedAt"_s);
    if (m_dice.percent(80))
        checkin.insert(u"end"_s, isoStamp(arrival.addSecs(8 * 3600)));
    m_state.checkins.put(checkin);

    const QString visitor = m_state.ids.next();
    m_state.visitors.put({{u"_id"_s, visitor},
                          {u"name"_s, u"Visitor %1"_s.arg(m_hour)},
                          {u"email"_s, u"visitor%1@guests.example"_s.arg(m_hour)},
                          {u"type"_s, u"preregistration"_s},
                          {u"member"_s, member.value(u"_id"_s)}});
    m_state.visits.put({{u"_id"_s, m_state.ids.next()},
                        {u"member"_s, member.value(u"_id"_s)},
                        {u"visitor"_s, visitor},
                        {u"location"_s, m_state.firstLocation()},
                        {u"start"_s, isoStamp(arrival)},
                        {u"end"_s, isoStamp(arrival.addSecs(3600))},
                        {u"receptionFlow"_s, m_catalogue.receptionFlow}});
}

} // namespace

void furnishCommunity(State &state, quint64 seed)
{
    Community(state, seed).settle();
}

} // namespace twinbook::sandbox::officernd
