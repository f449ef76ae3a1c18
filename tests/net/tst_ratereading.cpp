// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratereading.h"
#include "net/standardlimits.h"

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

    void standardForms_data()
    {
        QTest::addColumn<QList<HttpHeader>>("headers");
        QTest::addColumn<QList<StandardLimit>>("limits");
        using Headers = QList<HttpHeader>;
        using Limits = QList<StandardLimit>;
        QTest::newRow("three headers") << Headers {{"RateLimit-Limit", "100"},
                                                   {"ratelimit-remaining", "42"},
                                                   {"RateLimit-Reset", "20"}}
                                       << Limits {{100, 42, 60s, 20s}};
        QTest::newRow("three headers, window behind the limit")
            << Headers {{"RateLimit-Limit", "100, 100;w=10, 5000;w=3600"},
                        {"RateLimit-Remaining", "42"},
                        {"RateLimit-Reset", "7"}}
            << Limits {{100, 42, 10s, 7s}};
        QTest::newRow("three headers, window in the policy")
            << Headers {{"RateLimit-Limit", "100"},
                        {"RateLimit-Remaining", "42"},
                        {"RateLimit-Policy", "5000;w=3600, 100;w=10;comment=\"a;w=1,b\""}}
            << Limits {{100, 42, 10s, {}}};
        QTest::newRow("a window of an hour, by its reset") << Headers {{"RateLimit-Limit", "100"},
                                                                       {"RateLimit-Remaining", "1"},
                                                                       {"RateLimit-Reset", "61"}}
                                                           << Limits {{100, 1, 3600s, 61s}};
        QTest::newRow("dictionary") << Headers {{"RateLimit", "limit=100, remaining=50,reset=5"},
                                                {"RateLimit-Policy", "100;w=30"}}
                                    << Limits {{100, 50, 30s, 5s}};
        QTest::newRow("named")
            << Headers {{"RateLimit", "\"a,b\";r=50;t=5, \"daily\";r=900;t=3000"},
                        {"RateLimit-Policy", "\"daily\";q=1000;w=86400,\"a,b\";q=100;w=10"}}
            << Limits {{100, 50, 10s, 5s}, {1000, 900, 86'400s, 3000s}};
        QTest::newRow("a token as a name")
            << Headers {{"RateLimit", "default;r=3"}, {"RateLimit-Policy", "default;q=9;w=1"}}
            << Limits {{9, 3, 1s, {}}};
        QTest::newRow("nothing") << Headers {{"Retry-After", "3"}} << Limits {};
        QTest::newRow("no policy of that name")
            << Headers {{"RateLimit", "\"a\";r=50"}, {"RateLimit-Policy", "\"b\";q=9;w=1"}}
            << Limits {};
        QTest::newRow("negative") << Headers {{"RateLimit-Limit", "-100"},
                                              {"RateLimit-Remaining", "50"}}
                                  << Limits {};
        QTest::newRow("negative rest")
            << Headers {{"RateLimit", "\"a\";r=-1"}, {"RateLimit-Policy", "\"a\";q=9;w=1"}}
            << Limits {};
        QTest::newRow("negative reset and window")
            << Headers {{"RateLimit", "\"a\";r=1;t=-5"}, {"RateLimit-Policy", "\"a\";q=9;w=-1"}}
            << Limits {{9, 1, 60s, {}}};
        QTest::newRow("no allowance at all")
            << Headers {{"RateLimit-Limit", "0"}, {"RateLimit-Remaining", "0"}} << Limits {};
        QTest::newRow("text") << Headers {{"RateLimit-Limit", "many;w=few"},
                                          {"RateLimit-Remaining", "some"},
                                          {"RateLimit-Reset", "soon"},
                                          {"RateLimit", "limit=x, remaining=, =;;=\"\",\""},
                                          {"RateLimit-Policy", "\"\";;q=;w, \"open"}}
                              << Limits {};
        QTest::newRow("huge") << Headers {{"RateLimit-Limit", "99999999999999999999999"},
                                          {"RateLimit-Remaining", "9223372036854775807"},
                                          {"RateLimit-Reset", "9223372036854775807"}}
                              << Limits {{100'000'000, 100'000'000, 86'400s, 86'400s}};
        QTest::newRow("more left than there is")
            << Headers {{"RateLimit-Limit", "5"}, {"RateLimit-Remaining", "6"}}
            << Limits {{5, 5, 60s, {}}};
        QTest::newRow("endless") << Headers {{"RateLimit-Policy", QByteArray(1'000'000, ';')},
                                             {"RateLimit", QByteArray(1'000'000, ',')}}
                                 << Limits {};
    }

    void standardForms()
    {
        QFETCH(QList<HttpHeader>, headers);
        QFETCH(QList<StandardLimit>, limits);
        QCOMPARE(standardLimits(HttpHeaders(headers)), limits);
    }

    void standardBehindTheVendors()
    {
        const QList<HttpHeader> standard {
            {"RateLimit", "\"wide\";r=90;t=3, \"tight\";r=20;t=4, \"day\";r=900;t=3000"},
            {"RateLimit-Policy",
             "\"wide\";q=100;w=10, \"tight\";q=50;w=30, \"day\";q=1000;w=86400"}};
        for (const RateClass rateClass : {RateClass::Read, RateClass::Write}) {
            const auto burst = rateReading(HttpHeaders(standard), rateClass, m_now);
            QVERIFY(burst);
            QCOMPARE(burst->window, (RateWindow {50, 30s}));
            QCOMPARE(burst->remaining, 20);
            QCOMPARE(burst->resetAt, m_now.addSecs(4));
            const auto day = dailyReading(HttpHeaders(standard), rateClass, m_now);
            QVERIFY(day);
            QCOMPARE(day->limit, 1000);
            QCOMPARE(day->remaining, 900);
            QCOMPARE(day->resetAt, m_now.addSecs(3000));
        }
        const QList<HttpHeader> vendor {{"X-RateLimit-Max", "100"},
                                        {"X-RateLimit-Remaining", "42"}};
        const auto reading = rateReading(HttpHeaders(standard + vendor), RateClass::Read, m_now);
        QCOMPARE(reading->window, (RateWindow {100, 10s}));
        QCOMPARE(reading->remaining, 42);
    }
};

QTEST_GUILESS_MAIN(TestRateReading)
#include "tst_ratereading.moc"
