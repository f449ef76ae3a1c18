// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
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

//! The service against the played HighLevel, over real HTTP.
struct Setup
{
    explicit Setup(const sandbox::SandboxOptions &options = {.people = 60, .seed = 7},
                   const QString &location = {}, const QString &token = {})
        : sandbox(options)
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        const auto credentials = sandbox.credentials();
        HighLevelSettings settings;
        settings.apiUrl = sandbox.highlevelUrl();
        settings.locationId = location.isEmpty() ? credentials.locationId : location;
        settings.hosts = HostPolicy::AlsoLoopback;
        secretKey = highLevelSecretKey(settings.locationId);
        (void)outcome(secrets.write(secretKey, token.isEmpty() ? credentials.privateToken : token));
        service = std::move(
            createHighLevelService(settings, secrets, clock, transport, quickTable()).value());
    }

    [[nodiscard]] QJsonObject stored(const RemoteId &id) const
    {
        return sandbox.person(Side::Right, id);
    }
    [[nodiscard]] RemoteId somebody() const
    {
        return RemoteId(sandbox.people(Side::Right).constFirst().value("id"_L1).toString());
    }
    [[nodiscard]] QList<QByteArray> writes() const
    {
        QList<QByteArray> made;
        for (const auto &entry : sandbox.requestLog().entries()) {
            if (twinbook::sandbox::natureOf(entry.method, entry.path)
                == twinbook::sandbox::RequestNature::Writing)
                made.append(entry.method + ' ' + entry.body);
        }
        return made;
    }

    Sandbox sandbox;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport {TransportLimits {.silence = 500ms}};
    QString secretKey;
    std::unique_ptr<PeopleService> service;
};

FieldWrite text(const QString &key, const QString &value)
{
    return {key, FieldValue(value)};
}

FieldKey keyOf(const ServiceSchema &schema, const QString &title)
{
    for (const FieldSpec &field : schema.fields) {
        if (field.title == title)
            return field.key;
    }
    return {};
}

template<class T>
QString whatWentWrong(const Result<T> &result)
{
    return result ? QString() : result.error().message + u" "_s + result.error().detail;
}

} // namespace

