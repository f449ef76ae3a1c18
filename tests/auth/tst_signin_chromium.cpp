// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browser.h"
#include "net/joboutcome.h"
#include "signindesk.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

//! Whole sign-ins with a real browser at a real authorization server.
class TestSignInChromium final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = Browser::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        if (const QString reason = m_server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        m_server.control(
            {{u"extra"_s,
              QJsonObject {{u"userType"_s, u"Location"_s}, {u"locationId"_s, u"loc-1"_s}}}});
    }

    void signsIn()
    {
        SignInDesk desk(m_server);
        Browser browser;
        const auto signedIn = signInWith(desk, desk.settings(60s), [&](const QUrl &address) {
            browser.open(address, u"allow"_s, u"/signed-in"_s);
        });
        const QJsonObject page = browser.lastPage();
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QCOMPARE(signedIn->accounts.value(0).name, u"Bean & <b>Desk</b>"_s);
        QCOMPARE(page.value("heading"_L1).toString(), u"You are signed in"_s);
        QCOMPARE(page.value("title"_L1).toString(), u"You are signed in - Twinbook"_s);
        // Its policy lets the page use its own style, 34 of the browser's 16 pixels wide.
        QCOMPARE(page.value("width"_L1).toString(), u"544px"_s);
    }

    void refusedConsentIsShown()
    {
        SignInDesk desk(m_server);
        Browser browser;
        const auto signedIn = signInWith(desk, desk.settings(60s), [&](const QUrl &address) {
            browser.open(address, u"refuse"_s, u"/signed-in"_s);
        });
        const QJsonObject page = browser.lastPage();
        QCOMPARE(signedIn.error().kind, ErrorKind::Forbidden);
        QCOMPARE(page.value("heading"_L1).toString(), u"You are not signed in"_s);
        QVERIFY(page.value("text"_L1).toString().startsWith(signedIn.error().message));
    }

    void hostedPageHandsTheAnswerOver()
    {
        SignInDesk desk(m_server);
        BrowserSignInSettings settings = desk.settings(60s);
        settings.hostedRedirect = m_server.url(u"/redirect.html"_s);
        Browser browser;
        const auto signedIn = signInWith(desk, settings, [&](const QUrl &address) {
            browser.open(address, u"allow"_s, u"/signed-in"_s);
        });
        const QJsonObject page = browser.lastPage();
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QCOMPARE(page.value("heading"_L1).toString(), u"You are signed in"_s);
    }

    void hostedPageShowsTheCodeWhereThereIsNobodyToHandItTo()
    {
        SignInDesk desk(m_server);
        const BrowserSignInSettings settings = desk.settings();
        const AuthorizationRequest request({.service = u"HighLevel"_s,
                                            .authorizeUrl = settings.authorizeUrl,
                                            .clientId = SignInDesk::desk(),
                                            .scopes = settings.scopes,
                                            .redirectUri = m_server.url(u"/redirect.html"_s)});
        Browser browser;
        browser.open(request.url(), u"allow"_s, u"/redirect.html"_s);
        const QJsonObject page = browser.lastPage();
        QCOMPARE(page.value("heading"_L1).toString(), u"Finish signing in"_s);
        QVERIFY(page.value("text"_L1).toString().contains(u"copy this code"_s));
        const auto grant = request.readPasted(page.value("code"_L1).toString());
        QVERIFY(grant);
        QVERIFY(outcome(desk.exchange.redeem(*grant, settings.scopes)));
    }

private:
    AuthorizationServer m_server;
};

QTEST_GUILESS_MAIN(TestSignInChromium)
#include "tst_signin_chromium.moc"
