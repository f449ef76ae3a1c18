// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "officernd/service.h"
#include "sandbox/sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using sandbox::Sandbox;
using twinbook::test::outcome;
using Kind = sandbox::Fault::Kind;

namespace {

RetryTable quickTable()
{
    RetryTable table;
    table.network.base = table.timeout.base = table.rateLimited.base = table.serverFault.base = 1ms;
    return table;
}

//! The service against the played OfficeRnD, over real HTTP.
struct Setup
{
    explicit Setup(int people = 60, const QString &organization = {}, const QString &secret = {})
        : sandbox(sandbox::SandboxOptions {.people = people, .seed = 7})
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        const auto credentials = sandbox.credentials();
        const QString slug = organization.isEmpty() ? credentials.organization : organization;
        (void)outcome(secrets.write(officeRnDSecretKey(slug),
                                    secret.isEmpty() ? credentials.clientSecret : secret));
        OfficeRnDSettings settings;
        settings.apiUrl = sandbox.officerndUrl();
        settings.apiUrl.setPath(u"/api/v2"_s);
        settings.identityUrl = sandbox.identityUrl();
        settings.organization = slug;
        settings.clientId = credentials.clientId;
        settings.hosts = HostPolicy::AlsoLoopback;
        service = std::move(
            createOfficeRnDService(settings, secrets, clock, transport, quickTable()).value());
    }

    [[nodiscard]] QJsonObject stored(const RemoteId &id) const
    {
        return sandbox.person(Side::Left, id);
    }
    [[nodiscard]] RemoteId somebody() const
    {
        return RemoteId(sandbox.people(Side::Left).constFirst().value("_id"_L1).toString());
    }
    [[nodiscard]] QJsonObject lastBody(const QByteArray &method) const
    {
        const auto &entries = sandbox.requestLog().entries();
        for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
            if (entry->method == method && entry->path.contains("/members"_L1))
                return QJsonDocument::fromJson(entry->body).object();
        }
        return {};
    }

    Sandbox sandbox;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport {TransportLimits {.silence = 500ms}};
    std::unique_ptr<PeopleService> service;
};

FieldWrite text(const QString &key, const QString &value)
{
    return {key, FieldValue(value)};
}

} // namespace

