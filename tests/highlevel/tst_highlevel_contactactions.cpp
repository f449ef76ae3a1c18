// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

namespace {

const ContactId ana(u"seD4PfOuKoVMLkEZqohJ"_s);

QList<ContactId> contacts(int count)
{
    QList<ContactId> list;
    for (int i = 0; i < count; ++i)
        list.append(ContactId(u"c%1"_s.arg(i)));
    return list;
}

} // namespace

class TestHighLevelContactActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsAfterAChangeAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"tags": ["a", "vip"], "tagsAdded": ["vip"]})", "201 Created");
        const auto added = outcome(account.client().contactActions().addTags(ana, {u"VIP"_s}));
        QVERIFY2(added, qPrintable(whatWentWrong(added)));
        QCOMPARE(added->tags, (QStringList {u"a"_s, u"vip"_s}));
        QCOMPARE(added->changed, QStringList {u"vip"_s});

        account.answer(R"({"tags": []})");
        const auto removed = outcome(account.client().contactActions().removeTags(ana, {u"a"_s}));
        QVERIFY(removed);
        QVERIFY(removed->tags.isEmpty() && removed->changed.isEmpty());

        account.answer(R"({"tags": {"0": "a"}})");
        const auto odd = outcome(account.client().contactActions().addTags(ana, {u"a"_s}));
        QCOMPARE(int(odd.error().kind), int(ErrorKind::BadReply));
    }

    void tagThatStaysIsNoSuccess()
    {
        ScriptedAccount account;
        account.answer(R"({"tags": ["vip", "a"]})");
        const auto removed = outcome(account.client().contactActions().removeTags(ana, {u"VIP"_s}));
        QCOMPARE(int(removed.error().kind), int(ErrorKind::Rejected));
        QCOMPARE(sentenceProblem(removed.error()), QString());
    }

    void blankTagsAreNotSent()
    {
        ScriptedAccount account;
        for (const QStringList &tags : {QStringList(), QStringList {u"a"_s, u" "_s}}) {
            const auto added = outcome(account.client().contactActions().addTags(ana, tags));
            QCOMPARE(int(added.error().kind), int(ErrorKind::InvalidInput));
        }
        QCOMPARE(account.requestCount(), 0);
    }

    void bulkTagsReportEachPerson()
    {
        ScriptedAccount account;
        account.answer(R"({"succeded": false, "errorCount": 1, "responses": [
            {"contactId": "c0", "message": "Tags updated", "type": "success",
             "oldTags": ["a"], "tagsAdded": ["b"], "tagsRemoved": []},
            {"contactId": "c1", "message": "Contact not found", "type": "error"}]})",
                       "201 Created");
        const auto report = outcome(account.client().contactActions().changeTags(
            {.kind = TagChange::Add, .contacts = contacts(2), .tags = {u"b"_s}}));
        QVERIFY2(report, qPrintable(whatWentWrong(report)));
        QCOMPARE(report->errorCount, 1);
        QCOMPARE(report->outcomes.size(), 2);
        QCOMPARE(report->outcomes.at(0).tagsAdded, QStringList {u"b"_s});
        QCOMPARE(report->outcomes.at(1).type, Text(u"error"_s));

        const auto nobody = outcome(account.client().contactActions().changeTags(
            {.kind = TagChange::Remove, .contacts = {}, .tags = {u"b"_s}}));
        QCOMPARE(int(nobody.error().kind), int(ErrorKind::InvalidInput));
    }

    void atMostFiftyAreLinkedAtOnce()
    {
        ScriptedAccount account;
        account.answer(R"({"success": true, "ids": ["c0"]})");
        const BusinessId acme(u"63b7ec34ea409a9a8bd2a4ff"_s);
        const auto actions = account.client().contactActions();
        const auto linked = outcome(actions.setBusiness(contacts(50), acme));
        QVERIFY(linked);
        QCOMPARE(*linked, contacts(1));
        const auto tooMany = outcome(actions.setBusiness(contacts(51), acme));
        const auto none = outcome(actions.setBusiness({}, acme));
        QCOMPARE(int(tooMany.error().kind), int(ErrorKind::InvalidInput));
        QCOMPARE(int(none.error().kind), int(ErrorKind::InvalidInput));
        QVERIFY(tooMany.error().message.contains("50"_L1));
        QCOMPARE(account.requestCount(), 1);

        account.answer(R"({"success": false, "ids": []})");
        QCOMPARE(int(outcome(actions.setBusiness(contacts(1), acme)).error().kind),
                 int(ErrorKind::Rejected));
    }

    void followersAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"followers": "u1", "followersAdded": ["u1"]})", "201 Created");
        const auto after
            = outcome(account.client().contactActions().addFollowers(ana, {UserId(u"u1"_s)}));
        QVERIFY2(after, qPrintable(whatWentWrong(after)));
        QCOMPARE(after->followers, QList<UserId> {UserId(u"u1"_s)});
        QCOMPARE(after->changed, QList<UserId> {UserId(u"u1"_s)});
        QCOMPARE(
            int(outcome(account.client().contactActions().removeFollowers(ana, {})).error().kind),
            int(ErrorKind::InvalidInput));
    }

    void enrolmentIsNotRepeated()
    {
        ScriptedAccount account;
        account.answer("{}", "500 Internal Server Error");
        const auto enrolled = outcome(account.client().contactActions().addToWorkflow(
            ana, WorkflowId(u"w"_s), QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)));
        QVERIFY(!enrolled);
        QCOMPARE(account.requestCount(), 1);
        account.answer(R"({"succeded": true})", "201 Created");
        QVERIFY(outcome(account.client().contactActions().addToWorkflow(ana, WorkflowId(u"w"_s))));
        QCOMPARE(account.lastRequest().body, "{}"_ba);
    }

    void appointmentsStandInTheZoneOfTheAccount()
    {
        ScriptedAccount account;
        account.answer(R"({"events": [{"id": "e1", "calendarId": "k", "status": "booked",
            "title": "Tour", "assignedUserId": "u", "users": ["u", "v"],
            "startTime": "2021-07-16 11:00:00", "endTime": "2021-07-16T11:30:00+02:00",
            "dateAdded": ""}]})");
        const auto events = outcome(
            account.client().contactActions().appointments(ana, QTimeZone("America/New_York")));
        QVERIFY2(events, qPrintable(whatWentWrong(events)));
        QCOMPARE(events->size(), 1);
        const ContactAppointment &tour = events->constFirst();
        QCOMPARE(tour.start, Moment(QDateTime(QDate(2021, 7, 16), QTime(15, 0), Qt::UTC)));
        QCOMPARE(tour.end, Moment(QDateTime(QDate(2021, 7, 16), QTime(9, 30), Qt::UTC)));
        QCOMPARE(tour.users.size(), 2);
        QVERIFY(!tour.dateAdded);
    }
};

QTEST_GUILESS_MAIN(TestHighLevelContactActions)
#include "tst_highlevel_contactactions.moc"
