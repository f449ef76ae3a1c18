// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

class TestHighLevelRawRequest final : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        Setup()
        {
            HighLevelSettings settings;
            settings.apiUrl = server.url();
            settings.locationId = u"location1"_s;
            settings.hosts = HostPolicy::AlsoLoopback;
            (void)outcome(secrets.write(highLevelSecretKey(u"location1"_s), u"pit-12345678"_s));
            service = createHighLevelService(settings, secrets, clock, transport).value();
            server.script({{ScriptedServer::reply("200 OK", "{\"ok\":true}")}});
        }

        ScriptedServer server;
        MemorySecretStore secrets;
        SystemClock clock;
        NetworkTransport transport;
        std::unique_ptr<HighLevelService> service;
    };

private Q_SLOTS:
    void goesOutWithTheAccountsSignIn()
    {
        Setup setup;
        QCOMPARE(setup.service->accountId(), u"location1"_s);
        const Result<RawReply> reply = outcome(
            setup.service->sendRaw({.path = {u"contacts"_s, u"c1"_s}, .effect = RawEffect::Reads}));
        QVERIFY(reply);
        QCOMPARE(reply->body, u"{\"ok\":true}"_s);
        const QByteArray sent = setup.server.requests().constFirst();
        QVERIFY(sent.startsWith("GET /contacts/c1 HTTP"));
        QVERIFY(sent.contains("Authorization: Bearer pit-12345678\r\n"));
        QVERIFY(sent.contains("Version: 2021-07-28\r\n"));
    }

    //! highlevel.md 1.7
    void calendarsHaveAVersionOfTheirOwn()
    {
        Setup setup;
        const Result<RawReply> reply = outcome(setup.service->sendRaw(
            {.path = {u"calendars"_s, QString()}, .effect = RawEffect::Reads}));
        QVERIFY(reply);
        const QByteArray sent = setup.server.requests().constFirst();
        QVERIFY(sent.startsWith("GET /calendars/ HTTP"));
        QCOMPARE(sent.count("Version: "), 1);
        QVERIFY(sent.contains("Version: 2021-04-15\r\n"));
        QVERIFY(sent.contains("Authorization: Bearer pit-12345678\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelRawRequest)
#include "tst_highlevel_rawrequest.moc"
