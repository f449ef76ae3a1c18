// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scriptedorganization.h"

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

const TicketId ticket(objectId(1));

} // namespace

class TestOfficeRnDTickets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead()
    {
        const auto read = decoded<Ticket>(
            json(R"({"_id": "t", "number": 42, "subject": "<script>", "status": "Pending",
                     "priority": "p1", "member": "m1", "attachments": ["javascript:x"],
                     "assignedTo": "u1", "resolvedDate": null, "dueDate": "2026-01-01"})"),
            u"OfficeRnD"_s);
        QVERIFY2(read, whyNot(read).constData());
        QCOMPARE(read->number, u"42"_s);
        QVERIFY(read->status == TicketStatus::Pending);
        QCOMPARE(read->priority, TicketOptionId(u"p1"_s));
        QCOMPARE(read->assignedTo, AdminId(u"u1"_s));
        QVERIFY(!read->resolvedAt && !read->message && !read->createdAt);
        for (const char *wrong : {R"({"_id": "t", "subject": []})", R"({"_id": "t", "status": 1})",
                                  R"({"_id": "t", "resolvedDate": "later"})"}) {
            const auto broken = decoded<Ticket>(json(wrong), u"OfficeRnD"_s);
            QCOMPARE(broken.error().kind, ErrorKind::BadReply);
        }
    }

    void commentsAndOptionsAreRead()
    {
        const auto comment = decoded<TicketComment>(
            json(R"({"_id": "c", "text": "x", "target": "t", "targetType": "issue",
                     "isPublic": true})"),
            u"OfficeRnD"_s);
        QCOMPARE(comment->ticket, TicketId(u"t"_s));
        QCOMPARE(comment->isPublic, true);
        const auto option = decoded<TicketOption>(
            json(R"({"_id": "o", "category": "severity", "label": "High"})"), u"OfficeRnD"_s);
        QVERIFY(option->category == TicketOption::Category::Severity);
        QVERIFY(decoded<TicketOption>(json(R"({"_id": "o", "category": "mood"})"), {})->category
                == TicketOption::Category::Other);
        const auto broken
            = decoded<TicketComment>(json(R"({"_id": "c", "isPublic": "no"})"), u"OfficeRnD"_s);
        QCOMPARE(broken.error().kind, ErrorKind::BadReply);
    }

    void rulesAreCheckedBeforehand()
    {
        ScriptedOrganization organization({{R"({"_id": "t"})"}});
        const auto tickets = organization.client().tickets();
        NewTicket strange {.subject = u"x"_s};
        strange.location = LocationId(u"HQ"_s);
        TicketChange odd;
        odd.severity = TicketOptionId(u"high"_s);
        const QList<Result<Ticket>> results {
            outcome(tickets.create({.subject = u"\n"_s})), outcome(tickets.create(strange)),
            outcome(tickets.update(ticket, {.subject = Change<QString>::emptied()})),
            outcome(tickets.update(ticket, {.status = TicketStatus::Other})),
            outcome(tickets.update(ticket, odd))};
        for (const auto &result : results)
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        for (const NewTicketComment &comment :
             {NewTicketComment {u" "_s, MemberId(objectId(1))}, NewTicketComment {u"x"_s, {}}}) {
            const auto result = outcome(tickets.addComment(ticket, comment));
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        }
        QCOMPARE(organization.lines(), QStringList());
    }

    void whatElseTheServiceWantsIsTold()
    {
        ScriptedOrganization organization(
            {Reply {R"({"statusCode": 400, "message": ["location must be a mongodb id"]})",
                    "400 Bad Request"}});
        const auto created
            = outcome(organization.client().tickets().create({.subject = u"Printer"_s}));
        QCOMPARE(created.error().kind, ErrorKind::Rejected);
        QVERIFY(created.error().message.contains("location must be a mongodb id"_L1));
    }

    void updateWithNothingReadsOnly()
    {
        ScriptedOrganization organization({{R"({"_id": "5f0000000000000000000001"})"}});
        QVERIFY(outcome(organization.client().tickets().update(ticket, {})));
        QCOMPARE(organization.lines(), QStringList {"GET tickets/"_L1 + ticket.text()});
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDTickets)
#include "tst_officernd_tickets.moc"
