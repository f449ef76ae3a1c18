// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/agencyaccounttokensource.h"
#include "auth/refreshingtokensource.h"
#include "net/joboutcome.h"
#include "signindesk.h"
#include "useragent.h"

#include <QTcpSocket>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

namespace {

//! The address with another value of one parameter.
QUrl replaced(QUrl url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    query.addQueryItem(name, value);
    url.setQuery(query);
    return url;
}

} // namespace

//! Sign-ins at a real authorization server, with a user agent in the place of the person.
class TestSignInFlow final : public QObject
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
        m_server.control({{u"extra"_s,
                           QJsonObject {{u"userType"_s, u"Location"_s},
                                        {u"locationId"_s, u"loc-1"_s},
                                        {u"companyId"_s, u"agency-1"_s}}},
                          {u"codeSeconds"_s, 300},
                          {u"lose"_s, 0}});
    }

    void signsInAndTellsTheAccountByName()
    {
        SignInDesk desk(m_server);
        Page last;
        const auto signedIn = signInWith(desk, desk.settings(), [&](const QUrl &address) {
            UserAgent agent;
            last = agent.get(agent.allow(address));
        });
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QVERIFY(!signedIn->tokens.refresh.isEmpty());
        QCOMPARE(signedIn->tokens.accountId, u"loc-1"_s);
        QVERIFY(signedIn->tokens.expiresAt > desk.clock.now().addSecs(86000));
        QCOMPARE(signedIn->missingScopes, QStringList());
        QCOMPARE(signedIn->accounts,
                 (QList<AccountChoice> {{u"loc-1"_s, u"Bean & <b>Desk</b>"_s, u"Lisbon"_s}}));
        QTRY_COMPARE(last.status, 200);
        QVERIFY(last.body.contains("You are signed in"));
    }

    void aClientWithoutSecretSignsInByItsProofAlone()
    {
        SignInDesk desk(m_server, u"app-public"_s);
        QVERIFY(!desk.signIn().access.isEmpty());
    }

    void permissionsThatWereNotGrantedAreNamed()
    {
        SignInDesk desk(m_server);
        BrowserSignInSettings settings = desk.settings();
        settings.scopes.append(u"calendars.readonly"_s);
        const auto signedIn = signInWith(desk, settings, [](const QUrl &address) {
            UserAgent agent;
            (void)agent.get(agent.allow(address));
        });
        QVERIFY(signedIn);
        QCOMPARE(signedIn->missingScopes, QStringList {u"calendars.readonly"_s});
    }

    void refusedConsentIsSaidHereAndThere()
    {
        SignInDesk desk(m_server);
        Page last;
        const auto signedIn = signInWith(desk, desk.settings(), [&](const QUrl &address) {
            UserAgent agent;
            last = agent.get(agent.refuse(address));
        });
        QCOMPARE(signedIn.error().kind, ErrorKind::Forbidden);
        QTRY_COMPARE(last.status, 200);
        QVERIFY(last.body.contains("You are not signed in"));
        QVERIFY(last.body.contains("not allowed in the browser"));
    }

    void wrongStateDoesNotEndTheWaitAndTheRightOneStillCounts()
    {
        SignInDesk desk(m_server);
        Page wrong;
        const auto signedIn = signInWith(desk, desk.settings(), [&](const QUrl &address) {
            UserAgent agent;
            const QUrl redirect = agent.allow(address);
            wrong = agent.get(replaced(redirect, u"state"_s, QString(43, u'A')));
            (void)agent.get(redirect);
        });
        QCOMPARE(wrong.status, 400);
        QVERIFY(wrong.body.contains("not the sign-in that Twinbook is waiting for"));
        QVERIFY(signedIn);
    }

    void repeatedCodeIsNotRedeemedTwice()
    {
        SignInDesk desk(m_server);
        const int before = m_server.control().value("code"_L1).toInt();
        QUrl redirect;
        const auto first = signInWith(desk, desk.settings(), [&](const QUrl &address) {
            UserAgent agent;
            redirect = agent.allow(address);
            (void)agent.get(redirect);
            QCOMPARE(agent.get(redirect).status, 0); // nobody listens any more
        });
        QVERIFY(first);
        QCOMPARE(m_server.control().value("code"_L1).toInt(), before + 1);

        // Somebody brings the old code into a new sign-in by hand: the service refuses it.
        const QString code = QUrlQuery(redirect).queryItemValue(u"code"_s, QUrl::FullyDecoded);
        BrowserSignIn second(desk.settings(), desk.exchange, desk.accounts, [](const QUrl &) {});
        connect(&second, &BrowserSignIn::waiting, &second,
                [&second, code] { QVERIFY(second.takePasted(code)); });
        QSignalSpy finished(&second, &Job::finished);
        second.start();
        QVERIFY(finished.wait());
        QCOMPARE(second.result().error().kind, ErrorKind::Unauthorized);
        QVERIFY(second.result().error().message.contains(u"Start the sign-in again"_s));
    }

    void expiredCodeIsRefused()
    {
        m_server.control({{u"codeSeconds"_s, 1}});
        SignInDesk desk(m_server);
        const auto signedIn = signInWith(desk, desk.settings(), [](const QUrl &address) {
            UserAgent agent;
            const QUrl redirect = agent.allow(address);
            QTest::qWait(2200);
            (void)agent.get(redirect);
        });
        QCOMPARE(signedIn.error().kind, ErrorKind::Unauthorized);
    }

    void closedBrowserEndsAfterItsPatience()
    {
        SignInDesk desk(m_server);
        QUrl redirect;
        const auto signedIn = signInWith(desk, desk.settings(1500ms), [&](const QUrl &address) {
            UserAgent agent;
            redirect = agent.allow(address); // and never opened
        });
        QCOMPARE(signedIn.error().kind, ErrorKind::Timeout);
        QVERIFY(signedIn.error().message.contains(u"HighLevel"_s));
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(redirect.port()));
        QVERIFY(!late.waitForConnected(500));
    }

    void cancellingEndsAtOnce()
    {
        SignInDesk desk(m_server);
        BrowserSignIn signIn(desk.settings(), desk.exchange, desk.accounts, [](const QUrl &) {});
        connect(&signIn, &BrowserSignIn::waiting, &signIn, [&signIn] { signIn.cancel(); });
        QSignalSpy finished(&signIn, &Job::finished);
        signIn.start();
        QVERIFY(finished.wait(1000));
        QCOMPARE(signIn.result().error().kind, ErrorKind::Cancelled);
        QVERIFY(!signIn.takePasted(u"code"_s));
        QVERIFY(signIn.address().isEmpty());
    }

    void aWrongClientSecretIsNamed()
    {
        SignInDesk desk(m_server);
        (void)outcome(desk.secrets.write(highLevelClientSecretKey(u"app-desk"_s), u"other"_s));
        const auto signedIn = signInWith(desk, desk.settings(), [](const QUrl &address) {
            UserAgent agent;
            (void)agent.get(agent.allow(address));
        });
        QCOMPARE(signedIn.error().kind, ErrorKind::Unauthorized);
        QVERIFY(signedIn.error().message.contains(u"client secret"_s));
        QVERIFY(!signedIn.error().detail.contains(u"other"_s));
    }

    void aLostAnswerToACodeIsNotRepeated()
    {
        SignInDesk desk(m_server);
        const int before = m_server.control({{u"lose"_s, 1}}).value("code"_L1).toInt();
        const auto signedIn = signInWith(desk, desk.settings(), [](const QUrl &address) {
            UserAgent agent;
            (void)agent.get(agent.allow(address));
        });
        QCOMPARE(signedIn.error().kind, ErrorKind::Network);
        QCOMPARE(m_server.control().value("code"_L1).toInt(), before + 1);
    }

    void pastedAddressFinishesTheSignIn()
    {
        SignInDesk desk(m_server);
        BrowserSignIn signIn(desk.settings(), desk.exchange, desk.accounts, [](const QUrl &) {});
        connect(
            &signIn, &BrowserSignIn::waiting, &signIn,
            [&signIn](const QUrl &address) {
                UserAgent agent;
                const QUrl redirect = agent.allow(address);
                QVERIFY(!signIn.takePasted(u"something else"_s));
                QVERIFY(signIn.takePasted(redirect.toString(QUrl::FullyEncoded)));
            },
            Qt::QueuedConnection);
        QSignalSpy finished(&signIn, &Job::finished);
        signIn.start();
        QVERIFY(finished.wait(20'000));
        QVERIFY(signIn.result());
        QCOMPARE(signIn.result()->accounts.size(), 1);
    }

    void anAgencySignInListsItsAccountsAndOpensOne()
    {
        m_server.control(
            {{u"extra"_s,
              QJsonObject {{u"userType"_s, u"Company"_s}, {u"companyId"_s, u"agency-1"_s}}}});
        SignInDesk desk(m_server);
        const auto signedIn = signInWith(desk, desk.settings(), [](const QUrl &address) {
            UserAgent agent;
            (void)agent.get(agent.allow(address));
        });
        QVERIFY(signedIn);
        QCOMPARE(signedIn->tokens.holder, TokenPair::Holder::Agency);
        QCOMPARE(signedIn->accounts.size(), 2);
        QCOMPARE(signedIn->accounts.at(1),
                 (AccountChoice {u"loc-2"_s, u"Second Floor"_s, u"2 Rua"_s}));
        QCOMPARE(highLevelPairKey(signedIn->tokens), u"highlevel/agency-1/sign-in"_s);

        QTemporaryDir directory;
        const QString key = highLevelPairKey(signedIn->tokens);
        QVERIFY(outcome(writeTokenPair(desk.secrets, key, signedIn->tokens)));
        RefreshingTokenSource agency(desk.clock, desk.secrets, desk.exchange, key,
                                     directory.filePath(u"sign-in.lock"_s));
        AgencyAccountTokenSource account(
            desk.network, agency, {u"HighLevel"_s, m_server.url(), u"agency-1"_s, u"loc-2"_s});
        const int before = m_server.control().value("locationToken"_L1).toInt();
        const QByteArray first = outcome(account.token()).value();
        QVERIFY(first.startsWith("for-loc-2-"));
        QCOMPARE(outcome(account.token()).value(), first);
        QCOMPARE(m_server.control().value("locationToken"_L1).toInt(), before + 1);

        // A day later both have run out: the agency's is renewed, then exchanged again.
        desk.clock.advance(24h);
        const QByteArray second = outcome(account.token()).value();
        QVERIFY(second.startsWith("for-loc-2-") && second != first);
    }

    void anAccountWithoutANameIsStillAChoice()
    {
        m_server.control(
            {{u"extra"_s,
              QJsonObject {{u"userType"_s, u"Location"_s}, {u"locationId"_s, u"loc-9"_s}}}});
        SignInDesk desk(m_server);
        const auto signedIn = signInWith(desk, desk.settings(), [](const QUrl &address) {
            UserAgent agent;
            (void)agent.get(agent.allow(address));
        });
        QVERIFY(signedIn);
        QCOMPARE(signedIn->accounts, (QList<AccountChoice> {{u"loc-9"_s, {}, {}}}));
    }

private:
    AuthorizationServer m_server;
};

QTEST_GUILESS_MAIN(TestSignInFlow)
#include "tst_signin_flow.moc"
