// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"
#include "officernd/service.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

ScriptedServer::Answer token(const QByteArray &name)
{
    return {ScriptedServer::reply("200 OK",
                                  "{\"access_token\":\"" + name
                                      + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                                        "3599}")};
}

} // namespace

class TestOfficeRnDRawRequest final : public QObject
{
    Q_OBJECT

private:
    struct Setup
    {
        Setup()
        {
            OfficeRnDSettings settings;
            settings.apiUrl = api.url(u"/api/v2"_s);
            settings.identityUrl = identity.url();
            settings.organization = u"acme"_s;
            settings.clientId = u"client"_s;
            settings.hosts = HostPolicy::AlsoLoopback;
            (void)outcome(secrets.write(officeRnDSecretKey(u"acme"_s), u"shh"_s));
            service = createOfficeRnDService(settings, secrets, clock, transport, {}, &log).value();
            api.script({{ScriptedServer::reply("200 OK", "{\"results\":[]}")}});
            identity.script({token("first"), token("second")});
        }

        [[nodiscard]] Result<RawReply> ask(const QString &what, const QString &permission)
        {
            return outcome(service->sendRaw(
                {.path = {what}, .effect = RawEffect::Reads, .permission = permission}));
        }

        ScriptedServer api;
        ScriptedServer identity;
        MemorySecretStore secrets;
        SystemClock clock;
        NetworkTransport transport;
        RequestLog log;
        std::unique_ptr<OfficeRnDService> service;
    };

private Q_SLOTS:
    void staysBelowTheOrganisation()
    {
        Setup setup;
        QCOMPARE(setup.service->accountId(), u"acme"_s);
        const Result<RawReply> reply
            = setup.ask(u"../../v1/users"_s, u"flex.community.members.read"_s);
        QVERIFY(reply);
        const QByteArray sent = setup.api.requests().constFirst();
        QVERIFY2(sent.startsWith("GET /api/v2/organizations/acme/..%2F..%2Fv1%2Fusers HTTP"),
                 sent.left(90).constData());
        QVERIFY(sent.contains("Authorization: Bearer first\r\n"));
        QVERIFY(setup.identity.requests().constFirst().contains("flex.community.companies.read"));
    }

    //! One permission that is not granted fails the whole sign-in (officernd.md 1.2), so what the
    //! sync does not need is asked for apart, once for each feature: sign-ins are few.
    void anotherFeatureIsAskedForApart()
    {
        Setup setup;
        QVERIFY(setup.ask(u"members"_s, u"flex.community.members.read"_s));
        QVERIFY(setup.ask(u"tickets"_s, u"flex.collaboration.tickets.read"_s));
        QVERIFY(setup.ask(u"tickets"_s, u"flex.collaboration.tickets.create"_s));
        QCOMPARE(setup.identity.requests().size(), 2);
        const QByteArray asked = setup.identity.requests().constLast();
        QVERIFY(asked.contains("scope=flex.collaboration.tickets.read"));
        QVERIFY(asked.contains("flex.collaboration.tickets.create"));
        QVERIFY(!asked.contains("members"));
        QVERIFY(setup.api.requests().at(0).contains("Bearer first\r\n"));
        QVERIFY(setup.api.requests().at(1).contains("Bearer second\r\n"));
        QVERIFY(setup.api.requests().at(2).contains("Bearer second\r\n"));
    }

    void thePermissionAloneIfItsFeatureIsRefused()
    {
        Setup setup;
        const ScriptedServer::Answer refused {
            ScriptedServer::reply("400 Bad Request", "{\"error\":\"invalid_scope\"}")};
        setup.identity.script({refused, token("alone"), refused, token("other")});
        QVERIFY(setup.ask(u"tickets"_s, u"flex.collaboration.tickets.read"_s));
        QVERIFY(setup.api.requests().constLast().contains("Bearer alone\r\n"));
        QVERIFY(setup.identity.requests().at(1).endsWith("scope=flex.collaboration.tickets.read"));
        // What was not granted along is asked for by itself, not taken for granted.
        (void)setup.ask(u"tickets"_s, u"flex.collaboration.tickets.create"_s);
        QVERIFY(setup.api.requests().constLast().contains("Bearer other\r\n"));
    }

    void everyRequestIsWrittenDown()
    {
        Setup setup;
        QVERIFY(setup.ask(u"members"_s, u"flex.community.members.read"_s));
        QVERIFY(setup.ask(u"tickets"_s, u"flex.collaboration.tickets.read"_s));
        QStringList lines;
        for (const RequestRecord &record : setup.log.records()) {
            QCOMPARE(record.lane, Lane::Person);
            lines.append(record.service + u' ' + record.path);
        }
        QCOMPARE(lines,
                 (QStringList {u"OfficeRnD oauth/token"_s, u"OfficeRnD members"_s,
                               u"OfficeRnD oauth/token"_s, u"OfficeRnD tickets"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDRawRequest)
#include "tst_officernd_rawrequest.moc"
