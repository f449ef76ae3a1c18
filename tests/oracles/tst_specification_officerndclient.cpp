// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "net/networktransport.h"
#include "officernd/scopes.h"
#include "officerndjourney.h"
#include "sandbox/sandbox.h"
#include "validatingproxies.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using test::offeredIn;
using test::outcome;

namespace {

//! Beside the service's port, what OfficeRnDClient hands out.
QStringList headersOfTheClient()
{
    QStringList headers {u"officernd/service.h"_s, u"officernd/client.h"_s};
    for (const char *name : {"bookings", "companies", "customproperties", "locations", "members",
                             "memberships", "opportunities", "presence", "tickets", "webhooks"})
        headers.append(u"officernd/%1.h"_s.arg(QLatin1String(name)));
    return headers;
}

QStringList everyPermission()
{
    QStringList all;
    for (const OperationFacts &facts : operations())
        all += permissionsFor({facts.operation});
    all.removeDuplicates();
    return all;
}

//! The one known contradiction: the description allows no null, by which a field is emptied
//! (Quirk::OfficeRnDNullClears).
bool isEmptying(const test::Violation &violation)
{
    return violation.where == "request"_L1
        && (violation.what == "Request body property email must be string"_L1
            || violation.what == "Request body property phone must be string"_L1);
}

//! "GET /members/{memberId}" of every operation that the client knows.
QSet<QString> knownOperations()
{
    QSet<QString> known;
    for (const OperationFacts &facts : operations())
        known.insert(QString::fromLatin1(methodName(facts.method)) + u" /"_s
                     + QString::fromLatin1(facts.path));
    return known;
}

//! The client with the gate between it and the played OfficeRnD.
struct Setup
{
    explicit Setup(const QString &document)
        // The region would lead past the gate; it is gone to at the end.
        : sandbox(sandbox::SandboxOptions {
            .people = 120, .quirks = QuirkSet().without(Quirk::AccountLivesOnRegionHost)})
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        const sandbox::SandboxCredentials keys = sandbox.credentials();
        QUrl organization = sandbox.officerndUrl();
        organization.setPath(u"/api/v2/organizations/"_s + keys.organization);
        if (!prism.start(organization, {document}))
            qFatal("Prism did not start: %s", prism.complaints().constData());
        (void)outcome(secrets.write(officeRnDSecretKey(keys.organization), keys.clientSecret));
        OfficeRnDSettings settings;
        settings.apiUrl = QUrl(prism.gate() + u"/api/v2"_s);
        settings.identityUrl = sandbox.identityUrl();
        settings.organization = keys.organization;
        settings.clientId = keys.clientId;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.quirks = sandbox.quirks();
        settings.furtherPermissions = everyPermission();
        connection = OfficeRnDConnection::open(settings, secrets, clock, transport).value();
    }

    sandbox::Sandbox sandbox;
    test::ValidatingProxies prism;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    std::shared_ptr<OfficeRnDConnection> connection;
};

} // namespace

//! Everything that our own client can ask of OfficeRnD, with the description of its interface as
//! judge of what is sent and what the played service answers.
class TestSpecificationOfficeRnDClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingTheClientOffers()
    {
        if (const QString missing = test::ValidatingProxies::whyMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const QString document
            = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT))
            + "/apis/officernd/officernd-flex-v2.yaml"_L1;
        if (!QFile::exists(document))
            QSKIP("OfficeRnD's description is not here; set TWINBOOK_SHARED to its folder.");
        Setup setup(document);
        test::OfficeRnDJourney journey(setup.connection);
        journey.amongPeople();
        journey.aroundTheOrganisation();
        journey.throughThePort();
        setup.sandbox.setQuirks({});
        journey.toTheOrganisation();
        QVERIFY2(journey.failures().isEmpty(), qPrintable(journey.failures().join(u'\n')));
        QCOMPARE(test::listed(journey.done()), test::listed(offeredIn(headersOfTheClient())));

        QStringList surprises;
        QSet<QString> asked;
        const QList<test::Exchange> exchanges = setup.prism.exchanges();
        for (const test::Exchange &exchange : exchanges) {
            asked.insert(exchange.operation);
            for (const test::Violation &violation : exchange.violations) {
                if (isEmptying(violation))
                    continue;
                surprises.append(exchange.operation + u' ' + violation.where + u": "_s
                                 + violation.what);
            }
        }
        QVERIFY2(surprises.isEmpty(), qPrintable(surprises.join(u'\n')));
        QCOMPARE(test::listed(asked), test::listed(knownOperations()));
        QCOMPARE(asked.size(), 40);
    }
};

QTEST_GUILESS_MAIN(TestSpecificationOfficeRnDClient)
#include "tst_specification_officerndclient.moc"
