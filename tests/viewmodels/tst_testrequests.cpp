// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakesender.h"
#include "viewmodels/testrequestdesk.h"
#include "viewmodels/testrequestmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::FakeSender;
using State = TestRequestDesk::State;

class TestRequestsTest final : public QObject
{
    Q_OBJECT

private:
    Catalogue m_catalogue;

    [[nodiscard]] const Operation *named(const QString &name) const
    {
        return m_catalogue.find(name);
    }

private Q_SLOTS:
    void initTestCase();
    void listsAndFilters();
    void nothingIsChosenAtFirst();
    void saysWhatIsMissing();
    void sendsAReadAndShowsTheAnswer();
    void asksBeforeAChange();
    void contentIsCheckedBeforeSending();
    void whatIsNeverSentCannotBeSent();
    void anUnconnectedServiceIsNotAsked();
    void oneRequestAtATime();
    void anAnswerNamesItsOperation();
    void aFailureIsASentence();
    void htmlIsText();
    void disguisesBecomeVisible();
    void jsonIsOnlyLaidOut();
    void aLongAnswerIsCut();
};

void TestRequestsTest::initTestCase()
{
    Result<Catalogue> catalogue = Catalogue::load();
    QVERIFY(catalogue);
    m_catalogue = *std::move(catalogue);
}

void TestRequestsTest::listsAndFilters()
{
    TestRequestModel model(m_catalogue);
    QCOMPARE(model.rowCount(), 283);
    QCOMPARE(model.countText(), u"211 operations and 72 events"_s);
    QCOMPARE(model.index(0, TestRequestModel::Name).data().toString(), u"members.list"_s);
    QCOMPARE(model.index(0, TestRequestModel::Name).data(Qt::AccessibleTextRole).toString(),
             u"OfficeRnD: members.list"_s);
    model.setFilter({.text = u"tags"_s, .service = Side::Right, .use = OperationUse::Sync});
    QCOMPARE(model.rowCount(), 3);
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.operation(row)->service, Side::Right);
        QVERIFY(!model.index(row, 0).data(TestRequestModel::NeverRole).toBool());
    }
    QVERIFY(model.operation(3) == nullptr);
    QVERIFY(model.operation(-1) == nullptr);
}

void TestRequestsTest::nothingIsChosenAtFirst()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    QCOMPARE(desk.state(), State::Empty);
    desk.send();
    QVERIFY(sender.sent.isEmpty());
}

void TestRequestsTest::saysWhatIsMissing()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"highlevel.contacts.get"_s));
    QCOMPARE(desk.state(), State::Incomplete);
    QVERIFY(desk.problem().contains("contactId"_L1));
    desk.send();
    QVERIFY(sender.sent.isEmpty());
    QSignalSpy changed(&desk, &TestRequestDesk::changed);
    desk.set(u"contactId"_s, u"c1"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.state(), State::Ready);
    QVERIFY(desk.preview().startsWith("GET /contacts/c1\n"_L1));
    QVERIFY(desk.preview().contains("Authorization: (hidden)"_L1));
}

void TestRequestsTest::sendsAReadAndShowsTheAnswer()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"highlevel.contacts.get"_s));
    desk.set(u"contactId"_s, u"c1"_s);
    QVERIFY(!desk.changesSomething());
    desk.send();
    QCOMPARE(desk.state(), State::Waiting);
    QCOMPARE(sender.sent.size(), 1);
    QCOMPARE(sender.sent.constFirst().line, u"GET /contacts/c1"_s);
    QCOMPARE(sender.sent.constFirst().service, Side::Right);
    sender.answer({.status = 200,
                   .headers = {{u"Content-Type"_s, u"application/json"_s}},
                   .body = u"{\"contact\":{\"id\":\"c1\"}}"_s,
                   .duration = std::chrono::milliseconds(42)});
    QCOMPARE(desk.state(), State::Ready);
    QCOMPARE(desk.verdict(), TestRequestDesk::Verdict::Good);
    QVERIFY(desk.outcome().contains("200"_L1) && desk.outcome().contains("42 ms"_L1));
    QVERIFY(desk.replyText().startsWith("{\n  \"contact\""_L1));
    QVERIFY(desk.replyText().endsWith("\n\nContent-Type: application/json"_L1));
}

