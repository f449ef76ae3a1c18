// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "movableclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The rate limits of the real services, with a clock that the test moves.
class TestSandboxRates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void limitsTokens();
    void limitsReadsAndWritesApart();
    void limitsHighlevelBursts();
    void limitsHighlevelDays();
    void relaxesAHundredfold();
    void forgetsTokensAfterAnHour();

private:
    [[nodiscard]] Response readMember() { return m_client->officernd("GET", u"/members/x"_s); }
    [[nodiscard]] Response writeMember() { return m_client->officernd("PUT", u"/members/x"_s); }
    [[nodiscard]] Response readLocation()
    {
        return m_client->highlevel("GET", u"/locations/"_s + m_sandbox->credentials().locationId);
    }

    MovableClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxRates::init()
{
    SandboxOptions options;
    options.pace = SandboxOptions::Pace::Exact;
    options.clock = &m_clock;
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
}

void TestSandboxRates::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxRates::limitsTokens()
{
    const QString scope = u"flex.community.members.read"_s;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(m_client->requestToken(scope).status, 200);
    m_clock.advance(std::chrono::seconds(20));
    const Response refused = m_client->requestToken(scope);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), QByteArray("40"));
    m_clock.advance(std::chrono::seconds(40));
    QCOMPARE(m_client->requestToken(scope).status, 200);
}

void TestSandboxRates::limitsReadsAndWritesApart()
{
    m_client->signIn();
    for (int i = 0; i < 400; ++i)
        QCOMPARE(readMember().status, 404);
    m_clock.advance(std::chrono::milliseconds(1500));
    const Response refused = readMember();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), QByteArray("59"));
    QCOMPARE(refused.headers.value("x-ratelimit-limit-read-minute"), QByteArray("400"));
    QCOMPARE(refused.headers.value("x-ratelimit-remaining-read-minute"), QByteArray("0"));
    QCOMPARE(refused.headers.value("x-ratelimit-reset-read-minute"), QByteArray("59"));
    QVERIFY(refused.headers.contains("x-ratelimit-remaining-read-day"));

    const Response write = writeMember();
    QCOMPARE(write.status, 404);
    QCOMPARE(write.headers.value("x-ratelimit-limit-write-minute"), QByteArray("100"));
    QCOMPARE(write.headers.value("x-ratelimit-remaining-write-minute"), QByteArray("99"));
    QVERIFY(!write.headers.contains("x-ratelimit-limit-read-minute"));
    for (int i = 0; i < 99; ++i)
        QCOMPARE(writeMember().status, 404);
    QCOMPARE(writeMember().status, 429);
    m_clock.advance(std::chrono::minutes(1));
    QCOMPARE(readMember().status, 404);
    QCOMPARE(writeMember().status, 404);
}

void TestSandboxRates::limitsHighlevelBursts()
{
    for (int i = 0; i < 100; ++i) {
        const Response response = readLocation();
        QCOMPARE(response.status, 200);
        QCOMPARE(response.headers.value("x-ratelimit-remaining").toInt(), 99 - i);
    }
    const Response refused = readLocation();
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("x-ratelimit-max"), QByteArray("100"));
    QCOMPARE(refused.headers.value("x-ratelimit-interval-milliseconds"), QByteArray("10000"));
    QVERIFY(!refused.headers.contains("retry-after")); // not documented for this service
    m_clock.advance(std::chrono::milliseconds(9999));
    QCOMPARE(readLocation().status, 429);
    m_clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(readLocation().status, 200);
}

void TestSandboxRates::limitsHighlevelDays()
{
    const Response response = readLocation();
    QCOMPARE(response.headers.value("x-ratelimit-limit-daily"), QByteArray("200000"));
    QCOMPARE(response.headers.value("x-ratelimit-daily-remaining"), QByteArray("199999"));
}

void TestSandboxRates::relaxesAHundredfold()
{
    Sandbox relaxed;
    QVERIFY(relaxed.start());
    HttpClient client(relaxed);
    client.signIn();
    QCOMPARE(
        client.officernd("GET", u"/members/x"_s).headers.value("x-ratelimit-limit-read-minute"),
        QByteArray("40000"));
    QCOMPARE(client.search({{u"pageLimit"_s, 1}}).headers.value("x-ratelimit-max"),
             QByteArray("10000"));
}

void TestSandboxRates::forgetsTokensAfterAnHour()
{
    m_client->signIn();
    m_clock.advance(std::chrono::seconds(3599));
    QCOMPARE(readMember().status, 404);
    m_clock.advance(std::chrono::seconds(1));
    QCOMPARE(readMember().status, 401);
    m_client->signIn();
    QCOMPARE(readMember().status, 404);
}

QTEST_GUILESS_MAIN(TestSandboxRates)
#include "tst_sandbox_rates.moc"
