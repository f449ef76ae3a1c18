// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/officerndsignin.h"

#include "auth/signindesk.h"
#include "auth/useragent.h"
#include "net/joboutcome.h"
#include "net/scriptedserver.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! The partner sign-in of OfficeRnD (officernd.md 1.3): the code flow of a real authorization
//! server, with the organisation added to the redirect as OfficeRnD does.
class TestSignInOfficeRnD final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = m_server.start(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }

    void organizationComesBackWithTheRedirectAndIsTold()
    {
        m_api.script({{ScriptedServer::reply("200 OK", R"({"name":"Bean <Desk>"})")}});
        const auto signedIn = signIn();
        QVERIFY2(signedIn, qPrintable(signedIn ? QString() : signedIn.error().detail));
        QCOMPARE(signedIn->accounts,
                 (QList<AccountChoice> {{u"bean-desk"_s, u"Bean <Desk>"_s, {}}}));
        QCOMPARE(signedIn->missingScopes, QStringList());
        QVERIFY(!signedIn->tokens.refresh.isEmpty());
        const QByteArray request = m_api.requests().constLast();
        QVERIFY(request.startsWith("GET /api/v2/organizations/bean-desk HTTP"));
        QVERIFY(request.contains(signedIn->tokens.access));
    }

    //! Redirects are compared with what was registered, see SignInPanel::returnAddress().
    void comesBackToTheRegisteredAddress()
    {
        m_api.script({{ScriptedServer::reply("200 OK", R"({"name":"Bean"})")}});
        QVERIFY(signIn());
        QCOMPARE(m_registered.host, u"127.0.0.1"_s);
        QCOMPARE(m_registered.port, quint16 {28417});
        QCOMPARE(m_registered.path, u"/signed-in"_s);
    }

    //! A person waits for it; and the list of requests leaves nothing out.
    void everyRequestOfASignInIsWrittenDownAndGoesFirst()
    {
        m_api.script({{ScriptedServer::reply("200 OK", R"({"name":"Bean <Desk>"})")}});
        QVERIFY(signIn());
        QStringList paths;
        for (const RequestRecord &record : std::as_const(m_records)) {
            QCOMPARE(record.lane, Lane::Person);
            QCOMPARE(record.service, u"OfficeRnD"_s);
            paths.append(record.path);
        }
        QCOMPARE(paths, (QStringList {u"oauth/token"_s, u"organizations/bean-desk"_s}));
    }

    void withoutItsNameTheOrganizationIsStillAChoice()
    {
        m_api.script({{ScriptedServer::reply("403 No", R"({"message":"no"})")}});
        const auto signedIn = signIn();
        QVERIFY(signedIn);
        QCOMPARE(signedIn->accounts, (QList<AccountChoice> {{u"bean-desk"_s, {}, {}}}));
    }

private:
    Result<SignedIn> signIn()
    {
        const QStringList scopes {u"people.read"_s, u"tickets.read"_s};
        SignInDesk desk(m_server);
        OAuthClient client = officeRnDPartnerClient(m_server.url(), SignInDesk::desk(), scopes);
        (void)outcome(desk.secrets.write(client.secretKey, u"desk secret+/=&"_s));
        TokenExchange exchange(desk.network, desk.secrets, client);
        OfficeRnDOrganization organization(desk.network, m_api.url(u"/api/v2"_s));

        QObject browser;
        const auto open = [&browser](const QUrl &address) {
            QMetaObject::invokeMethod(
                &browser,
                [address] {
                    UserAgent agent;
                    QUrl redirect = agent.allow(address);
                    redirect.setQuery(redirect.query() + u"&org_slug=bean-desk"_s);
                    (void)agent.get(redirect);
                },
                Qt::QueuedConnection);
        };
        BrowserSignInSettings settings = officeRnDPartnerSignInSettings(m_server.url(), scopes, {});
        m_registered = settings.loopback;
        settings.loopback.port = 0; // any free one, because tests run side by side
        auto signedIn
            = outcome(std::make_unique<BrowserSignIn>(settings, exchange, organization, open));
        m_records = desk.log.records();
        return signedIn;
    }

    AuthorizationServer m_server;
    QList<RequestRecord> m_records; //!< of the last sign-in
    LoopbackAddress m_registered; //!< where the product would have come back to
    ScriptedServer m_api;
};

QTEST_GUILESS_MAIN(TestSignInOfficeRnD)
#include "tst_officernd_signin.moc"
