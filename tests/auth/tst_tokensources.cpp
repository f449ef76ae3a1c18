// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/agencyaccounttokensource.h"
#include "auth/clientcredentials.h"
#include "auth/fixedtoken.h"
#include "auth/heldtoken.h"
#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::test::outcome;
using twinbook::test::ScriptedServer;

namespace {

class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
};

class TokenFaults final : public FaultReader
{
public:
    [[nodiscard]] Error read(const Fault &fault) const override
    {
        if (fault.body.value("error"_L1) == "invalid_scope"_L1)
            return faultError(fault, ErrorKind::Forbidden, u"scope"_s);
        return commonError(fault, u"Testservice"_s);
    }
};

ScriptedServer::Answer granted(const QByteArray &token, int seconds,
                               const QByteArray &scope = "read write")
{
    return {ScriptedServer::reply("200 OK",
                                  "{\"access_token\":\"" + token
                                      + "\",\"expires_in\":" + QByteArray::number(seconds)
                                      + ",\"scope\":\"" + scope + "\"}")};
}

struct Setup
{
    explicit Setup(const QStringList &reduced = {})
        : tokens(secrets, clock, identity,
                 {u"client-1"_s, u"key"_s, {u"read"_s, u"write"_s}, reduced}, u"Testservice"_s)
    {
        auto write = secrets.write(u"key"_s, u" hush+&hush\n"_s);
        (void)outcome(write);
    }

    FakeClock clock;
    NetworkTransport transport;
    RateLimiter limiter {clock, {{5, std::chrono::minutes(1)}, {5, std::chrono::minutes(1)}}};
    TokenFaults faults;
    ScriptedServer server;
    HttpClient identity {{clock, transport, limiter, faults}, server.url()};
    MemorySecretStore secrets;
    ClientCredentialsTokenSource tokens;
};

} // namespace

class TestTokenSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAndKeepsUntilAMinuteBeforeExpiry()
    {
        Setup setup;
        setup.server.script({granted("one", 3599), granted("two", 3599)});
        QCOMPARE(outcome(setup.tokens.token()).value(), "one"_ba);
        const QByteArray request = setup.server.requests().constFirst();
        QVERIFY(request.startsWith("POST /oauth/token HTTP"));
        QVERIFY(request.contains("application/x-www-form-urlencoded"));
        QVERIFY(request.endsWith("client_id=client-1&client_secret=hush%2B%26hush"
                                 "&grant_type=client_credentials&scope=read%20write"));

        setup.clock.advance(3599 - 61);
        QCOMPARE(outcome(setup.tokens.token()).value(), "one"_ba);
        setup.clock.advance(2);
        QCOMPARE(outcome(setup.tokens.token()).value(), "two"_ba);
        QCOMPARE(setup.server.requests().size(), 2);
    }

    void manyAskersShareOneRequest()
    {
        Setup setup;
        setup.server.script({granted("one", 3599)});
        std::vector<std::unique_ptr<TokenJob>> jobs;
        for (int i = 0; i < 20; ++i) {
            jobs.push_back(setup.tokens.token());
            jobs.back()->start();
        }
        jobs.at(3).reset(); // one loses patience
        for (const auto &job : jobs) {
            if (job)
                QTRY_VERIFY(job->isFinished());
        }
        QCOMPARE(jobs.at(19)->result().value(), "one"_ba);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void refusedTokenIsRenewedAtMostOnceAMinute()
    {
        Setup setup;
        setup.server.script({granted("one", 3599), granted("two", 3599)});
        QCOMPARE(outcome(setup.tokens.token()).value(), "one"_ba);
        QCOMPARE(setup.tokens.renew("one"), TokenSource::Renewal::Possible);
        QCOMPARE(outcome(setup.tokens.token()).value(), "two"_ba);
        // a second request that was refused with the old one need not fetch again
        QCOMPARE(setup.tokens.renew("one"), TokenSource::Renewal::Possible);
        QCOMPARE(outcome(setup.tokens.token()).value(), "two"_ba);
        QCOMPARE(setup.tokens.renew("two"), TokenSource::Renewal::Useless);
        setup.clock.advance(61);
        QCOMPARE(setup.tokens.renew("two"), TokenSource::Renewal::Possible);
        QCOMPARE(setup.server.requests().size(), 2);
    }

    void refusedScopesAreReduced()
    {
        Setup setup({u"read"_s});
        setup.server.script({{ScriptedServer::reply("400 No", "{\"error\":\"invalid_scope\"}")},
                             granted("reader", 3599, "read")});
        QCOMPARE(outcome(setup.tokens.token()).value(), "reader"_ba);
        QCOMPARE(setup.tokens.grantedScopes(), QStringList {u"read"_s});
        QVERIFY(setup.server.requests().constLast().endsWith("scope=read"));
    }

    void wrongSecretIsSaidOnce()
    {
        Setup setup;
        setup.server.script({{ScriptedServer::reply("401 No", "{\"error\":\"invalid_client\"}")}});
        QCOMPARE(outcome(setup.tokens.token()).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(setup.server.requests().size(), 1);
    }

    void missingSecretAsksNobody()
    {
        Setup setup;
        (void)outcome(setup.secrets.remove(u"key"_s));
        QCOMPARE(outcome(setup.tokens.token()).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(setup.server.requests().size(), 0);
    }

    void tokenThatWouldBreakTheHeaderIsRefused()
    {
        Setup setup;
        setup.server.script({granted("one\\r\\nX-Evil: 1", 3599)});
        QCOMPARE(outcome(setup.tokens.token()).error().kind, ErrorKind::BadReply);
    }

    void anAgencysTokenIsExchangedForTheChosenAccountAndNoOther()
    {
        Setup setup;
        HeldToken agency("agency-token"_ba);
        AgencyAccountTokenSource tokens({setup.clock, setup.transport, setup.limiter}, agency,
                                        {u"Testservice"_s, setup.server.url(), u"c-1"_s, u"l-2"_s});
        setup.server.script(
            {{ScriptedServer::reply("200 OK", R"({"access_token":"x","locationId":"l-9"})")},
             {ScriptedServer::reply("200 OK", R"({"access_token":"y","locationId":"l-2"})")},
             {ScriptedServer::reply("401 No", R"({"message":"not yours"})")}});
        QCOMPARE(outcome(tokens.token()).error().kind, ErrorKind::BadReply);
        QCOMPARE(outcome(tokens.token()).value(), "y"_ba);
        const QByteArray request = setup.server.requests().constFirst();
        QVERIFY(request.startsWith("POST /oauth/locationToken HTTP"));
        QVERIFY(request.contains("Bearer agency-token"));
        QVERIFY(request.endsWith("companyId=c-1&locationId=l-2"));
        QCOMPARE(tokens.renew("y"), TokenSource::Renewal::Possible);
        const auto refused = outcome(tokens.token());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(refused.error().message.contains(u"choose an account"_s));
    }

    void fixedTokenIsTrimmedAndReadAgainAfterARefusal()
    {
        MemorySecretStore secrets;
        FixedTokenSource tokens(secrets, u"pit"_s, u"Testservice"_s);
        QCOMPARE(outcome(tokens.token()).error().kind, ErrorKind::Unauthorized);
        (void)outcome(secrets.write(u"pit"_s, u" pit-123\n"_s));
        QCOMPARE(outcome(tokens.token()).value(), "pit-123"_ba);
        (void)outcome(secrets.write(u"pit"_s, u"pit-456"_s));
        QCOMPARE(outcome(tokens.token()).value(), "pit-123"_ba);
        QCOMPARE(tokens.renew("pit-123"), TokenSource::Renewal::Useless);
        QCOMPARE(outcome(tokens.token()).value(), "pit-456"_ba);
        (void)outcome(secrets.write(u"pit"_s, u"two words"_s));
        QCOMPARE(tokens.renew("pit-456"), TokenSource::Renewal::Useless);
        QCOMPARE(outcome(tokens.token()).error().kind, ErrorKind::Unauthorized);
    }
};

QTEST_GUILESS_MAIN(TestTokenSources)
#include "tst_tokensources.moc"
