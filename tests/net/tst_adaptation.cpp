// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/concurrencylimit.h"
#include "net/lane.h"
#include "net/pagesize.h"

#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;

//! The two numbers that fit themselves to a service.
class TestAdaptation final : public QObject
{
    Q_OBJECT

private:
    using Outcome = ConcurrencyLimit::Outcome;
    using Demand = ConcurrencyLimit::Demand;

    static std::optional<Adaptation> answers(ConcurrencyLimit &limit, int count,
                                             std::chrono::milliseconds latency,
                                             Demand demand = Demand::Waiting)
    {
        std::optional<Adaptation> last;
        for (int i = 0; i < count; ++i) {
            if (const auto step = limit.record(Outcome::Answered, latency, demand))
                last = step;
        }
        return last;
    }

    static Error error(ErrorKind kind, std::optional<int> status = {})
    {
        Error error;
        error.kind = kind;
        error.httpStatus = status;
        return error;
    }

private Q_SLOTS:
    void growsWhileRequestsWait()
    {
        ConcurrencyLimit limit(4);
        const auto step = answers(limit, 20, 200ms);
        QVERIFY(step);
        QCOMPARE(step->from, 4);
        QCOMPARE(step->to, 5);
        QVERIFY(!answers(limit, 19, 200ms));
        (void)answers(limit, 500, 200ms);
        QCOMPARE(limit.current(), 6);
    }

    void doesNotGrowUnasked()
    {
        ConcurrencyLimit limit(4);
        QVERIFY(!answers(limit, 500, 200ms, Demand::None));
    }

    void refusalsAndTimeoutsHalve()
    {
        ConcurrencyLimit limit(6);
        (void)answers(limit, 10, 200ms, Demand::None);
        QCOMPARE(limit.record(Outcome::Refused, 10ms, Demand::Waiting)->to, 3);
        // the others of the same flight tell nothing new
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limit.record(Outcome::Refused, 10ms, Demand::Waiting));
        QCOMPARE(limit.record(Outcome::TimedOut, 30s, Demand::Waiting)->to, 1);
        for (int i = 0; i < 50; ++i)
            QVERIFY(!limit.record(Outcome::TimedOut, 30s, Demand::Waiting));
        QCOMPARE(limit.current(), 1);
        QCOMPARE(answers(limit, 20, 200ms)->to, 2); // and comes back
    }

    void slowRepliesTakeOneAway()
    {
        ConcurrencyLimit limit(6);
        (void)answers(limit, 30, 200ms);
        const auto step = answers(limit, 20, 4s);
        QVERIFY(step);
        QCOMPARE(step->to, 5);
    }

    void oneAfterAnotherStays()
    {
        ConcurrencyLimit limit(1);
        QVERIFY(!answers(limit, 500, 20ms));
        QCOMPARE(limit.places(Lane::Background), 1);
    }

    void aPlaceIsKeptForPeople()
    {
        const ConcurrencyLimit limit(4);
        QCOMPARE(limit.places(Lane::Person), 4);
        QCOMPARE(limit.places(Lane::Background), 3);
    }

    void lanesTakeTurns()
    {
        LaneOrder order;
        QByteArray turns;
        for (int i = 0; i < 8; ++i) {
            turns.append(order.first() == Lane::Person ? 'p' : 'b');
            order.taken(order.first());
        }
        QCOMPARE(turns, QByteArray("pppbpppb"));
    }

    void pagesHalveAndComeBack()
    {
        PageSize size(500);
        QCOMPARE(size.current(), 500);
        const auto step = size.failed(error(ErrorKind::Timeout, 504));
        QVERIFY(step);
        QCOMPARE(step->from, 500);
        QCOMPARE(step->to, 250);
        QCOMPARE(size.failed(error(ErrorKind::BadReply))->to, 125);
        QCOMPARE(size.failed(error(ErrorKind::Rejected, 413))->to, 62);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!size.succeeded());
        QCOMPARE(size.succeeded()->to, 124);
        for (int i = 0; i < 12; ++i)
            (void)size.succeeded();
        QCOMPARE(size.current(), 500);
        QVERIFY(!size.succeeded());
    }

    void otherErrorsAreNotThePages_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("blamed");
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Bug); ++kind) {
            const auto name = errorKindName(static_cast<ErrorKind>(kind)).toLatin1();
            QTest::newRow(name.constData()) << kind << (name == "timeout" || name == "bad-reply");
        }
    }
    void otherErrorsAreNotThePages()
    {
        QFETCH(int, kind);
        QFETCH(bool, blamed);
        PageSize size(100);
        QCOMPARE(size.failed(error(static_cast<ErrorKind>(kind))).has_value(), blamed);
    }

    void theSmallestPageStays()
    {
        PageSize size(50, 10);
        while (size.failed(error(ErrorKind::Timeout))) { }
        QCOMPARE(size.current(), 10);
    }

    void stepsAreLogged()
    {
        QTest::ignoreMessage(QtInfoMsg,
                             "HighLevel: people on a page 500 -> 250 (no answer in time)");
        PageSize size(500);
        logAdaptation(u"HighLevel"_s, *size.failed(error(ErrorKind::Timeout)));
    }
};

QTEST_GUILESS_MAIN(TestAdaptation)
#include "tst_adaptation.moc"