class TestOfficeRnDService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionIsReported()
    {
        Setup setup;
        const auto report = outcome(setup.service->checkConnection());
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QVERIFY(!report->accountName.isEmpty());
        QCOMPARE(report->peopleCount, setup.sandbox.people(Side::Left).size());
        QCOMPARE(report->writing, ConnectionReport::Writing::Allowed);
    }

    void schemaHasStandardAndCustomFields()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        QVERIFY(schema);
        QCOMPARE(schema->accountId, setup.sandbox.credentials().organization);
        QVERIFY(!schema->country.isEmpty());
        QVERIFY(!schema->timeZone.isEmpty());
        QCOMPARE(schema->field(u"name"_s)->need, FieldNeed::RequiredToCreate);
        QCOMPARE(schema->field(u"companyName"_s)->access, FieldAccess::ReadOnly);
        QCOMPARE(schema->field(u"properties.date_of_birth"_s)->type, FieldValue::Type::Date);
        QVERIFY(schema->field(u"properties.Access Card Nr"_s));
        QVERIFY(!schema->field(u"properties.tshirt_size"_s)->options.isEmpty());
    }

    void everybodyIsReadToTheEnd()
    {
        Setup setup(230);
        const auto job = setup.service->fetchPeople();
        QSignalSpy progress(job.get(), &FetchPeopleJob::progress);
        const auto snapshot = outcome(job);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->extent, PeopleSnapshot::Extent::Whole);
        const auto people = setup.sandbox.people(Side::Left);
        QCOMPARE(snapshot->people.size(), people.size());
        QVERIFY(people.size() > 150);
        QVERIFY(progress.size() > people.size() / 50);
        QCOMPARE(progress.last().at(0).toInt(), people.size());

        int named = 0;
        int dated = 0;
        for (const RemoteRecord &record : snapshot->people) {
            const QJsonObject member = setup.stored(record.id);
            QCOMPARE(record.fields.value(u"name"_s).text(), member.value("name"_L1).toString());
            QVERIFY(record.modifiedAt.isValid());
            named += member.contains("company"_L1) && record.fields.contains(u"companyName"_s);
            dated += record.fields.contains(u"properties.date_of_birth"_s);
        }
        QVERIFY(named > 0);
        QVERIFY(dated > 0);
    }

    void onePersonEqualsTheListed()
    {
        Setup setup;
        const auto snapshot = outcome(setup.service->fetchPeople());
        for (qsizetype i = 0; i < 10; ++i) {
            const RemoteRecord &listed = snapshot->people.at(i);
            QCOMPARE(outcome(setup.service->fetchPerson(listed.id)).value(), listed);
        }
        // and without a list before, the company is still named
        Setup fresh;
        QCOMPARE(outcome(fresh.service->fetchPerson(snapshot->people.at(0).id)).value(),
                 snapshot->people.at(0));
    }

    void unknownAndHostileIds()
    {
        Setup setup;
        const auto gone
            = outcome(setup.service->fetchPerson(RemoteId(u"5f00000000000000000000ff"_s)));
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QCOMPARE(outcome(setup.service->fetchPerson(RemoteId(u".."_s))).error().kind,
                 ErrorKind::InvalidInput);
        QCOMPARE(outcome(setup.service->fetchPerson(RemoteId(QString()))).error().kind,
                 ErrorKind::InvalidInput);
    }

    void personIsCreatedWithEverything()
    {
        Setup setup;
        const FieldWrites writes {text(u"name"_s, u"Zoë O'Hara"_s),
                                  text(u"email"_s, u"zoe+x@example.test"_s),
                                  text(u"phone"_s, u"+1 555 010 4477"_s),
                                  {u"tags"_s, FieldValue(QStringList {u"VIP"_s})},
                                  text(u"address.city"_s, u"Sofia"_s),
                                  text(u"properties.Access Card Nr"_s, u"A-1"_s),
                                  {u"properties.date_of_birth"_s, FieldValue(QDate(1990, 2, 3))}};
        const auto created = outcome(setup.service->createPerson(writes));
        QVERIFY2(created, qPrintable(created ? QString() : created.error().detail));
        for (const FieldWrite &write : writes)
            QCOMPARE(created->fields.value(write.key), write.value);
        const QJsonObject stored = setup.stored(created->id);
        QVERIFY(!stored.value("location"_L1).toString().isEmpty());
        QVERIFY(stored.value("startDate"_L1).toString().endsWith("T00:00:00.000Z"_L1));
        QCOMPARE(outcome(setup.service->fetchPerson(created->id)).value(), *created);
    }

    void namelessPersonIsNotEvenTried()
    {
        Setup setup;
        setup.sandbox.clearRequestLog();
        const auto created = outcome(setup.service->createPerson({text(u"name"_s, u"  "_s)}));
        QCOMPARE(created.error().kind, ErrorKind::InvalidInput);
        const auto updated
            = outcome(setup.service->updatePerson(setup.somebody(), {{u"name"_s, FieldValue()}}));
        QCOMPARE(updated.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(setup.sandbox.requestLog().entries().size(), 0);
    }

    void updateTouchesOnlyWhatIsWritten()
    {
        Setup setup;
        const RemoteId id = setup.somebody();
        QVERIFY(setup.sandbox.editPerson(
            Side::Left, id,
            {{u"address"_s, QJsonObject {{u"city"_s, u"Varna"_s}, {u"zip"_s, u"9000"_s}}},
             {u"properties"_s, QJsonObject {{u"notes"_s, u"keep me"_s}}}}));
        QJsonObject before = setup.stored(id);

        const auto updated = outcome(setup.service->updatePerson(
            id,
            {text(u"phone"_s, u"+15550100001"_s), text(u"address.zip"_s, u"9001"_s),
             text(u"properties.Access Card Nr"_s, u"B-2"_s)}));
        QVERIFY2(updated, qPrintable(updated ? QString() : updated.error().detail));
        QCOMPARE(setup.lastBody("PUT").keys(),
                 (QStringList {u"address"_s, u"phone"_s, u"properties"_s}));

        const QJsonObject after = setup.stored(id);
        QCOMPARE(after.value("phone"_L1).toString(), u"+15550100001"_s);
        QCOMPARE(after.value("address"_L1).toObject().value("city"_L1).toString(), u"Varna"_s);
        QCOMPARE(after.value("address"_L1).toObject().value("zip"_L1).toString(), u"9001"_s);
        QCOMPARE(after.value("properties"_L1).toObject().value("notes"_L1).toString(),
                 u"keep me"_s);
        QCOMPARE(after.value("name"_L1), before.value("name"_L1));
        QCOMPARE(updated->fields.value(u"address.zip"_s).text(), u"9001"_s);
    }

    void updateClears()
    {
        Setup setup;
        const RemoteId id = setup.somebody();
        QVERIFY(setup.sandbox.editPerson(Side::Left, id,
                                         {{u"phone"_s, u"+15550100002"_s},
                                          {u"tags"_s, QJsonArray {u"a"_s}},
                                          {u"address"_s, QJsonObject {{u"city"_s, u"Varna"_s}}},
                                          {u"properties"_s, QJsonObject {{u"notes"_s, u"x"_s}}}}));
        const auto updated
            = outcome(setup.service->updatePerson(id,
                                                  {{u"phone"_s, FieldValue()},
                                                   {u"tags"_s, FieldValue()},
                                                   {u"address.city"_s, FieldValue()},
                                                   {u"properties.notes"_s, FieldValue()}}));
        QVERIFY2(updated, qPrintable(updated ? QString() : updated.error().detail));
        for (const auto &key : {u"phone"_s, u"tags"_s, u"address.city"_s, u"properties.notes"_s})
            QVERIFY2(updated->fields.value(key).isEmpty(), qPrintable(key));
    }

    void brokenRepliesAreNotBelieved_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("html") << int(Kind::Html500) << int(ErrorKind::ServerFault);
        QTest::newRow("half") << int(Kind::HalfJson) << int(ErrorKind::BadReply);
        QTest::newRow("reset") << int(Kind::Reset) << int(ErrorKind::Network);
        QTest::newRow("silence") << int(Kind::NoReply) << int(ErrorKind::Timeout);
        QTest::newRow("500") << int(Kind::Status) << int(ErrorKind::ServerFault);
    }

    void brokenRepliesAreNotBelieved()
    {
        QFETCH(int, fault);
        QFETCH(int, kind);
        Setup setup;
        setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/members"_s, .times = 100},
                               {.kind = static_cast<Kind>(fault), .status = 500});
        const auto snapshot = outcome(setup.service->fetchPeople());
        QVERIFY(!snapshot);
        QCOMPARE(int(snapshot.error().kind), kind);
        QVERIFY(snapshot.error().message.contains("OfficeRnD"_L1));
    }

    void passingTroubleIsRetried()
    {
        Setup setup(120);
        setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/members"_s, .nth = 2},
                               {.kind = Kind::Html500});
        setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/companies"_s},
                               {.kind = Kind::Status, .status = 429});
        const auto snapshot = outcome(setup.service->fetchPeople());
        QVERIFY2(snapshot, qPrintable(snapshot ? QString() : snapshot.error().detail));
        QCOMPARE(snapshot->extent, PeopleSnapshot::Extent::Whole);
    }

    void missingRowsMakeAPartialSnapshot()
    {
        for (const int nth : {1, 2}) {
            Setup setup(120);
            setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/members"_s, .nth = nth},
                                   {.kind = Kind::EmptyList});
            const auto snapshot = outcome(setup.service->fetchPeople());
            QVERIFY(snapshot);
            QCOMPARE(snapshot->extent, PeopleSnapshot::Extent::Partial);
        }
    }

    void wrongSecretAndWrongOrganisation()
    {
        Setup secret(60, {}, u"not-the-secret"_s);
        const auto refused = outcome(secret.service->checkConnection());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(refused.error().message.contains("client secret"_L1));
        QVERIFY(!refused.error().detail.contains("not-the-secret"_L1));

        Setup organization(60, u"elsewhere"_s);
        const auto elsewhere = outcome(organization.service->checkConnection());
        QCOMPARE(elsewhere.error().kind, ErrorKind::InvalidInput);
        QVERIFY(elsewhere.error().message.contains("elsewhere"_L1));
    }

    void revokedTokenIsRenewedUnseen()
    {
        Setup setup;
        QVERIFY(outcome(setup.service->checkConnection()));
        setup.sandbox.revokeToken(Side::Left);
        QVERIFY(outcome(setup.service->checkConnection()));
    }

    void changedSecretMeansSignInAgain()
    {
        Setup setup;
        QVERIFY(outcome(setup.service->checkConnection()));
        setup.sandbox.changeClientSecret();
        setup.sandbox.revokeToken(Side::Left);
        QCOMPARE(outcome(setup.service->checkConnection()).error().kind, ErrorKind::Unauthorized);
    }

    void missingPermissionIsNamed()
    {
        Setup setup;
        setup.sandbox.failNext({.side = Side::Left, .method = "PUT", .times = 2},
                               {.kind = Kind::Status, .status = 401});
        const auto updated = outcome(
            setup.service->updatePerson(setup.somebody(), {text(u"phone"_s, u"+15550100003"_s)}));
        QCOMPARE(updated.error().kind, ErrorKind::Forbidden);
        QVERIFY(updated.error().message.contains("flex.community.members.update"_L1));
    }

    void lostCreationIsFoundAgain()
    {
        Setup setup;
        const auto before = setup.sandbox.people(Side::Left).size();
        const QDateTime since = QDateTime::currentDateTimeUtc();
        setup.sandbox.failNext(
            {.side = Side::Left, .method = "POST", .pathPattern = u"*/members"_s},
            {.kind = Kind::AppliedThenReset});
        const FieldWrites writes {text(u"name"_s, u"Lost Person"_s),
                                  text(u"email"_s, u"lost@example.test"_s)};
        const auto created = outcome(setup.service->createPerson(writes));
        QVERIFY(!created);
        QVERIFY(leavesWriteUnknown(created.error()));
        QCOMPARE(setup.sandbox.people(Side::Left).size(), before + 1);

        const auto twins = outcome(
            setup.service->findTwins({u"lost@example.test"_s, {}, u"Lost Person"_s, since}));
        QVERIFY2(twins, qPrintable(twins ? QString() : twins.error().detail));
        QCOMPARE(twins->size(), 1);
        QCOMPARE(twins->constFirst().fields.value(u"email"_s).text(), u"lost@example.test"_s);

        // by phone or name alone it is found as well; an old namesake is not
        QCOMPARE(outcome(setup.service->findTwins({{}, {}, u"lost  PERSON"_s, since}))->size(), 1);
        const auto old = setup.sandbox.people(Side::Left).constFirst();
        QCOMPARE(outcome(setup.service->findTwins({old.value("email"_L1).toString(),
                                                   {},
                                                   old.value("name"_L1).toString(),
                                                   since.addSecs(3600)}))
                     ->size(),
                 0);
    }

    void throttledCreationHappensOnce()
    {
        Setup setup;
        const auto before = setup.sandbox.people(Side::Left).size();
        setup.sandbox.failNext(
            {.side = Side::Left, .method = "POST", .pathPattern = u"*/members"_s},
            {.kind = Kind::Status, .status = 429});
        QVERIFY(outcome(setup.service->createPerson({text(u"name"_s, u"Patient Person"_s)})));
        QCOMPARE(setup.sandbox.people(Side::Left).size(), before + 1);
    }

    void addressThatFailsDoesNotUndoTheCreation()
    {
        Setup setup;
        setup.sandbox.failNext({.side = Side::Left, .method = "PUT", .times = 100},
                               {.kind = Kind::Status, .status = 400});
        const auto created = outcome(setup.service->createPerson(
            {text(u"name"_s, u"Homeless"_s), text(u"address.city"_s, u"Sofia"_s)}));
        QVERIFY(created);
        QVERIFY(created->fields.value(u"address.city"_s).isEmpty());
    }

    void cancelledFetchEndsOnce()
    {
        Setup setup(230);
        for (const int wait : {0, 5, 20, 40}) {
            const auto job = setup.service->fetchPeople();
            QSignalSpy finished(job.get(), &Job::finished);
            job->start();
            QTest::qWait(wait);
            job->cancel();
            QTRY_COMPARE(finished.size(), 1);
            QVERIFY(!job->result() ? job->result().error().kind == ErrorKind::Cancelled : true);
        }
    }

    void settingsAreChecked()
    {
        MemorySecretStore secrets;
        SystemClock clock;
        NetworkTransport transport;
        OfficeRnDSettings settings;
        settings.organization = u"acme"_s;
        settings.clientId = u"id"_s;
        QVERIFY(createOfficeRnDService(settings, secrets, clock, transport));
        settings.clientId = u" "_s;
        QVERIFY(!createOfficeRnDService(settings, secrets, clock, transport));
        settings.clientId = u"id"_s;
        settings.organization = u"a b"_s;
        QVERIFY(!createOfficeRnDService(settings, secrets, clock, transport));
        settings.organization = u"acme"_s;
        settings.apiUrl = QUrl(u"https://evil.test/api/v2"_s);
        QVERIFY(!createOfficeRnDService(settings, secrets, clock, transport));
        settings.apiUrl = QUrl(u"http://127.0.0.1:1/api/v2"_s);
        QVERIFY(!createOfficeRnDService(settings, secrets, clock, transport));
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDService)
#include "tst_officernd_service.moc"
