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
const QDateTime due(QDate(2026, 11, 23), QTime(12, 0, 0, 250), Qt::OffsetFromUTC, 7200);

} // namespace

class TestHighLevelTasks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsRead()
    {
        ScriptedAccount account;
        account.answer(R"({"tasks": [
            {"id": "t1", "title": "<b>Call</b> \u202e", "body": "x\ny", "assignedTo": "u1",
             "dueDate": "2021-07-08T02:30:00.000Z", "completed": true, "contactId": "c1",
             "invented": {"a": 1}},
            {"id": "t2", "title": null, "body": "", "assignedTo": ""}]})");
        const auto tasks = outcome(account.client().tasks().list(ana));
        QVERIFY2(tasks, qPrintable(whatWentWrong(tasks)));
        QCOMPARE(tasks->size(), 2);
        const Task &call = tasks->at(0);
        QCOMPARE(call.id, TaskId(u"t1"_s));
        QCOMPARE(call.contact, ContactId(u"c1"_s));
        QCOMPARE(call.title, Text(u"<b>Call</b> \u202e"_s));
        QCOMPARE(call.assignedTo, std::optional(UserId(u"u1"_s)));
        QCOMPARE(call.dueDate, Moment(QDateTime(QDate(2021, 7, 8), QTime(2, 30), Qt::UTC)));
        QCOMPARE(call.completed, Flag(true));
        QCOMPARE(call.whole.value("invented"_L1).toObject().value("a"_L1).toInt(), 1);

        const Task &empty = tasks->at(1);
        QVERIFY(!empty.title && !empty.body && !empty.assignedTo && !empty.dueDate
                && !empty.completed);
    }

    void wrongTypesAreNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no list") << "{}"_ba;
        QTest::newRow("null") << R"({"tasks": null})"_ba;
        QTest::newRow("object for list") << R"({"tasks": {"id": "t1"}})"_ba;
        QTest::newRow("text for list") << R"({"tasks": "t1"})"_ba;
        QTest::newRow("number in list") << R"({"tasks": [5]})"_ba;
        QTest::newRow("no id") << R"({"tasks": [{"title": "x"}]})"_ba;
        QTest::newRow("object for text") << R"({"tasks": [{"id": "t", "title": {"a": 1}}]})"_ba;
        QTest::newRow("list for id") << R"({"tasks": [{"id": ["t"]}]})"_ba;
        QTest::newRow("no date") << R"({"tasks": [{"id": "t", "dueDate": "soon"}]})"_ba;
        QTest::newRow("text for flag") << R"({"tasks": [{"id": "t", "completed": "maybe"}]})"_ba;
    }

    void wrongTypesAreNotBelieved()
    {
        QFETCH(QByteArray, answer);
        ScriptedAccount account;
        account.answer(answer);
        const auto tasks = outcome(account.client().tasks().list(ana));
        QVERIFY(!tasks);
        QCOMPARE(int(tasks.error().kind), int(ErrorKind::BadReply));
        QCOMPARE(sentenceProblem(tasks.error()), QString());
        QVERIFY(tasks.error().detail.contains("tasks"_L1));
    }

    void dueDateGoesInUtcWithoutMilliseconds()
    {
        ScriptedAccount account;
        account.answer(R"({"task": {"id": "t1"}})");
        QVERIFY(outcome(account.client().tasks().update(ana, TaskId(u"t1"_s),
                                                        {.title = u"Call"_s, .dueDate = due})));
        QCOMPARE(json(account.lastRequest().body),
                 json(R"({"title": "Call", "dueDate": "2026-11-23T10:00:00Z",
                          "completed": false})"));
    }

    void titleAndDueDateAreNeeded()
    {
        ScriptedAccount account;
        const auto nameless = outcome(account.client().tasks().create(ana, {.dueDate = due}));
        const auto dateless = outcome(account.client().tasks().update(
            ana, TaskId(u"t1"_s), {.title = u"Call"_s, .dueDate = QDateTime()}));
        QCOMPARE(int(nameless.error().kind), int(ErrorKind::InvalidInput));
        QCOMPARE(int(dateless.error().kind), int(ErrorKind::InvalidInput));
        QVERIFY(dateless.error().message.contains("Call"_L1));
        QCOMPARE(sentenceProblem(nameless.error()) + sentenceProblem(dateless.error()), QString());
        QCOMPARE(account.requestCount(), 0);
    }

    void searchReadsNestedLists()
    {
        ScriptedAccount account;
        account.answer(R"({"tasks": [[{"_id": "t1", "contactId": "c1"}], {"id": "t2"}]})");
        const auto tasks = outcome(account.client().tasks().search({}));
        QVERIFY2(tasks, qPrintable(whatWentWrong(tasks)));
        QCOMPARE(tasks->size(), 2);
        QCOMPARE(tasks->at(0).id, TaskId(u"t1"_s));
        QCOMPARE(json(account.lastRequest().body), json(R"({"limit": 25, "skip": 0})"));

        const auto nothing = outcome(account.client().tasks().search({.limit = 0}));
        QCOMPARE(int(nothing.error().kind), int(ErrorKind::InvalidInput));
    }

    void creationIsNotRepeated()
    {
        ScriptedAccount account;
        account.answer("<html>", "502 Bad Gateway");
        const auto task
            = outcome(account.client().tasks().create(ana, {.title = u"Call"_s, .dueDate = due}));
        QVERIFY(!task);
        QVERIFY(leavesWriteUnknown(task.error()));
        QCOMPARE(account.requestCount(), 1);
    }

    void refusedDeletionIsNoSuccess_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("deleted");
        QTest::newRow("v2") << R"({"succeded": true})"_ba << true;
        QTest::newRow("v3") << R"({"succeeded": true})"_ba << true;
        QTest::newRow("third spelling") << R"({"success": "true"})"_ba << true;
        QTest::newRow("nothing told") << R"({"traceId": "x"})"_ba << true;
        QTest::newRow("no, v2") << R"({"succeded": false})"_ba << false;
        QTest::newRow("no, v3") << R"({"succeeded": false})"_ba << false;
        QTest::newRow("both, disagreeing")
            << R"({"succeded": true, "succeeded": false})"_ba << false;
    }

    void refusedDeletionIsNoSuccess()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, deleted);
        ScriptedAccount account;
        account.answer(answer);
        const auto gone = outcome(account.client().tasks().remove(ana, TaskId(u"t1"_s)));
        QCOMPARE(gone.has_value(), deleted);
        if (!deleted) {
            QCOMPARE(int(gone.error().kind), int(ErrorKind::Rejected));
            QCOMPARE(sentenceProblem(gone.error()), QString());
        }
    }

    void missingTaskIsNotCalledAPerson()
    {
        ScriptedAccount account;
        account.answer(R"({"statusCode": 404, "message": "Task not found"})", "404 Not Found");
        const auto task = outcome(account.client().tasks().get(ana, TaskId(u"t1"_s)));
        QCOMPARE(int(task.error().kind), int(ErrorKind::NotFound));
        QVERIFY2(task.error().message.contains("task"_L1), qPrintable(task.error().message));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelTasks)
#include "tst_highlevel_tasks.moc"
