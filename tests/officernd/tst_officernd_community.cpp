// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/playedorganization.h"
#include "officernd/scopes.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;

namespace {

QStringList everything()
{
    QStringList all;
    for (const OperationFacts &facts : operations())
        all += permissionsFor({facts.operation});
    all.removeDuplicates();
    return all;
}

//! With every permission there is.
struct Setup : PlayedOrganization
{
    explicit Setup(const Behaviours &behaviours = {})
        : PlayedOrganization(60, everything(), behaviours)
    { }
};

} // namespace

//! Opportunities, tickets and all that surrounds people, against the sandbox over HTTP.
class TestOfficeRnDCommunity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opportunityLivesThroughCreationAndChange()
    {
        Setup setup;
        const auto deals = setup.client().opportunities();
        const auto stages = outcome(deals.stages());
        QVERIFY2(stages, whyNot(stages).constData());
        QVERIFY(stages->rows.size() > 1 && stages->rows.constFirst().description);

        NewOpportunity desk;
        desk.name = u"Desk & Co"_s;
        desk.member = setup.somebody();
        desk.stage = stages->rows.constFirst().id;
        desk.dealSize = 250.5;
        desk.startDate = QDate(2026, 12, 1);
        const auto created = outcome(deals.create(desk));
        QVERIFY2(created, whyNot(created).constData());
        QCOMPARE(created->stage, desk.stage);

        OpportunityChange change;
        change.stage = stages->rows.constLast().id;
        change.dealSize = Change<double>::emptied();
        const auto updated = outcome(deals.update(created->id, change));
        QVERIFY2(updated, whyNot(updated).constData());
        QCOMPARE(updated->stage, stages->rows.constLast().id);
        QVERIFY(!updated->dealSize);
        QCOMPARE(updated->startDate, QDate(2026, 12, 1));

        const auto theirs = outcome(deals.list({.member = setup.somebody()}));
        QVERIFY2(theirs, whyNot(theirs).constData());
        QVERIFY(std::any_of(theirs->rows.cbegin(), theirs->rows.cend(),
                            [&](const auto &row) { return row.id == created->id; }));
        QCOMPARE(outcome(deals.get(created->id))->name, u"Desk & Co"_s);
        const auto recent = outcome(deals.list({.changedSince = *updated->modifiedAt}));
        QVERIFY(recent->reach == Listing<Opportunity>::Reach::AsAsked);
        QCOMPARE(recent->rows.constLast().id, created->id);
    }

    void ticketLivesThroughCreationAndChange()
    {
        Setup setup;
        const auto tickets = setup.client().tickets();
        const auto options = outcome(tickets.options());
        QVERIFY2(options, whyNot(options).constData());
        NewTicket printer;
        printer.subject = u"Printer <b>on fire</b>"_s;
        printer.member = setup.somebody();
        for (const TicketOption &option : options->rows) {
            if (option.category == TicketOption::Category::Priority)
                printer.priority = option.id;
        }
        const auto created = outcome(tickets.create(printer));
        QVERIFY2(created, whyNot(created).constData());
        QCOMPARE(created->priority, printer.priority);
        QVERIFY(created->status == TicketStatus::New && created->number);

        TicketChange change;
        change.status = TicketStatus::Resolved;
        change.message = u"It was only warm."_s;
        const auto updated = outcome(tickets.update(created->id, change));
        QVERIFY2(updated, whyNot(updated).constData());
        QVERIFY(updated->status == TicketStatus::Resolved && updated->resolvedAt);
        QCOMPARE(outcome(tickets.get(created->id))->message, u"It was only warm."_s);

        const auto comment
            = outcome(tickets.addComment(created->id, {u"Thanks"_s, setup.somebody()}));
        QVERIFY2(comment, whyNot(comment).constData());
        const auto comments = outcome(tickets.comments(created->id));
        QVERIFY2(comments, whyNot(comments).constData());
        QCOMPARE(comments->rows.size(), 1);
        QCOMPARE(comments->rows.constFirst().ticket, created->id);
        QCOMPARE(comments->rows.constFirst().text, u"Thanks"_s);
    }

    void changedTicketsFollowProbeAndQuirk()
    {
        const auto unfiltered = QuirkSet().without(Quirk::TicketsRefuseModifiedFilter);
        const QDateTime future = QDateTime::currentDateTimeUtc().addYears(1);
        const struct
        {
            Behaviours behaviours;
            bool asAsked;
        } cases[] {{{}, false}, {{unfiltered, {}}, false}, {{unfiltered, unfiltered}, true}};
        for (const auto &[behaviours, asAsked] : cases) {
            Setup setup(behaviours);
            const auto list = outcome(setup.client().tickets().list({.changedSince = future}));
            QVERIFY2(list, whyNot(list).constData());
            QCOMPARE(list->reach == Listing<Ticket>::Reach::AsAsked, asAsked);
            QCOMPARE(list->rows.isEmpty(), asAsked);
            QVERIFY(list->extent == Listing<Ticket>::Extent::Whole);
        }
    }

    void membershipsAndPlans()
    {
        Setup setup;
        const auto memberships = setup.client().memberships();
        const auto list = outcome(
            memberships.list({.changedSince = QDateTime::currentDateTimeUtc().addYears(1)}));
        QVERIFY2(list, whyNot(list).constData());
        QVERIFY(list->reach == Listing<Membership>::Reach::Everything); // refused, read in full
        QVERIFY(!list->rows.isEmpty());
        const Membership &first = list->rows.constFirst();
        QVERIFY(first.state && first.state != MembershipState::Other && first.plan);
        QCOMPARE(outcome(memberships.get(first.id))->plan, first.plan);
        const auto plans = outcome(memberships.plans());
        QVERIFY2(plans, whyNot(plans).constData());
        QVERIFY(std::any_of(plans->rows.cbegin(), plans->rows.cend(),
                            [&](const Plan &plan) { return plan.id == first.plan; }));
    }

    void bookingsAndTheirTimes()
    {
        Setup setup;
        const auto bookings = setup.client().bookings();
        const auto all = outcome(bookings.list());
        QVERIFY2(all, whyNot(all).constData());
        const auto weekly
            = std::find_if(all->rows.cbegin(), all->rows.cend(), [](const Booking &booking) {
                  return booking.recurrence && booking.recurrence->rrule;
              });
        QVERIFY(weekly != all->rows.cend());
        QCOMPARE(outcome(bookings.get(weekly->id))->title, weekly->title);

        const Span span {weekly->start->addSecs(-1), weekly->start->addDays(15)};
        const auto times = outcome(bookings.occurrences(span));
        QVERIFY2(times, whyNot(times).constData());
        const auto ofSeries
            = std::count_if(times->rows.cbegin(), times->rows.cend(),
                            [&](const auto &time) { return time.booking.id == weekly->id; });
        QVERIFY(ofSeries >= 2); // three weeks, perhaps one of them left out

        const auto before
            = outcome(bookings.list({.touching = {{}, QDateTime(QDate(2000, 1, 1), QTime(0, 0))}}));
        QVERIFY2(before, whyNot(before).constData());
        QVERIFY(before->rows.isEmpty());
        QCOMPARE(outcome(bookings.occurrences({})).error().kind, ErrorKind::InvalidInput);
    }

    void whoIsThere()
    {
        Setup setup;
        const auto presence = setup.client().presence();
        const auto checkins = outcome(presence.checkins());
        QVERIFY2(checkins, whyNot(checkins).constData());
        QVERIFY(!checkins->rows.isEmpty());
        const auto ofOne
            = outcome(presence.checkins({.member = *checkins->rows.constFirst().member}));
        QVERIFY2(ofOne, whyNot(ofOne).constData());
        QVERIFY(!ofOne->rows.isEmpty() && ofOne->rows.size() <= checkins->rows.size());
        const auto visitors = outcome(presence.visitors());
        QVERIFY2(visitors, whyNot(visitors).constData());
        QVERIFY(!visitors->rows.isEmpty());
        const auto visits = outcome(presence.visits());
        QVERIFY2(visits, whyNot(visits).constData());
        QVERIFY(visits->extent == Listing<Visit>::Extent::Whole);
    }

    void webhookIsMadeAndRemoved()
    {
        Setup setup;
        const auto webhooks = setup.client().webhooks();
        NewWebhook relay;
        relay.url = QUrl(u"https://relay.example.test/officernd"_s);
        relay.eventTypes = eventTypes();
        const auto created = outcome(webhooks.create(relay));
        QVERIFY2(created, whyNot(created).constData());
        QVERIFY(!created->secret.value_or(QString()).isEmpty());
        QCOMPARE(created->eventTypes, eventTypes()); // the sandbox knows just the same ones
        QCOMPARE(outcome(webhooks.get(created->id))->url, relay.url.toString());
        QCOMPARE(outcome(webhooks.list())->rows.size(), 1);
        for (int i = 0; i < 2; ++i)
            QVERIFY(outcome(webhooks.remove(created->id)));
        QCOMPARE(outcome(webhooks.list())->rows.size(), 0);
    }

    void aLeadComesFromAnOpportunity()
    {
        Setup setup;
        const auto members = setup.client().members();
        const auto ana = outcome(members.create({.name = u"Ana Lead"_s}));
        QVERIFY2(ana, whyNot(ana).constData());
        QVERIFY(ana->status == MemberStatus::Contact);
        NewOpportunity desk;
        desk.name = u"Desk"_s;
        desk.member = ana->id;
        QVERIFY(outcome(setup.client().opportunities().create(desk)));
        QVERIFY(outcome(members.get(ana->id))->status == MemberStatus::Lead);
    }

    void clearingWorksEitherWay()
    {
        const auto without = [](Quirk quirk) { return QuirkSet().without(quirk); };
        for (const QuirkSet &quirks :
             {QuirkSet(), without(Quirk::OfficeRnDNullClears),
              without(Quirk::PropertiesAreReplaced),
              without(Quirk::OfficeRnDNullClears).without(Quirk::PropertiesAreReplaced)}) {
            Setup setup({quirks, quirks});
            const auto members = setup.client().members();
            const auto ana = outcome(
                members.create({.name = u"Ana"_s,
                                .email = u"ana@example.test"_s,
                                .properties = {{u"notes"_s, FieldValue(u"x"_s)},
                                               {u"Access Card Nr"_s, FieldValue(u"7"_s)}}}));
            QVERIFY2(ana, whyNot(ana).constData());
            MemberChange change;
            change.email = Change<QString>::emptied();
            change.properties = {{u"notes"_s, FieldValue()}};
            const auto cleared = outcome(members.update(ana->id, change));
            QVERIFY2(cleared, whyNot(cleared).constData());
            QVERIFY(cleared->email.value_or(QString()).isEmpty());
            const QJsonObject bag = cleared->properties.value_or(QJsonObject());
            QVERIFY(bag.value("notes"_L1).toString().isEmpty());
            QCOMPARE(bag.value("Access Card Nr"_L1).toString(), u"7"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDCommunity)
#include "tst_officernd_community.moc"
