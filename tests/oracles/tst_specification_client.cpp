// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/agencyaccounttokensource.h"
#include "auth/heldtoken.h"
#include "auth/memorysecretstore.h"
#include "auth/tokenexchange.h"
#include "highleveljourney.h"
#include "judge.h"
#include "net/networktransport.h"
#include "sandbox/httpclient.h"
#include "sandbox/sandbox.h"
#include "validatingproxies.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using highlevel::ApiVersion;
using sandbox::Sandbox;
using test::HighLevelJourney;
using test::offeredIn;
using test::outcome;

namespace {

//! Nobody publishes a description of these three.
const QSet<QString> undescribed {u"GET /companies/*"_s, u"GET /objects/business"_s,
                                 u"POST /objects/business/records/search"_s};

//! Beside the service's port, what HighLevelClient hands out.
QStringList headersOfTheClient()
{
    QStringList headers {u"highlevel/service.h"_s};
    for (const char *name :
         {"automations", "businesses", "calendars", "contactactions", "contacts", "customfields",
          "locations", "locationtags", "notes", "objectfields", "tasks", "users"})
        headers.append(u"highlevel/%1.h"_s.arg(QLatin1String(name)));
    return headers;
}

//! The client with the gate between it and the played HighLevel.
struct Setup
{
    Setup(ApiVersion version, const QStringList &documents)
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        if (!prism.start(sandbox.highlevelUrl(), documents))
            qFatal("Prism did not start: %s", prism.complaints().constData());
        HighLevelSettings settings;
        settings.apiUrl = QUrl(prism.gate());
        settings.locationId = sandbox.credentials().locationId;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.version = version;
        (void)outcome(secrets.write(highLevelSecretKey(settings.locationId),
                                    sandbox.credentials().privateToken));
        service = std::move(createHighLevelService(settings, secrets, clock, transport).value());
    }

    Sandbox sandbox;
    test::ValidatingProxies prism;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    std::unique_ptr<HighLevelService> service;
};

} // namespace

//! Everything that our own client can ask of HighLevel, with the vendor's OpenAPI files as judges:
//! nothing that it sends and nothing that the played service answers contradicts them, except where
//! they are known to be wrong.
class TestSpecificationClient final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Setup> m_setup;
    test::Judge m_judge {test::Contradiction::Client};

    [[nodiscard]] static QStringList documents(const QStringList &files);
    //! What nobody knew of, and operations that no document describes.
    void judge(QStringList &surprises, QSet<QString> &strangers);

private Q_SLOTS:
    void initTestCase();
    void everythingTheClientOffers();
    void everythingAmongContactsInTheNewerEdition();
    void signInOfAnAgency();
    void everyKnownContradictionIsMet();
};

QStringList TestSpecificationClient::documents(const QStringList &files)
{
    const QDir folder(
        QDir(qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT)))
            .filePath(u"apis/highlevel/apps"_s));
    QStringList paths;
    for (const QString &file : files)
        paths.append(folder.filePath(file));
    return paths;
}

void TestSpecificationClient::judge(QStringList &surprises, QSet<QString> &strangers)
{
    const QList<test::Exchange> exchanges = m_setup->prism.exchanges();
    QVERIFY(!exchanges.isEmpty());
    for (const test::Exchange &exchange : exchanges) {
        surprises += m_judge.surprises(exchange.operation, exchange.violations);
        if (!exchange.isDescribed)
            strangers.insert(exchange.operation);
    }
}

