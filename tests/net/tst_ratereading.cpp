// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratereading.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;

class TestRateReading final : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC};

    static HttpHeaders officeRnD(const QByteArray &name, int limit, int remaining,
                                 const QByteArray &reset)
    {
        return HttpHeaders({{"x-ratelimit-limit-" + name, QByteArray::number(limit)},
                            {"x-ratelimit-remaining-" + name, QByteArray::number(remaining)},
                            {"x-ratelimit-reset-" + name, reset}});
    }

private Q_SLOTS:
    void highLevel()
    {
        const HttpHeaders headers({{"x-ratelimit-max", "100"},
                                   {"X-RateLimit-Remaining", "42"},
                                   {"X-RateLimit-Interval-Milliseconds", "10000"},
                                   {"X-RateLimit-Limit-Daily", "200000"},
                                   {"x-ratelimit-daily-remaining", "199000"}});
        const auto burst = rateReading(headers, RateClass::Write, m_now);
        QVERIFY(burst);
        QCOMPARE(burst->window, (RateWindow {100, 10s}));
        QCOMPARE(burst->remaining, 42);
        QVERIFY(!burst->resetAt); // HighLevel does not tell
        const auto day = dailyReading(headers, RateClass::Write, m_now);
        QVERIFY(day);
        QCOMPARE(day->limit, 200'000);
        QCOMPARE(day->remaining, 199'000);
        QVERIFY(!day->resetAt);
    }

    void officeRnDByClass()
    {
        const auto reads
            = rateReading(officeRnD("read-minute", 400, 7, "20"), RateClass::Read, m_now);
        QVERIFY(reads);
        QCOMPARE(reads->window, (RateWindow {400, 60s}));
        QCOMPARE(reads->resetAt, m_now.addSecs(20));
        QVERIFY(!rateReading(officeRnD("read-minute", 400, 7, "20"), RateClass::Write, m_now));

        const auto day
            = dailyReading(officeRnD("write-day", 5000, 12, "3600"), RateClass::Write, m_now);
        QVERIFY(day);
        QCOMPARE(day->remaining, 12);
        QCOMPARE(day->resetAt, m_now.addSecs(3600));
        QVERIFY(!dailyReading(officeRnD("write-day", 5000, 12, "3600"), RateClass::Read, m_now));
    }

    void everyUnitOfTheReset()
    {
        const QDateTime moment = m_now.addSecs(30);
        for (const QByteArray &reset : {"30"_ba, QByteArray::number(moment.toSecsSinceEpoch()),
                                        QByteArray::number(moment.toMSecsSinceEpoch())}) {
            const auto reading
                = rateReading(officeRnD("write-minute", 30, 7, reset), RateClass::Write, m_now);
            QCOMPARE(reading->resetAt, moment);
        }
        // A reset further away than the window is long is not believed.
        const auto far
            = rateReading(officeRnD("read-minute", 30, 7, "900000"), RateClass::Read, m_now);
        QCOMPARE(far->resetAt, m_now.addSecs(60));
    }

    void hostileNumbers()
    {
        QVERIFY(!rateReading(HttpHeaders(QList<HttpHeader> {{"X-RateLimit-Max", "many"}}),
                             RateClass::Read, m_now));
        QVERIFY(!rateReading(officeRnD("read-minute", 0, 0, "1"), RateClass::Read, m_now));
        const HttpHeaders more({{"X-RateLimit-Max", "10"},
                                {"X-RateLimit-Remaining", "99999999999"},
                                {"X-RateLimit-Interval-Milliseconds", "0"}});
        const auto reading = rateReading(more, RateClass::Read, m_now);
        QCOMPARE(reading->remaining, 10);
        QCOMPARE(reading->window.length, 1ms);
    }
};

QTEST_GUILESS_MAIN(TestRateReading)
#include "tst_ratereading.moc"
