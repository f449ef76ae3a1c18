// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scriptedorganization.h"

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

const CompanyId acme(objectId(1));
const OpportunityId deal(objectId(1));

const Reply stored {R"({"_id": "5f0000000000000000000001", "name": "Acme", "tags": ["a"],
    "address": {"city": "Sofia"}, "properties": {"notes": "keep"}, "phone": "not theirs"})"};

} // namespace

//! Companies and the opportunities that name them.
class TestOfficeRnDDeals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void companyIsRead()
    {
        const auto read = decoded<Company>(
            json(R"({"_id": "c", "name": "A\u0000", "status": "inactive", "url": "javascript:1",
                     "hasActiveMembersAllowance": true, "activeMembersAllowanceLimit": null,
                     "createdBy": "u1", "tags": ["x"], "startDate": "2026-01-31"})"),
            u"OfficeRnD"_s);
        QVERIFY2(read, whyNot(read).constData());
        QVERIFY(read->status == CompanyStatus::Inactive);
        QCOMPARE(read->startDate, QDate(2026, 1, 31));
        QCOMPARE(read->createdBy, AdminId(u"u1"_s));
        QVERIFY(!read->activeMembersAllowanceLimit && !read->email && !read->properties);
        for (const char *wrong : {R"({"_id": "c", "tags": {}})", R"({"_id": "c", "url": 1})",
                                  R"({"_id": "c", "hasActiveMembersAllowance": "yes"})"}) {
            const auto broken = decoded<Company>(json(wrong), u"OfficeRnD"_s);
            QCOMPARE(broken.error().kind, ErrorKind::BadReply);
        }
    }

    void companyTagsFollowTheQuirk()
    {
        CompanyChange change;
        change.tags = {.add = {u"b"_s}, .remove = {}};
        ScriptedOrganization believed({stored});
        const auto refusal = outcome(believed.client().companies().update(acme, change));
        QCOMPARE(refusal.error().kind, ErrorKind::InvalidInput);
        QVERIFY(refusal.error().message.contains("tags"_L1));
        QCOMPARE(believed.lines(), QStringList());

        ScriptedOrganization proven({stored}, QuirkSet().without(Quirk::CompanyTagsAreReadOnly));
        QVERIFY(outcome(proven.client().companies().update(acme, change)));
        QCOMPARE(proven.seen().last().body, json(R"({"tags": ["a", "b"]})"));
    }

    void companyUpdateMerges()
    {
        ScriptedOrganization organization({stored});
        CompanyChange change;
        change.address.country = u"BG"_s;
        change.portalPrivacy.isVisible = false;
        change.properties = {{u"vip"_s, FieldValue(QStringList {u"x"_s})}};
        change.description = Change<QString>::emptied();
        QVERIFY(outcome(organization.client().companies().update(acme, change)));
        QCOMPARE(organization.seen().last().body,
                 json(R"({"address": {"city": "Sofia", "country": "BG"}, "description": null,
                          "portalPrivacy": {"isVisible": false},
                          "properties": {"notes": "keep", "vip": ["x"]}})"));
    }

    void companyRules()
    {
        ScriptedOrganization organization({stored});
        const auto companies = organization.client().companies();
        CompanyChange nowhere;
        nowhere.location = Change<LocationId>::emptied();
        CompanyChange strange;
        strange.location = LocationId(u"x"_s);
        CompanyChange never;
        never.startDate = Change<QDate>::emptied();
        for (const auto &result :
             {outcome(companies.create({.name = {}})), outcome(companies.update(acme, nowhere)),
              outcome(companies.update(acme, strange)), outcome(companies.update(acme, never)),
              outcome(companies.update(acme, {.name = u""_s}))})
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(organization.lines(), QStringList());
    }

    void opportunityIsRead()
    {
        const auto read = decoded<Opportunity>(
            json(R"({"_id": "o", "name": "Desk", "status": "s1", "probability": 0.5,
                     "resources": "r1", "requestedPlans": ["p1", "p2"], "dealSize": 1e3})"),
            u"OfficeRnD"_s);
        QVERIFY2(read, whyNot(read).constData());
        QCOMPARE(read->stage, StageId(u"s1"_s));
        QCOMPARE(read->resources->size(), 1); // documented as text, seen as a list
        QCOMPARE(read->requestedPlans->last(), PlanId(u"p2"_s));
        QVERIFY(!read->member && !read->company && !read->startDate);
        for (const char *wrong : {R"({"_id": "o", "dealSize": "12"})",
                                  R"({"_id": "o", "requestedPlans": [{}]})", R"({"name": "x"})"}) {
            const auto broken = decoded<Opportunity>(json(wrong), u"OfficeRnD"_s);
            QCOMPARE(broken.error().kind, ErrorKind::BadReply);
        }
        const auto stage = decoded<OpportunityStage>(
            json(R"({"_id": "s", "description": "Won", "isSystem": true})"), u"OfficeRnD"_s);
        QCOMPARE(stage->description, u"Won"_s);
    }

    void opportunityNeedsSomebody()
    {
        ScriptedOrganization organization({stored});
        const auto deals = organization.client().opportunities();
        const auto nobody = outcome(deals.create({.name = u"Desk"_s}));
        QCOMPARE(nobody.error().kind, ErrorKind::InvalidInput);
        QVERIFY(nobody.error().message.contains("person or a company"_L1));
        NewOpportunity strange {.name = u"Desk"_s, .member = MemberId(objectId(1))};
        strange.requestedPlans = {PlanId(u"x"_s)};
        OpportunityChange odd;
        odd.stage = StageId(u"won"_s);
        for (const auto &result :
             {outcome(deals.create({.name = {}, .member = MemberId(objectId(1))})),
              outcome(deals.create(strange)), outcome(deals.update(deal, odd)),
              outcome(deals.update(deal, {.name = u" "_s}))})
            QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(organization.lines(), QStringList());
    }

    void opportunityPropertiesMerge()
    {
        ScriptedOrganization organization({stored});
        OpportunityChange change;
        change.properties = {{u"source"_s, FieldValue(u"web"_s)}};
        change.member = Change<MemberId>::emptied();
        QVERIFY(outcome(organization.client().opportunities().update(deal, change)));
        QCOMPARE(organization.lines().size(), 2);
        QCOMPARE(organization.seen().last().body,
                 json(R"({"member": null, "properties": {"notes": "keep", "source": "web"}})"));
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDDeals)
#include "tst_officernd_deals.moc"
