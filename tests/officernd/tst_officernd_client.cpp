// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonvalue.h"
#include "officernd/playedorganization.h"
#include "officernd/scopes.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Setup = PlayedOrganization;
using Kind = sandbox::Fault::Kind;

class TestOfficeRnDClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsListed()
    {
        Setup setup(230);
        const auto list = outcome(setup.client().members().list());
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), setup.sandbox.people(Side::Left).size());
        QVERIFY(list->rows.size() > 150);
        QCOMPARE(list->extent, Listing<Member>::Extent::Whole);
        for (const Member &member : list->rows) {
            const QJsonObject stored = setup.sandbox.person(Side::Left, member.id);
            QCOMPARE(member.name.value_or(QString()), stored.value("name"_L1).toString());
            QVERIFY(member.status && member.modifiedAt && member.startDate && member.location);
        }
        const auto count = outcome(setup.client().members().count({}, CountBy::Status));
        QCOMPARE(count->total, list->rows.size());
        int grouped = 0;
        for (const auto &group : *count->groups)
            grouped += group.count;
        QCOMPARE(grouped, count->total);
    }

    void onlyWhatIsAskedForComes()
    {
        Setup setup(120);
        const auto client = setup.client();
        const auto all = outcome(client.members().list());
        QList<MemberId> ids;
        for (const Member &member : all->rows)
            ids.append(member.id);
        const auto byId = outcome(
            client.members().list({.ids = ids, .select = {u"status"_s, u"modifiedAt"_s}}));
        QVERIFY2(byId, whyNot(byId).constData());
        QCOMPARE(byId->rows.size(), all->rows.size());
        QCOMPARE(byId->extent, Listing<Member>::Extent::Whole);
        QVERIFY(!byId->rows.constFirst().name && byId->rows.constFirst().status);

        const QString email = u"o'neil+x@example.test"_s;
        const MemberId id = setup.somebody();
        QVERIFY(setup.sandbox.editPerson(Side::Left, id, {{u"email"_s, email}}));
        const auto found = outcome(client.members().list({.email = email}));
        QCOMPARE(found->rows.size(), 1);
        QCOMPARE(found->rows.constFirst().id, id);
    }

    void changesSinceAMoment()
    {
        Setup setup;
        const auto client = setup.client();
        const auto before = outcome(client.members().list());
        QDateTime latest;
        for (const Member &member : before->rows)
            latest = std::max(latest, *member.modifiedAt);
        QVERIFY(setup.sandbox.editPerson(Side::Left, setup.somebody(), {{u"phone"_s, u"+1"_s}}));
        const auto changed = outcome(client.members().list({.changedSince = latest.addMSecs(1)}));
        QVERIFY2(changed, whyNot(changed).constData());
        QCOMPARE(changed->rows.size(), 1);
        QCOMPARE(changed->reach, Listing<Member>::Reach::AsAsked);
        QCOMPARE(changed->rows.constFirst().id, setup.somebody());
    }

    void memberLivesThroughCreationAndChange()
    {
        Setup setup;
        const auto members = setup.client().members();
        NewMember zoe;
        zoe.name = u"Zoë O'Hara"_s;
        zoe.email = u"zoe+x@example.test"_s;
        zoe.properties = {{u"Access Card Nr"_s, FieldValue(u"A-1"_s)},
                          {u"date_of_birth"_s, FieldValue(QDate(1990, 2, 3))}};
        zoe.tags = {u"VIP"_s};
        const auto created = outcome(members.create(zoe));
        QVERIFY2(created, whyNot(created).constData());
        QVERIFY(created->location && created->startDate);

        MemberChange change;
        change.email = Change<QString>::emptied();
        change.address.city = u"Sofia"_s;
        change.socialProfiles.linkedin = u"zoe"_s;
        change.properties = {{u"Access Card Nr"_s, FieldValue()}, {u"notes"_s, FieldValue(u"x"_s)}};
        change.tags = {.add = {u"Coffee"_s}, .remove = {u"VIP"_s}};
        const auto updated = outcome(members.update(created->id, change));
        QVERIFY2(updated, whyNot(updated).constData());
        QVERIFY(updated->email.value_or(QString()).isEmpty());
        QCOMPARE(updated->address->city, u"Sofia"_s);
        QCOMPARE(updated->tags, QStringList {u"Coffee"_s});
        QCOMPARE(updated->properties->value("notes"_L1).toString(), u"x"_s);
        QCOMPARE(fieldValue(updated->properties->value("date_of_birth"_L1), FieldValue::Type::Date),
                 FieldValue(QDate(1990, 2, 3)));
        QVERIFY(updated->properties->value("Access Card Nr"_L1).toString().isEmpty());

        const auto read = outcome(members.get(created->id));
        QCOMPARE(read->name, u"Zoë O'Hara"_s);
        QCOMPARE(read->modifiedAt, updated->modifiedAt);
    }

    void statusAndCompanyAreSetOnDemand()
    {
        Setup setup;
        const auto client = setup.client();
        const MemberId id = setup.somebody();
        auto done = outcome(client.members().setStatus(id, ManualStatus::Former));
        QVERIFY2(done, whyNot(done).constData());
        QVERIFY(outcome(client.members().get(id))->status == MemberStatus::Former);
        QVERIFY(outcome(client.members().setStatus(id, ManualStatus::Automatic)));

        const CompanyId company(setup.sandbox.companyAtOfficernd(u"Moved Ltd"_s).text());
        done = outcome(client.members().moveToCompany(id, company));
        QVERIFY2(done, whyNot(done).constData());
        QCOMPARE(outcome(client.members().get(id))->company, company);
    }

    void companyLivesThroughCreationAndChange()
    {
        Setup setup(60, permissionsFor({Operation::CreateCompany, Operation::UpdateCompany}));
        const auto companies = setup.client().companies();
        const auto created
            = outcome(companies.create({.name = u"Ünïque Ltd"_s, .email = u"hello@unique.test"_s}));
        QVERIFY2(created, whyNot(created).constData());
        CompanyChange change;
        change.address.city = u"Varna"_s;
        change.url = u"https://unique.test"_s;
        const auto updated = outcome(companies.update(created->id, change));
        QVERIFY2(updated, whyNot(updated).constData());
        QCOMPARE(updated->url, u"https://unique.test"_s);
        const auto found = outcome(companies.list({.name = u"Ünïque Ltd"_s}));
        QCOMPARE(found->rows.size(), 1);
        QCOMPARE(found->rows.constFirst().address->city, u"Varna"_s);
        QVERIFY(found->rows.constFirst().status == CompanyStatus::Inactive);
    }

    void settingsAreRead()
    {
        Setup setup;
        const auto client = setup.client();
        QCOMPARE(outcome(client.organization())->slug, setup.sandbox.credentials().organization);
        const auto locations = outcome(client.locations().list({.isOpen = true}));
        QVERIFY2(locations, whyNot(locations).constData());
        QVERIFY(!locations->rows.isEmpty());
        const LocationId first = locations->rows.constFirst().id;
        QCOMPARE(outcome(client.locations().get(first))->name, locations->rows.constFirst().name);
        const auto properties = outcome(client.customProperties().list(PropertyTarget::Member));
        QVERIFY2(properties, whyNot(properties).constData());
        QVERIFY(std::any_of(properties->rows.cbegin(), properties->rows.cend(),
                            [](const auto &row) { return row.type == PropertyType::Date; }));
    }

    void goneAndThrottledRecords()
    {
        Setup setup;
        const auto members = setup.client().members();
        const auto gone = outcome(members.get(MemberId(u"5f00000000000000000000ff"_s)));
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/members"_s},
                               {.kind = Kind::Status, .status = 429});
        const auto list = outcome(members.list());
        QVERIFY2(list, whyNot(list).constData());
        setup.sandbox.failNext({.side = Side::Left, .pathPattern = u"*/members"_s, .times = 100},
                               {.kind = Kind::HalfJson});
        QCOMPARE(outcome(members.list()).error().kind, ErrorKind::BadReply);
    }

    void lostCreationIsNotRepeated()
    {
        Setup setup;
        const auto before = setup.sandbox.people(Side::Left).size();
        setup.sandbox.failNext(
            {.side = Side::Left, .method = "POST", .pathPattern = u"*/members"_s},
            {.kind = Kind::AppliedThenReset});
        const auto created = outcome(setup.client().members().create({.name = u"Lost"_s}));
        QVERIFY(!created && leavesWriteUnknown(created.error()));
        QCOMPARE(setup.sandbox.people(Side::Left).size(), before + 1);
    }

    void signInIsShared()
    {
        Setup setup;
        OfficeRnDService service(setup.connection);
        QVERIFY(outcome(service.checkConnection()));
        QVERIFY(outcome(setup.client().members().count()));
        QVERIFY(outcome(setup.client().companies().list()));
        QCOMPARE(setup.requests(u"/oauth/token"_s), 1);
    }

    void permissionThatIsNotGrantedDoesNotCostThePeople()
    {
        Setup setup(60, {u"flex.nonsense.read"_s});
        OfficeRnDService service(setup.connection);
        const auto report = outcome(service.checkConnection());
        QVERIFY2(report, whyNot(report).constData());
        QCOMPARE(report->writing, ConnectionReport::Writing::Allowed);
    }

    void whoWaitsForWhat()
    {
        PlayedOrganization setup(5);
        OfficeRnDService service(setup.connection);
        const RemoteId ana(setup.somebody().text());
        qsizetype seen = 0;
        const auto lanes = [&] {
            QSet<Lane> found;
            for (const RequestRecord &record : setup.log.records().mid(seen)) {
                if (!record.path.startsWith("oauth"_L1)) // everything waits for a sign-in
                    found.insert(record.lane);
            }
            seen = setup.log.records().size();
            return found;
        };
        const QSet person {Lane::Person};
        const QSet background {Lane::Background};
        QVERIFY(outcome(service.checkConnection()));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(service.sendRaw({.path = {u"members"_s},
                                         .effect = RawEffect::Reads,
                                         .permission = u"flex.community.members.read"_s})));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(setup.client().members().update(setup.somebody(), {.name = u"Ana"_s})));
        QCOMPARE(lanes(), person);
        QVERIFY(outcome(setup.client(Lane::Background).members().list()));
        QCOMPARE(lanes(), background);
        QVERIFY(outcome(service.fetchPeople()));
        QVERIFY(outcome(service.fetchPerson(ana)));
        QVERIFY(outcome(service.updatePerson(ana, {{u"name"_s, FieldValue(u"Ann"_s)}})));
        QCOMPARE(lanes(), background);
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDClient)
#include "tst_officernd_client.moc"
