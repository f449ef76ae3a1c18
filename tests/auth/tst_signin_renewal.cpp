// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/refreshingtokensource.h"
#include "net/joboutcome.h"
#include "signindesk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

namespace {

QString pairKey()
{
    return QStringLiteral("highlevel/loc-1/sign-in");
}

//! A password store that can be locked under our feet.
class LockableStore final : public SecretStore
{
public:
    explicit LockableStore(SecretStore &store)
        : m_store(store)
    { }

    std::unique_ptr<TypedJob<SecretStoreState>> state() override { return m_store.state(); }
    std::unique_ptr<TypedJob<std::optional<QString>>> read(const QString &key) override
    {
        return m_store.read(key);
    }
    std::unique_ptr<TypedJob<void>> write(const QString &key, const QString &secret) override
    {
        ++writes;
        if (locked)
            return std::make_unique<LockedJob>();
        return m_store.write(key, secret);
    }
    std::unique_ptr<TypedJob<void>> remove(const QString &key) override
    {
        return m_store.remove(key);
    }

    bool locked = false;
    int writes = 0;

private:
    class LockedJob final : public TypedJob<void>
    {
    protected:
        void run() override
        {
            finish(Failure(
                Error {.kind = ErrorKind::KeyringLocked, .message = u"locked"_s, .detail = {}}));
        }
        void abort() override { }
    };

    SecretStore &m_store;
};

} // namespace

