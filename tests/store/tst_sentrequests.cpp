// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sentrequests.h"
#include "storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

class SentRequestsTest final : public QObject
{
    Q_OBJECT

private:
    static SentRequest removal()
    {
        return {.side = Side::Right,
                .operation = u"highlevel.contacts.delete"_s,
                .line = u"DELETE /contacts/c1"_s};
    }

private Q_SLOTS:
    void keepsWhatWasSent();
    void newestComesFirst();
    void anAnswerHasAStatus();
    void outcomeOfNothingIsABug();
};

void SentRequestsTest::keepsWhatWasSent()
{
    const StoreFolder folder;
    HandClock clock;
    qint64 id = 0;
    {
        const Database database = folder.open();
        const auto kept = SentRequests(database, clock).intend(removal());
        VERIFY_GOOD(kept);
        id = *kept;
    }
    const Database database = folder.open();
    SentRequests requests(database, clock);
    SentRequest expected = removal();
    expected.id = id;
    expected.intendedAt = clock.now();
    QCOMPARE(requests.newest(10).value(), QList<SentRequest> {expected});
    VERIFY_GOOD(requests.settle(id, {.state = SentState::Answered, .status = 404}));
    expected.state = SentState::Answered;
    expected.status = 404;
    QCOMPARE(requests.newest(10).value(), QList<SentRequest> {expected});
}

void SentRequestsTest::newestComesFirst()
{
    const StoreFolder folder;
    const HandClock clock;
    const Database database = folder.open();
    SentRequests requests(database, clock);
    const auto first = requests.intend(removal());
    const auto second = requests.intend(removal());
    VERIFY_GOOD(first);
    VERIFY_GOOD(second);
    const QList<SentRequest> newest = requests.newest(1).value();
    QCOMPARE(newest.size(), 1);
    QCOMPARE(newest.constFirst().id, *second);
}

void SentRequestsTest::anAnswerHasAStatus()
{
    const StoreFolder folder;
    const HandClock clock;
    const Database database = folder.open();
    SentRequests requests(database, clock);
    const auto id = requests.intend(removal());
    VERIFY_GOOD(id);
    QVERIFY(!requests.settle(*id, {.state = SentState::Answered}));
    QVERIFY(!requests.settle(*id, {.state = SentState::Unknown, .status = 200}));
    VERIFY_GOOD(requests.settle(*id, {.state = SentState::Unknown, .error = u"Lost."_s}));
    QCOMPARE(requests.newest(1)->constFirst().error, u"Lost."_s);
}

void SentRequestsTest::outcomeOfNothingIsABug()
{
    const StoreFolder folder;
    const HandClock clock;
    const Database database = folder.open();
    QVERIFY(!SentRequests(database, clock).settle(7, {.state = SentState::NotSent}));
}

QTEST_GUILESS_MAIN(SentRequestsTest)
#include "tst_sentrequests.moc"