void TestSpecificationClient::initTestCase()
{
    if (const QString missing = test::ValidatingProxies::whyMissing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    if (!QFile::exists(documents({u"contacts.json"_s}).constFirst()))
        QSKIP("The vendor's descriptions are not here; set TWINBOOK_SHARED to their folder.");
}

void TestSpecificationClient::everythingTheClientOffers()
{
    m_setup = std::make_unique<Setup>(
        ApiVersion::Dated,
        documents({u"contacts.json"_s, u"locations.json"_s, u"users.json"_s, u"businesses.json"_s,
                   u"calendars.json"_s, u"custom-fields.json"_s, u"workflows.json"_s,
                   u"campaigns.json"_s}));
    HighLevelJourney journey(*m_setup->service);
    journey.amongContacts(ApiVersion::Dated);
    journey.aroundTheAccount(ApiVersion::Dated);
    journey.throughThePort();
    QVERIFY2(journey.failures().isEmpty(), qPrintable(journey.failures().join(u'\n')));
    QCOMPARE(test::listed(journey.done()), test::listed(offeredIn(headersOfTheClient())));
    QCOMPARE(journey.done().size(), 94);

    QStringList surprises;
    QSet<QString> strangers;
    judge(surprises, strangers);
    QVERIFY2(surprises.isEmpty(), qPrintable(surprises.join(u'\n')));
    const QString agency = m_setup->sandbox.toJson()["highlevel"_L1]["companyId"_L1].toString();
    QSet<QString> known;
    for (QString operation : undescribed)
        known.insert(operation.replace(u'*', agency));
    QCOMPARE(test::listed(strangers), test::listed(known));
}

//! Of the newer edition only the people are published.
void TestSpecificationClient::everythingAmongContactsInTheNewerEdition()
{
    m_setup = std::make_unique<Setup>(ApiVersion::V3, documents({u"v3/contacts-v3.json"_s}));
    HighLevelJourney journey(*m_setup->service);
    journey.amongContacts(ApiVersion::V3);
    journey.aroundTheAccount(ApiVersion::V3);
    journey.throughThePort();
    QVERIFY2(journey.failures().isEmpty(), qPrintable(journey.failures().join(u'\n')));
    QStringList surprises;
    QSet<QString> strangers;
    judge(surprises, strangers);
    QVERIFY2(surprises.isEmpty(), qPrintable(surprises.join(u'\n')));
    for (const QString &stranger : std::as_const(strangers))
        QVERIFY2(!stranger.contains(u"/contacts/"_s), qPrintable(stranger));
}

//! A code for tokens, the tokens anew, and the agency's for a sub-account's.
void TestSpecificationClient::signInOfAnAgency()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    const sandbox::SandboxCredentials keys = sandbox.credentials();
    const QString back = u"http://127.0.0.1:9/back"_s;
    sandbox::HttpClient person(sandbox);
    QUrlQuery choice {{u"response_type"_s, u"code"_s},
                      {u"client_id"_s, keys.appClientId},
                      {u"redirect_uri"_s, back},
                      {u"scope"_s, u"oauth.write oauth.readonly"_s},
                      {u"install_as"_s, u"Company"_s}};
    const sandbox::Response agreed = person.send(
        "POST", QUrl(sandbox.highlevelUrl().toString() + u"/v2/oauth/chooselocation"_s),
        {{"Content-Type", "application/x-www-form-urlencoded"}},
        choice.toString(QUrl::FullyEncoded).toUtf8());
    const QString code = QUrlQuery(QUrl(QString::fromLatin1(agreed.headers.value("location"))))
                             .queryItemValue(u"code"_s);
    QVERIFY(!code.isEmpty());

    test::ValidatingProxies prism;
    QVERIFY(prism.start(sandbox.highlevelUrl(), documents({u"oauth.json"_s})));
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    RateLimiter limiter(clock, {{100, 10s}, {100, 10s}});
    const SignInNetwork network {clock, transport, limiter};
    QVERIFY(outcome(secrets.write(u"app"_s, keys.appClientSecret)));
    TokenExchange exchange(network, secrets,
                           {.service = u"HighLevel"_s,
                            .tokenHost = QUrl(prism.gate()),
                            .clientId = keys.appClientId,
                            .secretKey = u"app"_s});
    const auto pair = outcome(exchange.redeem(
        {.code = code, .verifier = {}, .redirectUri = QUrl(back), .organization = {}},
        {u"oauth.write"_s}));
    QVERIFY2(pair, pair ? "" : qPrintable(pair.error().detail));
    const auto renewed = outcome(exchange.refresh(*pair));
    QVERIFY2(renewed, renewed ? "" : qPrintable(renewed.error().detail));

    HeldToken agency(renewed->access);
    AgencyAccountTokenSource account(
        network, agency, {u"HighLevel"_s, QUrl(prism.gate()), renewed->agencyId, keys.locationId});
    QVERIFY(outcome(account.token()));

    QStringList surprises;
    QStringList asked;
    for (const test::Exchange &each : prism.exchanges()) {
        surprises += m_judge.surprises(each.operation, each.violations);
        asked.append(each.operation);
    }
    QVERIFY2(surprises.isEmpty(), qPrintable(surprises.join(u'\n')));
    QCOMPARE(asked,
             (QStringList {u"POST /oauth/token"_s, u"POST /oauth/token"_s,
                           u"POST /oauth/locationToken"_s}));
}

void TestSpecificationClient::everyKnownContradictionIsMet()
{
    const QStringList idle = m_judge.idle();
    QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSpecificationClient)
#include "tst_specification_client.moc"
