// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <QtTest>

using namespace std::chrono_literals;
using namespace twinbook;

class TestRetryPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("transport");
        QTest::addColumn<int>("safeAttempts");
        QTest::addColumn<int>("createAttempts");

        const auto row
            = [](const char *name, ErrorKind kind, TransportFault transport, int safe, int create) {
                  QTest::newRow(name)
                      << static_cast<int>(kind) << static_cast<int>(transport) << safe << create;
              };
        row("refused connection", ErrorKind::Network, TransportFault::NotSent, 4, 4);
        row("lost connection", ErrorKind::Network, TransportFault::ConnectionLost, 4, 1);
        row("timeout", ErrorKind::Timeout, TransportFault::TimedOut, 2, 1);
        row("too many requests", ErrorKind::RateLimited, TransportFault::None, 6, 6);
        row("server fault", ErrorKind::ServerFault, TransportFault::None, 3, 1);
        row("unauthorized", ErrorKind::Unauthorized, TransportFault::None, 1, 1);
        row("forbidden", ErrorKind::Forbidden, TransportFault::None, 1, 1);
        row("not found", ErrorKind::NotFound, TransportFault::None, 1, 1);
        row("conflict", ErrorKind::Conflict, TransportFault::None, 1, 1);
        row("rejected", ErrorKind::Rejected, TransportFault::None, 1, 1);
        row("bad reply", ErrorKind::BadReply, TransportFault::None, 1, 1);
        row("cancelled", ErrorKind::Cancelled, TransportFault::None, 1, 1);
    }

    void table()
    {
        QFETCH(int, kind);
        QFETCH(int, transport);
        QFETCH(int, safeAttempts);
        QFETCH(int, createAttempts);
        QCOMPARE(attempts(kind, transport, Repetition::Safe), safeAttempts);
        QCOMPARE(attempts(kind, transport, Repetition::Unsafe), createAttempts);
    }

    void jitterIsFullAndCapped()
    {
        const RetryPolicy policy;
        Attempt attempt {3, ErrorKind::Network, TransportFault::NotSent, Repetition::Safe};
        QCOMPARE(policy.delayBeforeNext(attempt, 0.0), 0ms);
        QCOMPARE(policy.delayBeforeNext(attempt, 0.5), 1000ms); // half of 500 ms doubled twice
        attempt.kind = ErrorKind::RateLimited;
        attempt.number = 5;
        QCOMPARE(policy.delayBeforeNext(attempt, 0.999999), 16000ms);

        RetryTable table;
        table.network = {20, 500ms, 8s};
        const Attempt late {15, ErrorKind::Network, TransportFault::NotSent, Repetition::Safe};
        QCOMPARE(RetryPolicy(table).delayBeforeNext(late, 0.999999), 8000ms);
    }

    void retryAfterIsHonouredAndCapped()
    {
        const RetryPolicy policy;
        Attempt attempt {1, ErrorKind::RateLimited, TransportFault::None, Repetition::Unsafe, 30s};
        QCOMPARE(policy.delayBeforeNext(attempt, 0.0), 30s);
        QCOMPARE(policy.delayBeforeNext(attempt, 0.9), 30s);
        attempt.retryAfter = 1h;
        QCOMPARE(policy.delayBeforeNext(attempt, 0.5), std::nullopt);
    }

private:
    static int attempts(int kind, int transport, Repetition repetition)
    {
        const RetryPolicy policy;
        Attempt attempt {1, static_cast<ErrorKind>(kind), static_cast<TransportFault>(transport),
                         repetition};
        while (policy.delayBeforeNext(attempt, 0.5))
            ++attempt.number;
        return attempt.number;
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