//! Renewals at a real authorization server that rotates refresh tokens and revokes everything when
//! a spent one comes back.
class TestSignInRenewal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = m_server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }

    void init()
    {
        m_server.control(
            {{u"graceSeconds"_s, 30},
             {u"lose"_s, 0},
             {u"stall"_s, 0},
             {u"refuse"_s, QJsonValue::Null},
             {u"extra"_s,
              QJsonObject {{u"userType"_s, u"Location"_s}, {u"locationId"_s, u"loc-1"_s}}}});
    }

    void renewsWhenItRunsOutAndKeepsTheNewPair()
    {
        Signed desk(m_server);
        QCOMPARE(outcome(desk.tokens->token()).value(), desk.first.access);
        QCOMPARE(desk.renewals(), 0);

        desk.clock.advance(24h);
        const QByteArray second = outcome(desk.tokens->token()).value();
        QVERIFY(second != desk.first.access);
        const auto stored = outcome(readTokenPair(desk.secrets, pairKey())).value();
        QCOMPARE(stored->access, second);
        QVERIFY(stored->refresh != desk.first.refresh);
        QCOMPARE(stored->accountId, u"loc-1"_s);
        QCOMPARE(desk.renewals(), 1);

        // and again with the rotated one, in a program started later
        desk.clock.advance(24h);
        desk.restart();
        QVERIFY(outcome(desk.tokens->token()).value() != second);
        QCOMPARE(desk.renewals(), 2);
    }

    void manyAskersShareOneRenewal()
    {
        Signed desk(m_server);
        desk.clock.advance(24h);
        std::vector<std::unique_ptr<TokenJob>> jobs;
        for (int i = 0; i < 20; ++i) {
            jobs.push_back(desk.tokens->token());
            jobs.back()->start();
        }
        for (const auto &job : jobs)
            QTRY_VERIFY(job->isFinished());
        QVERIFY(jobs.front()->result());
        QCOMPARE(desk.renewals(), 1);
    }

    void aRefusedTokenIsRenewedOnce()
    {
        Signed desk(m_server);
        const QByteArray first = outcome(desk.tokens->token()).value();
        QCOMPARE(desk.tokens->renew(first), TokenSource::Renewal::Possible);
        const QByteArray second = outcome(desk.tokens->token()).value();
        QVERIFY(second != first);
        QCOMPARE(desk.tokens->renew(second), TokenSource::Renewal::Useless);
        QCOMPARE(desk.renewals(), 1);
    }

    void aLostReplyIsRepeatedWithTheSameRefreshToken()
    {
        Signed desk(m_server);
        desk.clock.advance(24h);
        const int replayed = m_server.control({{u"lose"_s, 2}}).value("replayed"_L1).toInt();
        const auto token = outcome(desk.tokens->token());
        QVERIFY2(token, qPrintable(token ? QString() : token.error().detail));
        QCOMPARE(desk.renewals(), 3);
        QCOMPARE(m_server.control().value("replayed"_L1).toInt(), replayed + 2);
        // The pair is the one the service means: it renews again.
        desk.clock.advance(24h);
        QVERIFY(outcome(desk.tokens->token()));
    }

    void aReplyThatNeverComesIsRepeated()
    {
        Signed desk(m_server, {.window = 30s, .attempt = 700ms, .pause = 50ms});
        desk.clock.advance(24h);
        m_server.control({{u"stall"_s, 1}});
        QVERIFY(outcome(desk.tokens->token()));
        QCOMPARE(desk.renewals(), 2);
    }

    void aReplyLostForGoodEndsInTheWindowAndThenInSignInAgain()
    {
        Signed desk(m_server, {.window = 1s, .attempt = 500ms, .pause = 100ms});
        desk.clock.advance(24h);
        m_server.control({{u"lose"_s, 1000}});
        QElapsedTimer elapsed;
        elapsed.start();
        QCOMPARE(outcome(desk.tokens->token()).error().kind, ErrorKind::Network);
        QVERIFY(elapsed.elapsed() < 5000);
        QCOMPARE(outcome(readTokenPair(desk.secrets, pairKey())).value(), desk.first);

        // The service worked it out all the same; past its grace the old token is spent.
        m_server.control({{u"lose"_s, 0}, {u"graceSeconds"_s, 0}});
        QCOMPARE(outcome(desk.tokens->token()).error().kind, ErrorKind::Unauthorized);
    }

    void aRevokedSignInIsSaidWithinASecondAndAskedOnlyOnce()
    {
        Signed desk(m_server);
        desk.clock.advance(24h);
        QVERIFY(m_server.revoke(desk.first.refresh));
        QElapsedTimer elapsed;
        elapsed.start();
        const auto token = outcome(desk.tokens->token());
        QVERIFY(elapsed.elapsed() < 1000);
        QCOMPARE(token.error().kind, ErrorKind::Unauthorized);
        QVERIFY(token.error().message.contains(u"sign in again"_s));
        const int asked = desk.renewals();
        QCOMPARE(outcome(desk.tokens->token()).error().kind, ErrorKind::Unauthorized);
        QCOMPARE(desk.renewals(), asked);

        // Signing in again heals it without a restart.
        const TokenPair fresh = desk.SignInDesk::signIn();
        QVERIFY(outcome(writeTokenPair(desk.secrets, pairKey(), fresh)));
        desk.clock.advance(24h);
        QVERIFY(outcome(desk.tokens->token()));
    }

    void aPausedAccountKeepsItsSignIn()
    {
        Signed desk(m_server);
        desk.clock.advance(24h);
        m_server.control(
            {{u"refuse"_s,
              QJsonObject {
                  {u"status"_s, 400},
                  {u"body"_s, QJsonObject {{u"message"_s, u"Location is not active"_s}}}}}});
        const auto token = outcome(desk.tokens->token());
        QCOMPARE(token.error().kind, ErrorKind::Forbidden);
        QVERIFY(token.error().message.contains(u"paused in HighLevel"_s));
        QCOMPARE(outcome(readTokenPair(desk.secrets, pairKey())).value(), desk.first);
        m_server.control({{u"refuse"_s, QJsonValue::Null}});
        QVERIFY(outcome(desk.tokens->token())); // active again
    }

    void aPairThatCannotBeStoredIsNotUsedAndNotLost()
    {
        Signed desk(m_server);
        LockableStore store(desk.secrets);
        RefreshingTokenSource tokens(desk.clock, store, desk.exchange, pairKey(), desk.lockFile());
        desk.clock.advance(24h);
        store.locked = true;
        QCOMPARE(outcome(tokens.token()).error().kind, ErrorKind::KeyringLocked);
        QCOMPARE(outcome(tokens.token()).error().kind, ErrorKind::KeyringLocked);
        QCOMPARE(desk.renewals(), 1);
        QCOMPARE(store.writes, 2);

        store.locked = false;
        m_server.control({{u"graceSeconds"_s, 0}}); // only the kept pair can help now
        const QByteArray token = outcome(tokens.token()).value();
        QCOMPARE(desk.renewals(), 1);
        QCOMPARE(outcome(readTokenPair(desk.secrets, pairKey())).value()->access, token);
    }

    void nothingStoredMeansSignIn()
    {
        Signed desk(m_server);
        QVERIFY(outcome(desk.secrets.remove(pairKey())));
        QCOMPARE(outcome(desk.tokens->token()).error().kind, ErrorKind::Unauthorized);
        QVERIFY(outcome(desk.secrets.write(pairKey(), u"{\"layout\":1,\"access\":7"_s)));
        QCOMPARE(outcome(desk.tokens->token()).error().kind, ErrorKind::Unauthorized);
    }

    void aPairKeepsAllItsPartsInTheStore()
    {
        MemorySecretStore secrets;
        TokenPair pair {.access = "a.b-c_d",
                        .refresh = "r==",
                        .expiresAt = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC),
                        .scopes = {u"a"_s, u"b/c"_s},
                        .holder = TokenPair::Holder::Agency,
                        .accountId = u"l"_s,
                        .agencyId = u"c"_s,
                        .approvedAccounts = {u"x"_s}};
        QVERIFY(outcome(writeTokenPair(secrets, u"k"_s, pair)));
        QCOMPARE(outcome(readTokenPair(secrets, u"k"_s)).value(), pair);
        QVERIFY(!outcome(readTokenPair(secrets, u"other"_s)).value());
    }

private:
    //! Somebody who signed in a moment ago.
    struct Signed : SignInDesk
    {
        explicit Signed(AuthorizationServer &server, const ReplayLimits &replays = {})
            : SignInDesk(server, desk(), replays)
            , authorization(server)
            , first(signIn())
            , before(server.control().value("refresh"_L1).toInt())
        {
            (void)outcome(writeTokenPair(secrets, pairKey(), first));
            first = outcome(readTokenPair(secrets, pairKey())).value().value();
            restart();
        }

        void restart()
        {
            tokens = std::make_unique<RefreshingTokenSource>(clock, secrets, exchange, pairKey(),
                                                             lockFile());
        }
        [[nodiscard]] QString lockFile() const { return directory.filePath(u"sign-in.lock"_s); }
        //! How often the service was asked to renew since.
        [[nodiscard]] int renewals() const
        {
            return authorization.control().value("refresh"_L1).toInt() - before;
        }

        AuthorizationServer &authorization;
        QTemporaryDir directory;
        TokenPair first;
        int before;
        std::unique_ptr<RefreshingTokenSource> tokens;
    };

    AuthorizationServer m_server;
};

QTEST_GUILESS_MAIN(TestSignInRenewal)
#include "tst_signin_renewal.moc"
