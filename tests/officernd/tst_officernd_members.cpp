// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonvalue.h"
#include "officernd/scriptedorganization.h"

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

const MemberId ana(objectId(1));

Result<Member> member(const QByteArray &text)
{
    return decoded<Member>(json(text), u"OfficeRnD"_s);
}

//! Ana as stored, with members that no update may carry.
const Reply stored {R"({"_id": "5f0000000000000000000001", "name": "Ana", "status": "active",
    "tags": ["a", "b"], "address": {"city": "Sofia", "zip": null, "_id": "x", "planet": "Earth"},
    "billingDetails": {"vatNumber": "1", "secretNote": "x",
                       "billingAddress": {"city": "Varna", "planet": "Earth"}},
    "properties": {"notes": "keep", "card": "7"}})"};

} // namespace

class TestOfficeRnDMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead()
    {
        const auto read = member(R"({"_id": "5f0000000000000000000001", "name": "<b>Ana</b>\u202e",
            "email": "ana@example.test", "phone": "012-345-6789", "image": null, "description": "",
            "location": "l1", "company": "c1", "status": "not_approved",
            "startDate": "2026-01-31T00:00:00.000Z", "isBillingPerson": false,
            "address": {"country": "BG", "street": "1"}, "tags": [],
            "billingDetails": {"vatNumber": "9", "billingAddress": {"city": "Sofia"}},
            "portalPrivacy": {"isVisible": false}, "socialProfiles": {"twitter": "@a"},
            "properties": {"Access Card Nr": 5}, "modifiedAt": "2026-11-23T09:00:00.123Z",
            "isSystem": true})");
        QVERIFY2(read, whyNot(read).constData());
        QCOMPARE(read->name, u"<b>Ana</b>\u202e"_s);
        QCOMPARE(read->location, LocationId(u"l1"_s));
        QVERIFY(read->status == MemberStatus::NotApproved);
        QCOMPARE(read->startDate, QDate(2026, 1, 31));
        QCOMPARE(read->isBillingPerson, false);
        QVERIFY(!read->isContactPerson && !read->image && !read->createdAt);
        QCOMPARE(read->address->country, u"BG"_s);
        QVERIFY(!read->address->city);
        QCOMPARE(read->billingDetails->billingAddress.city, u"Sofia"_s);
        QCOMPARE(read->portalPrivacy->isVisible, false);
        QCOMPARE(read->socialProfiles->twitter, u"@a"_s);
        QVERIFY(read->tags && read->tags->isEmpty());
        QCOMPARE(fieldValue(read->properties->value("Access Card Nr"_L1), FieldValue::Type::Text),
                 FieldValue(u"5"_s));
        QCOMPARE(read->modifiedAt->time().msec(), 123);
    }

    void unknownStatusIsNoFault()
    {
        QVERIFY(member(R"({"_id": "x", "status": "paused"})")->status == MemberStatus::Other);
    }

    void wrongTypesAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no id") << R"({"name": "Ana"})"_ba;
        QTest::newRow("name") << R"({"_id": "x", "name": 7})"_ba;
        QTest::newRow("company") << R"({"_id": "x", "company": {"_id": "c"}})"_ba;
        QTest::newRow("address") << R"({"_id": "x", "address": "Sofia"})"_ba;
        QTest::newRow("zip") << R"({"_id": "x", "address": {"zip": 1000}})"_ba;
        QTest::newRow("properties") << R"({"_id": "x", "properties": [1]})"_ba;
        QTest::newRow("date") << R"({"_id": "x", "startDate": "yesterday"})"_ba;
    }

    void wrongTypesAreTold()
    {
        QFETCH(QByteArray, text);
        const auto read = member(text);
        QCOMPARE(read.error().kind, ErrorKind::BadReply);
        QVERIFY(read.error().message.contains("OfficeRnD"_L1));
        QVERIFY(!read.error().detail.isEmpty() && !read.error().detail.contains("Sofia"_L1));
    }

    void placeAndDayAreFilledIn()
    {
        ScriptedOrganization organization(
            {{R"({"results": [{"_id": "5f00000000000000000000a1", "isOpen": false},
                              {"_id": "5f00000000000000000000a2", "timezone": "Pacific/Kiritimati"}]})"},
             stored});
        const auto created = outcome(organization.client().members().create({.name = u"Ana"_s}));
        QVERIFY2(created, whyNot(created).constData());
        const QDate there
            = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone("Pacific/Kiritimati")).date();
        const auto seen = organization.seen();
        QCOMPARE(seen.last().body,
                 QJsonObject({{u"name"_s, u"Ana"_s},
                              {u"location"_s, u"5f00000000000000000000a2"_s},
                              {u"startDate"_s, toWire(there)}}));
    }

    void givenPlaceIsAskedForItsDay()
    {
        ScriptedOrganization organization({{R"({"_id": "5f00000000000000000000a1"})"}, stored});
        NewMember ann;
        ann.name = u"Ann"_s;
        ann.location = LocationId(u"5f00000000000000000000a1"_s);
        QVERIFY(outcome(organization.client().members().create(ann)));
        QCOMPARE(organization.lines(),
                 (QStringList {u"GET locations/5f00000000000000000000a1"_s, u"POST members"_s}));
    }

    void closedOrganizationsAreTold()
    {
        ScriptedOrganization organization({{R"({"results": []})"}});
        const auto created = outcome(organization.client().members().create({.name = u"Ana"_s}));
        QCOMPARE(created.error().kind, ErrorKind::InvalidInput);
        QVERIFY(created.error().message.contains("location"_L1));
    }

    void rulesAreCheckedBeforehand()
    {
        ScriptedOrganization organization({stored});
        const auto members = organization.client().members();
        MemberChange noDay;
        noDay.startDate = Change<QDate>::emptied();
        NewMember strange {.name = u"Ana"_s};
        strange.company = CompanyId(u"c1"_s);
        const QList<Result<Member>> results {
            outcome(members.create({.name = u" \t"_s})),
            outcome(members.update(ana, {.name = u" "_s})),
            outcome(members.update(ana, {.name = Change<QString>::emptied()})),
            outcome(members.update(ana, noDay)), outcome(members.create(strange))};
        for (const auto &result : results) {
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
            QVERIFY(result.error().message.startsWith("OfficeRnD"_L1));
        }
        QCOMPARE(organization.lines(), QStringList());
    }

    void updateMergesWithTheFreshestCopy()
    {
        ScriptedOrganization organization({stored});
        MemberChange change;
        change.address.zip = u"1000"_s;
        change.billingDetails.billingAddress.street = u"1 Road"_s;
        change.billingDetails.vatNumber = Change<QString>::emptied();
        change.properties = {{u"card"_s, FieldValue()}, {u"new"_s, FieldValue(true)}};
        change.tags = {.add = {u"c"_s, u"b"_s}, .remove = {u"a"_s, u"zzz"_s}};
        const auto updated = outcome(organization.client().members().update(ana, change));
        QVERIFY2(updated, whyNot(updated).constData());
        QCOMPARE(organization.lines(),
                 (QStringList {"GET members/"_L1 + ana.text(), "PUT members/"_L1 + ana.text()}));
        QCOMPARE(organization.seen().last().body,
                 json(R"({"address": {"city": "Sofia", "zip": "1000"},
                          "billingDetails": {"vatNumber": null,
                              "billingAddress": {"city": "Varna", "street": "1 Road"}},
                          "properties": {"notes": "keep", "card": null, "new": true},
                          "tags": ["b", "c"]})"));
    }

    void nothingToChangeIsNotWritten()
    {
        ScriptedOrganization organization({stored});
        MemberChange change;
        change.properties = {{u"card"_s, FieldValue(u"7"_s)}, {u"never"_s, FieldValue()}};
        change.tags = {.add = {u"a"_s}, .remove = {u"zzz"_s}};
        const auto same = outcome(organization.client().members().update(ana, change));
        QCOMPARE(same->name, u"Ana"_s);
        QCOMPARE(organization.lines(), QStringList {"GET members/"_L1 + ana.text()});
    }

    void mergingServiceGetsOnlyTheChanges()
    {
        ScriptedOrganization organization(
            {stored},
            QuirkSet().without(Quirk::PropertiesAreReplaced).without(Quirk::OfficeRnDNullClears));
        MemberChange change;
        change.email = Change<QString>::emptied();
        change.properties = {{u"card"_s, FieldValue()}};
        QVERIFY(outcome(organization.client().members().update(ana, change)));
        QCOMPARE(organization.lines(), QStringList {"PUT members/"_L1 + ana.text()});
        QCOMPARE(organization.seen().last().body,
                 json(R"({"email": "", "properties": {"card": ""}})"));
    }

    void emptyReplyToAnUpdateIsFollowedByARead()
    {
        ScriptedOrganization organization({{{}, "204 No Content"}, stored});
        const auto updated
            = outcome(organization.client().members().update(ana, {.name = u"Ana"_s}));
        QCOMPARE(updated->name, u"Ana"_s);
        QCOMPARE(organization.lines().size(), 2);
    }

    void statusIsNeverPartOfAnUpdate()
    {
        ScriptedOrganization organization({stored});
        MemberChange change;
        change.tags = {.add = {u"x"_s}, .remove = {}};
        change.name = u"Ana"_s;
        QVERIFY(outcome(organization.client().members().update(ana, change)));
        QVERIFY(!organization.seen().last().body.contains("status"_L1));
    }

    void brokenBusinessRuleIsARefusal()
    {
        ScriptedOrganization organization(
            {Reply {R"({"statusCode": 500, "message": "Specified office was not found"})",
                    "500 Internal Server Error"}});
        const auto moved
            = outcome(organization.client().members().moveToCompany(ana, CompanyId(objectId(2))));
        QCOMPARE(moved.error().kind, ErrorKind::Rejected);
        QCOMPARE(organization.lines().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDMembers)
#include "tst_officernd_members.moc"