void TestRequestsTest::asksBeforeAChange()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"officernd.members.delete"_s));
    desk.set(u"memberId"_s, u"5f01"_s);
    QVERIFY(desk.changesSomething());
    const QString question = desk.question();
    QVERIFY(question.contains("OfficeRnD"_L1) && question.contains("Acme Spaces"_L1));
    QVERIFY(question.contains("Deletes a person for good."_L1));
    QVERIFY(question.contains("DELETE /organizations/acme/members/5f01"_L1));
    QVERIFY(question.contains("cannot undo"_L1));
}

void TestRequestsTest::contentIsCheckedBeforeSending()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"highlevel.contacts.create"_s));
    QCOMPARE(desk.state(), State::Incomplete);
    desk.setBody(u"{"_s);
    QCOMPARE(desk.state(), State::Incomplete);
    QVERIFY(desk.problem().contains("line 1"_L1));
    desk.useExampleBody();
    QCOMPARE(desk.state(), State::Ready);
    desk.send();
    QVERIFY(sender.sent.constFirst().request.body.contains("location1"));
}

void TestRequestsTest::whatIsNeverSentCannotBeSent()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    for (const QString &name : {u"highlevel.oauth.token"_s, u"officernd.event.member.created"_s}) {
        desk.choose(named(name));
        QCOMPARE(desk.state(), State::Incomplete);
        desk.send();
    }
    QVERIFY(sender.sent.isEmpty());
}

void TestRequestsTest::anUnconnectedServiceIsNotAsked()
{
    FakeSender sender;
    sender.ids.right.clear();
    TestRequestDesk desk(sender);
    desk.choose(named(u"highlevel.locations.get"_s));
    QCOMPARE(desk.state(), State::Incomplete);
    QVERIFY(desk.problem().contains("HighLevel is not connected"_L1));
}

void TestRequestsTest::oneRequestAtATime()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"officernd.members.list"_s));
    desk.send();
    desk.send();
    desk.choose(named(u"officernd.companies.list"_s));
    desk.send();
    QCOMPARE(sender.sent.size(), 1);
}

void TestRequestsTest::anAnswerNamesItsOperation()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"officernd.members.list"_s));
    desk.send();
    desk.choose(named(u"officernd.companies.list"_s));
    sender.answer({.status = 404});
    QVERIFY(desk.outcome().startsWith("officernd.members.list "_L1));
    QCOMPARE(desk.verdict(), TestRequestDesk::Verdict::Refused);
}

void TestRequestsTest::aFailureIsASentence()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"officernd.members.list"_s));
    desk.send();
    sender.refuse({.kind = ErrorKind::Network,
                   .message = u"OfficeRnD cannot be reached."_s,
                   .detail = u"refused"_s});
    QCOMPARE(desk.verdict(), TestRequestDesk::Verdict::Failed);
    QCOMPARE(desk.outcome(), u"OfficeRnD cannot be reached."_s);
    QCOMPARE(desk.state(), State::Ready);
}

void TestRequestsTest::htmlIsText()
{
    const QString html = u"<html><script>alert(1)</script><b>Sign in</b></html>"_s;
    QCOMPARE(readableReply(html), html);
}

void TestRequestsTest::disguisesBecomeVisible()
{
    const QString hostile = u"a\u001b[31mb\u202ec\u2066d\r\ne\tf"_s;
    QCOMPARE(readableReply(hostile), u"a\ufffd[31mb\ufffdc\ufffdd\ne\tf"_s);
}

//! A number too large for a double, the order of members and escapes stay as they came.
void TestRequestsTest::jsonIsOnlyLaidOut()
{
    const QString json = u"{\"z\": 12345678901234567890,\"a\":[\"x:{,}\\\"y\\\\\", 1.10]}"_s;
    const QString laidOut = u"{\n  \"z\": 12345678901234567890,\n  \"a\": [\n"
                            "    \"x:{,}\\\"y\\\\\",\n    1.10\n  ]\n}"_s;
    QCOMPARE(readableReply(json), laidOut);
}

void TestRequestsTest::aLongAnswerIsCut()
{
    FakeSender sender;
    TestRequestDesk desk(sender);
    desk.choose(named(u"officernd.members.list"_s));
    desk.send();
    sender.answer({.status = 200, .body = QString(300'000, u'x')});
    QVERIFY(desk.replyText().size() < 201'000);
    QVERIFY(desk.replyText().endsWith("more characters are not shown."_L1));
}

QTEST_GUILESS_MAIN(TestRequestsTest)
#include "tst_testrequests.moc"
