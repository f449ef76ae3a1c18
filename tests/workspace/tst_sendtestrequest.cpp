// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sendtestrequest.h"

#include "net/joboutcome.h"
#include "store/storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

class Answer final : public RawReplyJob
{
public:
    explicit Answer(Result<RawReply> reply)
        : m_reply(std::move(reply))
    { }

protected:
    void run() override { finish(m_reply); }
    void abort() override { finish(m_reply); }

private:
    const Result<RawReply> m_reply;
};

//! The service behind the port; keeps what it was asked.
class Service final : public RawRequests
{
public:
    [[nodiscard]] QString accountId() const override { return u"acme"_s; }
    [[nodiscard]] std::unique_ptr<RawReplyJob> sendRaw(const RawRequest &request) override
    {
        asked.append(request);
        return std::make_unique<Answer>(reply);
    }

    Result<RawReply> reply = RawReply {.status = 200};
    QList<RawRequest> asked;
};

TestRequest removal()
{
    return {.service = Side::Left,
            .operation = u"officernd.members.delete"_s,
            .line = u"DELETE /organizations/acme/members/5f01"_s,
            .request = {.method = RawMethod::Delete,
                        .path = {u"members"_s, u"5f01"_s},
                        .effect = RawEffect::Writes}};
}

Result<RawReply> lost(ErrorKind kind)
{
    return Failure(Error {.kind = kind, .message = u"No answer."_s, .detail = {}});
}

struct Stage
{
    StoreFolder folder;
    HandClock clock;
    Database database = folder.open();
    Service service;

    [[nodiscard]] Result<RawReply> send(const TestRequest &request)
    {
        return outcome(std::make_unique<SendTestRequest>(request, service, database, clock));
    }
    [[nodiscard]] QList<SentRequest> kept() const
    {
        return SentRequests(database, clock).newest(10).value();
    }
};

} // namespace

class SendTestRequestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsKeptWithItsAnswer();
    void aReadIsNotKept();
    void aChangeThatCannotBeKeptIsNotSent();
    void aLostAnswerLeavesADoubt();
    void whatCertainlyDidNotHappenLeavesNone();
};

void SendTestRequestTest::aChangeIsKeptWithItsAnswer()
{
    Stage stage;
    stage.service.reply = RawReply {.status = 404};
    const Result<RawReply> reply = stage.send(removal());
    QVERIFY(reply);
    QCOMPARE(reply->status, 404);
    QCOMPARE(stage.service.asked, QList<RawRequest> {removal().request});
    QCOMPARE(stage.kept().size(), 1);
    const SentRequest kept = stage.kept().constFirst();
    QCOMPARE(kept.line, removal().line);
    QCOMPARE(kept.operation, removal().operation);
    QCOMPARE(kept.state, SentState::Answered);
    QCOMPARE(kept.status, std::optional<int>(404));
}

void SendTestRequestTest::aReadIsNotKept()
{
    Stage stage;
    TestRequest reading = removal();
    reading.request.effect = RawEffect::Reads;
    QVERIFY(stage.send(reading));
    QCOMPARE(stage.service.asked.size(), 1);
    QVERIFY(stage.kept().isEmpty());
}

void SendTestRequestTest::aChangeThatCannotBeKeptIsNotSent()
{
    Stage stage;
    FaultPoint full(1);
    stage.database.setStatementObserver(&full);
    const Result<RawReply> reply = stage.send(removal());
    stage.database.setStatementObserver(nullptr);
    QVERIFY(!reply);
    QCOMPARE(reply.error().kind, ErrorKind::Storage);
    QVERIFY(stage.service.asked.isEmpty());
}

void SendTestRequestTest::aLostAnswerLeavesADoubt()
{
    Stage stage;
    stage.service.reply = lost(ErrorKind::Timeout);
    const Result<RawReply> reply = stage.send(removal());
    QVERIFY(!reply);
    QVERIFY2(reply.error().message.startsWith("No answer. The change may have been made"_L1),
             qPrintable(reply.error().message));
    QVERIFY(reply.error().message.contains("OfficeRnD"_L1));
    QCOMPARE(stage.kept().constFirst().state, SentState::Unknown);
}

void SendTestRequestTest::whatCertainlyDidNotHappenLeavesNone()
{
    Stage stage;
    stage.service.reply = lost(ErrorKind::KeyringLocked);
    const Result<RawReply> reply = stage.send(removal());
    QVERIFY(!reply);
    QCOMPARE(reply.error().message, u"No answer."_s);
    QCOMPARE(stage.kept().constFirst().state, SentState::NotSent);
}

QTEST_GUILESS_MAIN(SendTestRequestTest)
#include "tst_sendtestrequest.moc"