class TestHighLevelService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionIsReported()
    {
        Setup setup;
        const auto report = outcome(setup.service->checkConnection());
        QVERIFY2(report, qPrintable(whatWentWrong(report)));
        QVERIFY(!report->accountName.isEmpty());
        QCOMPARE(report->peopleCount, setup.sandbox.people(Side::Right).size());
        QCOMPARE(report->writing, ConnectionReport::Writing::Unknown);
    }

    void schemaHasStandardAndCustomFields()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        QVERIFY(schema);
        QCOMPARE(schema->country.size(), 2);
        QVERIFY(!schema->timeZone.isEmpty());
        QCOMPARE(schema->field(u"companyName"_s)->access, FieldAccess::CreateOnly);
        QCOMPARE(schema->field(u"dnd"_s)->access, FieldAccess::ReadOnly);
        const FieldSpec *shirt = schema->field(keyOf(*schema, u"T-Shirt Size"_s));
        QVERIFY(shirt);
        QCOMPARE(shirt->options.size(), 4);
        QCOMPARE(schema->field(keyOf(*schema, u"Interests"_s))->type, FieldValue::Type::List);
    }

    void everybodyIsReadToTheEnd()
    {
        Setup setup({.people = 1400, .seed = 3});
        const auto job = setup.service->fetchPeople();
        QSignalSpy progress(job.get(), &FetchPeopleJob::progress);
        const auto snapshot = outcome(job);
        QVERIFY2(snapshot, qPrintable(whatWentWrong(snapshot)));
        QCOMPARE(snapshot->extent, PeopleSnapshot::Extent::Whole);
        const auto people = setup.sandbox.people(Side::Right);
        QVERIFY(people.size() > 1000);
        QCOMPARE(snapshot->people.size(), people.size());
        QVERIFY(progress.size() >= 3);
        for (const RemoteRecord &record : snapshot->people) {
            const QJsonObject contact = setup.stored(record.id);
            QCOMPARE(record.fidelity, Fidelity::SearchHit);
            QCOMPARE(record.fields.value(u"firstName"_s).text(),
                     contact.value("firstName"_L1).toString().toLower());
            QCOMPARE(record.fields.value(u"address1"_s).text(),
                     contact.value("address1"_L1).toString());
            QVERIFY(record.modifiedAt.isValid());
        }
    }

    void onePersonIsComplete()
    {
        Setup setup;
        const RemoteId id = setup.somebody();
        const auto person = outcome(setup.service->fetchPerson(id));
        QVERIFY(person);
        QCOMPARE(person->fidelity, Fidelity::Complete);
        QCOMPARE(person->fields.value(u"firstName"_s).text(),
                 setup.stored(id).value("firstName"_L1).toString());
        QCOMPARE(
            outcome(setup.service->fetchPerson(RemoteId(u"AAAAAAAAAAAAAAAAAAAA"_s))).error().kind,
            ErrorKind::NotFound);
        QCOMPARE(outcome(setup.service->fetchPerson(RemoteId(u".."_s))).error().kind,
                 ErrorKind::InvalidInput);
    }

    void personIsCreatedWithEverything()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        const FieldWrites writes {
            text(u"firstName"_s, u"Zoë"_s),
            text(u"lastName"_s, u"O'Hara"_s),
            text(u"email"_s, u"zoe+x@example.test"_s),
            text(u"companyName"_s, u"Acme"_s),
            text(u"city"_s, u"Sofia"_s),
            {u"dateOfBirth"_s, FieldValue(QDate(1990, 2, 3))},
            text(keyOf(*schema, u"Access Card"_s), u"A-1"_s),
            text(keyOf(*schema, u"T-Shirt Size"_s), u"M"_s),
            {keyOf(*schema, u"Interests"_s), FieldValue(QStringList {u"Events"_s})},
        };
        FieldWrites all = writes;
        all.append({u"tags"_s, FieldValue(QStringList {u"VIP"_s, u"Coffee"_s})});
        const auto created = outcome(setup.service->createPerson(all));
        QVERIFY2(created, qPrintable(whatWentWrong(created)));
        for (const FieldWrite &write : writes)
            QCOMPARE(created->fields.value(write.key), write.value);
        QCOMPARE(created->fields.value(u"tags"_s).list().size(), 2);
        QCOMPARE(outcome(setup.service->fetchPerson(created->id)).value(), *created);
    }

    void phonesGoAsE164OrNotAtAll()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        QCOMPARE(schema->country, u"GB"_s);
        const auto national = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"A"_s), text(u"phone"_s, u"020 7946 0018"_s)}));
        QVERIFY2(national, qPrintable(whatWentWrong(national)));
        QCOMPARE(national->fields.value(u"phone"_s).text(), u"+442079460018"_s);

        const auto unsendable = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"B"_s), text(u"phone"_s, u"ask at the desk"_s)}));
        QVERIFY(unsendable);
        QVERIFY(unsendable->fields.value(u"phone"_s).isEmpty());
    }

    void duplicateNamesTheOther()
    {
        Setup setup;
        const auto first = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"A"_s), text(u"email"_s, u"same@example.test"_s)}));
        const auto before = setup.sandbox.people(Side::Right).size();
        const auto second = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"B"_s), text(u"email"_s, u"same@example.test"_s)}));
        QCOMPARE(second.error().kind, ErrorKind::Conflict);
        QCOMPARE(second.error().existing, first->id);
        QVERIFY(!leavesWriteUnknown(second.error()));
        QCOMPARE(setup.sandbox.people(Side::Right).size(), before);
    }

    void updateTouchesOnlyWhatIsWritten()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        const RemoteId id = setup.somebody();
        QVERIFY(setup.sandbox.editPerson(
            Side::Right, id,
            {{u"tags"_s, QJsonArray {u"keep"_s, u"drop"_s}}, {u"city"_s, u"Varna"_s}}));
        setup.sandbox.clearRequestLog();
        const auto updated = outcome(setup.service->updatePerson(
            id,
            {text(u"address1"_s, u"Main 5"_s),
             text(keyOf(*schema, u"Access Card"_s), u"X"_s),
             {u"tags"_s, FieldValue(QStringList {u"Keep"_s, u"Fresh"_s})}}));
        QVERIFY2(updated, qPrintable(whatWentWrong(updated)));

        const auto writes = setup.writes();
        QCOMPARE(writes.size(), 3);
        QVERIFY2(!writes.at(0).contains("tags"), writes.at(0).constData());
        QCOMPARE(writes.at(1), "DELETE {\"tags\":[\"drop\"]}"_ba);
        QCOMPARE(writes.at(2), "POST {\"tags\":[\"fresh\"]}"_ba);

        const QJsonObject after = setup.stored(id);
        QCOMPARE(after.value("city"_L1).toString(), u"Varna"_s);
        QCOMPARE(after.value("address1"_L1).toString(), u"Main 5"_s);
        QStringList tags = updated->fields.value(u"tags"_s).list();
        tags.sort();
        QCOMPARE(tags, (QStringList {u"fresh"_s, u"keep"_s}));
        QCOMPARE(updated->fields.value(keyOf(*schema, u"Access Card"_s)).text(), u"X"_s);
    }

    void tagSetInBetweenSurvivesAnotherField()
    {
        Setup setup;
        const RemoteId id = setup.somebody();
        QVERIFY(setup.sandbox.editPerson(Side::Right, id, {{u"tags"_s, QJsonArray {u"auto"_s}}}));
        QVERIFY(outcome(setup.service->updatePerson(id, {text(u"city"_s, u"Sofia"_s)})));
        QCOMPARE(setup.stored(id).value("tags"_L1).toArray(), QJsonArray {u"auto"_s});
    }

    void updateClears()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        const FieldKey card = keyOf(*schema, u"Access Card"_s);
        const RemoteId id = setup.somebody();
        QVERIFY(
            outcome(setup.service->updatePerson(id,
                                                {text(u"city"_s, u"Sofia"_s),
                                                 text(u"postalCode"_s, u"1000"_s),
                                                 text(card, u"X"_s),
                                                 {u"tags"_s, FieldValue(QStringList {u"a"_s})}})));
        const auto cleared
            = outcome(setup.service->updatePerson(id,
                                                  {{u"city"_s, FieldValue()},
                                                   {u"postalCode"_s, FieldValue()},
                                                   {card, FieldValue()},
                                                   {u"tags"_s, FieldValue(QStringList())}}));
        QVERIFY2(cleared, qPrintable(whatWentWrong(cleared)));
        for (const FieldKey &key :
             {FieldKey(u"city"_s), FieldKey(u"postalCode"_s), card, FieldKey(u"tags"_s)})
            QVERIFY2(cleared->fields.value(key).isEmpty(), qPrintable(key));
    }

    void silentlyDroppedFieldIsToldByName()
    {
        Setup setup;
        const auto schema = outcome(setup.service->readSchema());
        const auto updated = outcome(setup.service->updatePerson(
            setup.somebody(), {text(keyOf(*schema, u"T-Shirt Size"_s), u"XXXL"_s)}));
        QCOMPARE(updated.error().kind, ErrorKind::Rejected);
        QVERIFY(updated.error().message.contains("T-Shirt Size"_L1));
    }

    void lostCreationIsFoundAgain_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("lagSeconds");
        QTest::newRow("reset") << int(Kind::AppliedThenReset) << 0;
        QTest::newRow("half") << int(Kind::HalfJson) << 0;
        QTest::newRow("422") << int(Kind::Created422) << 0;
        QTest::newRow("reset, index lags") << int(Kind::AppliedThenReset) << 60;
    }

    void lostCreationIsFoundAgain()
    {
        QFETCH(int, fault);
        QFETCH(int, lagSeconds);
        Setup setup({.people = 60, .seed = 7, .searchIndexLag = std::chrono::seconds(lagSeconds)});
        const auto before = setup.sandbox.people(Side::Right).size();
        const QDateTime since = QDateTime::currentDateTimeUtc();
        setup.sandbox.failNext(
            {.side = Side::Right, .method = "POST", .pathPattern = u"/contacts/"_s},
            {.kind = static_cast<Kind>(fault)});
        const auto created = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"Lost"_s), text(u"lastName"_s, u"Person"_s),
             text(u"email"_s, u"lost@example.test"_s), text(u"phone"_s, u"+442079460099"_s)}));
        QVERIFY(!created);
        QVERIFY2(leavesWriteUnknown(created.error()), qPrintable(whatWentWrong(created)));
        QCOMPARE(setup.sandbox.people(Side::Right).size(), before + 1);

        const QList<TwinQuery> queries {{u"lost@example.test"_s, {}, {}, since},
                                        {{}, u"(020) 7946 0099"_s, {}, since},
                                        {{}, {}, u"lost PERSON"_s, since}};
        for (const TwinQuery &query : queries) {
            const auto twins = outcome(setup.service->findTwins(query));
            QVERIFY2(twins, qPrintable(whatWentWrong(twins)));
            // Only the look-ups by e-mail and phone see through the lag of the search.
            const bool hidden = lagSeconds > 0 && query.email.isEmpty() && query.phone.isEmpty();
            QCOMPARE(twins->size(), hidden ? 0 : 1);
            if (!hidden)
                QCOMPARE(twins->constFirst().fields.value(u"firstName"_s).text(), u"Lost"_s);
        }
        QCOMPARE(
            outcome(setup.service->findTwins({u"lost@example.test"_s, {}, {}, since.addSecs(3600)}))
                ->size(),
            0);
    }

    void refusalsAreReadByTheirWords()
    {
        Setup wrongToken({.people = 60, .seed = 7}, {}, u"pit-wrong"_s);
        const auto refused = outcome(wrongToken.service->checkConnection());
        QCOMPARE(refused.error().kind, ErrorKind::Unauthorized);
        QVERIFY(!refused.error().detail.contains("pit-wrong"_L1));

        Setup wrongLocation({.people = 60, .seed = 7}, u"AAAAAAAAAAAAAAAAAAAA"_s);
        const auto elsewhere = outcome(wrongLocation.service->checkConnection());
        QVERIFY(elsewhere.error().kind == ErrorKind::Forbidden
                || elsewhere.error().kind == ErrorKind::InvalidInput);
        QVERIFY(elsewhere.error().message.contains("AAAAAAAAAAAAAAAAAAAA"_L1));
    }

    void revokedTokenMeansSignInAgain()
    {
        Setup setup;
        QVERIFY(outcome(setup.service->checkConnection()));
        setup.sandbox.revokeToken(Side::Right);
        QCOMPARE(outcome(setup.service->checkConnection()).error().kind, ErrorKind::Unauthorized);
        (void)outcome(
            setup.secrets.write(setup.secretKey, setup.sandbox.credentials().privateToken));
        QVERIFY(outcome(setup.service->checkConnection()));
    }

    void passingTroubleIsRetried()
    {
        Setup setup;
        setup.sandbox.failNext({.side = Side::Right, .pathPattern = u"/contacts/search"_s},
                               {.kind = Kind::Html500});
        const auto snapshot = outcome(setup.service->fetchPeople());
        QVERIFY2(snapshot, qPrintable(whatWentWrong(snapshot)));
        QCOMPARE(snapshot->extent, PeopleSnapshot::Extent::Whole);
    }

    void missingRowsMakeNoWholeSnapshot()
    {
        Setup setup({.people = 1400, .seed = 3});
        setup.sandbox.failNext(
            {.side = Side::Right, .pathPattern = u"/contacts/search"_s, .nth = 2},
            {.kind = Kind::EmptyList});
        const auto snapshot = outcome(setup.service->fetchPeople());
        QVERIFY(!snapshot || snapshot->extent == PeopleSnapshot::Extent::Partial);
    }

    void brokenRepliesAreNotBelieved_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("html") << int(Kind::Html500) << int(ErrorKind::ServerFault);
        QTest::newRow("half") << int(Kind::HalfJson) << int(ErrorKind::BadReply);
        QTest::newRow("reset") << int(Kind::Reset) << int(ErrorKind::Network);
        QTest::newRow("silence") << int(Kind::NoReply) << int(ErrorKind::Timeout);
    }

    void brokenRepliesAreNotBelieved()
    {
        QFETCH(int, fault);
        QFETCH(int, kind);
        Setup setup;
        setup.sandbox.failNext(
            {.side = Side::Right, .pathPattern = u"/contacts/search"_s, .times = 100},
            {.kind = static_cast<Kind>(fault)});
        const auto snapshot = outcome(setup.service->fetchPeople());
        QVERIFY(!snapshot);
        QCOMPARE(int(snapshot.error().kind), kind);
    }

    void tagsGoWithTheCreation()
    {
        Setup setup;
        const auto created = outcome(setup.service->createPerson(
            {text(u"firstName"_s, u"T"_s), {u"tags"_s, FieldValue(QStringList {u"x"_s})}}));
        QVERIFY(created);
        QCOMPARE(created->fields.value(u"tags"_s).list(), QStringList {u"x"_s});
    }

    void settingsAreChecked()
    {
        MemorySecretStore secrets;
        SystemClock clock;
        NetworkTransport transport;
        HighLevelSettings settings;
        settings.locationId = u"ve9EPM428h8vShlRW1KT"_s;
        QVERIFY(createHighLevelService(settings, secrets, clock, transport));
        settings.apiUrl = QUrl(u"https://services.leadconnectorhq.com.evil.test"_s);
        QVERIFY(!createHighLevelService(settings, secrets, clock, transport));
        settings.apiUrl = QUrl(u"http://127.0.0.1:1"_s);
        QVERIFY(!createHighLevelService(settings, secrets, clock, transport));
        settings.hosts = HostPolicy::AlsoLoopback;
        QVERIFY(createHighLevelService(settings, secrets, clock, transport));
        settings.locationId = u"x"_s;
        QVERIFY(!createHighLevelService(settings, secrets, clock, transport));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelService)
#include "tst_highlevel_service.moc"
