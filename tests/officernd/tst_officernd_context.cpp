// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scopes.h"
#include "officernd/scriptedorganization.h"

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

template<class T>
Result<T> read(const QByteArray &text)
{
    return decoded<T>(json(text), u"OfficeRnD"_s);
}

template<class T>
void isRefused(const QByteArray &text, const char *detail)
{
    const auto result = read<T>(text);
    QVERIFY2(!result, text.constData());
    QCOMPARE(result.error().kind, ErrorKind::BadReply);
    QCOMPARE(result.error().detail, QString::fromLatin1(detail));
}

} // namespace

//! What is only read about people, and webhooks.
class TestOfficeRnDContext final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memberships()
    {
        const auto one = read<Membership>(
            R"({"_id": "m", "calculatedStatus": "not_started", "status": "approved",
                "isPersonal": true, "member": "a", "startDate": "2026-01-01T00:00:00.000Z",
                "endDate": null, "intervalCount": 3, "price": 12.5})");
        QVERIFY2(one, whyNot(one).constData());
        QVERIFY(one->state == MembershipState::NotStarted);
        QCOMPARE(one->intervalCount, 3);
        QVERIFY(!one->endDate && !one->company);
        isRefused<Membership>(R"({"_id": "m", "intervalCount": 1.5})",
                              "intervalCount is no whole number");
        isRefused<Membership>(R"({"_id": "m", "price": "12"})", "price is a text, not a number");
        const auto plan = read<Plan>(R"({"_id": "p", "locations": ["l"], "code": "HOT"})");
        QCOMPARE(plan->locations->constFirst(), LocationId(u"l"_s));
        isRefused<Plan>(R"({"_id": "p", "locations": 5, "intervalCount": true})",
                        "intervalCount is a truth value, not a number");
    }

    void bookings()
    {
        const auto one = read<Booking>(
            R"({"_id": "b", "start": "2026-11-23T10:00:00.000Z", "timezone": "Europe/Sofia",
                "recurrence": {"rrule": "FREQ=WEEKLY", "exdates": ["2026-12-01T10:00:00.000Z"]},
                "members": ["m1"], "visitors": []})");
        QVERIFY2(one, whyNot(one).constData());
        QCOMPARE(one->recurrence->rrule, u"FREQ=WEEKLY"_s);
        QCOMPARE(one->recurrence->exceptions->size(), 1);
        QVERIFY(one->visitors->isEmpty());
        QVERIFY(!one->isCancelled && !one->end);
        isRefused<Booking>(R"({"_id": "b", "recurrence": {"exdates": ["x"]}})",
                           "recurrence.exdates holds something other than moments");
        isRefused<Booking>(R"({"_id": "b", "start": "noon"})", "start is no moment");
    }

    void presence()
    {
        const auto checkin = read<Checkin>(R"({"_id": "c", "start": "2026-11-23T10:00:00.000Z",
                                               "end": null, "member": "m"})");
        QVERIFY(checkin && !checkin->end);
        isRefused<Checkin>(R"({"_id": "c", "member": {}})", "member is an object, not a text");
        const auto visitor = read<Visitor>(R"({"_id": "v", "type": "reception"})");
        QVERIFY(visitor->type == VisitorType::Reception);
        isRefused<Visitor>(R"({"name": "x"})", "_id is missing");
        const auto visit = read<Visit>(R"({"_id": "v", "properties": {"a": 1}})");
        QVERIFY(visit->properties->contains("a"_L1));
        isRefused<Visit>(R"({"_id": "v", "properties": "a"})",
                         "properties is a text, not an object");
    }

    void customProperties()
    {
        const auto one = read<CustomProperty>(
            R"({"_id": "p", "key": "Access Card Nr", "type": "Multi-Select", "privacy": "ADMIN",
                "targets": ["team", "lead", "office", "plan-fee", "spaceship"],
                "values": ["A", 2]})");
        QVERIFY2(one, whyNot(one).constData());
        QVERIFY(one->type == PropertyType::MultiSelect);
        QVERIFY(one->privacy == PropertyPrivacy::Admin);
        QCOMPARE(
            one->targets,
            (QList {PropertyTarget::Company, PropertyTarget::Opportunity, PropertyTarget::Location,
                    PropertyTarget::PlanFee, PropertyTarget::Other}));
        QCOMPARE(one->values, (QStringList {u"A"_s, u"2"_s}));
        QVERIFY(read<CustomProperty>(R"({"_id": "p", "key": "k", "type": "Hologram"})")->type
                == PropertyType::Other);
        isRefused<CustomProperty>(R"({"_id": "p", "key": 7})", "key is a number, not a text");
    }

    void customPropertiesOfOneKind()
    {
        ScriptedOrganization organization({{R"({"rangeEnd": 2, "results": [
            {"_id": "p1", "key": "a", "targets": ["member"]},
            {"_id": "p2", "key": "b", "targets": ["team"]}]})"}});
        const auto properties = organization.client().customProperties();
        QCOMPARE(outcome(properties.list())->rows.size(), 2);
        const auto companies = outcome(properties.list(PropertyTarget::Company));
        QCOMPARE(companies->rows.size(), 1);
        QCOMPARE(companies->rows.constFirst().key, u"b"_s);
        QCOMPARE(companies->extent, Listing<CustomProperty>::Extent::Whole);
    }

    void locations()
    {
        const auto one = read<Location>(R"({"_id": "l", "timezone": "Europe/Sofia",
                                            "address": {"country": "BG"}, "isOpen": true})");
        QCOMPARE(one->address->country, u"BG"_s);
        isRefused<Location>(R"({"_id": "l", "isOpen": 1})",
                            "isOpen is a number, not a truth value");
    }

    void regionIsFollowedOnlyToTheVendor_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<bool>("followed");
        QTest::newRow("vendor") << u"https://eu.officernd.com"_s << true;
        QTest::newRow("stranger") << u"https://officernd.com.evil.test"_s << false;
        QTest::newRow("plain") << u"http://eu.officernd.com"_s << false;
        QTest::newRow("user") << u"https://a:b@eu.officernd.com"_s << false;
        QTest::newRow("nonsense") << u"javascript:alert(1)"_s << false;
        QTest::newRow("none") << QString() << false;
    }

    void regionIsFollowedOnlyToTheVendor()
    {
        QFETCH(QString, region);
        QFETCH(bool, followed);
        const QJsonObject body {{u"name"_s, u"Acme"_s},
                                {u"regionInfo"_s, QJsonObject {{u"regionUrl"_s, region}}}};
        ScriptedOrganization organization({{QJsonDocument(body).toJson()}});
        const QUrl before = organization.account().client.baseUrl();
        const auto told = outcome(organization.client().organization());
        QVERIFY2(told, whyNot(told).constData());
        QCOMPARE(told->name, u"Acme"_s);
        const QUrl after = organization.account().client.baseUrl();
        QCOMPARE(after == before, !followed);
        if (followed)
            QCOMPARE(after, QUrl(u"https://eu.officernd.com/api/v2/organizations/acme"_s));
    }

    void missingPermissionIsNamed()
    {
        ScriptedOrganization organization({Reply {
            R"({"statusCode": 401, "message": "Unauthorized access"})", "401 Unauthorized"}});
        const auto list = outcome(organization.client().opportunities().stages());
        QCOMPARE(list.error().kind, ErrorKind::Forbidden);
        QVERIFY(list.error().message.contains("read the stages of opportunities"_L1));
        QVERIFY(list.error().message.contains("flex.community.opportunityStatuses.read"_L1));
    }

    void vanishedRecordIsNoPerson()
    {
        ScriptedOrganization organization(
            {Reply {R"({"statusCode": 404, "message": "Item with Id (5f) was not found"})",
                    "404 Not Found"}});
        const auto gone = outcome(organization.client().bookings().get(BookingId(objectId(1))));
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QVERIFY(!gone.error().message.contains("person"_L1));
        // and removing what is gone succeeds
        QVERIFY(outcome(organization.client().webhooks().remove(WebhookId(objectId(1)))));
    }

    void webhooksAreChecked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("event");
        QTest::newRow("plain") << u"http://relay.example.test/"_s << u"member.updated"_s;
        QTest::newRow("here") << u"https://localhost/x"_s << u"member.updated"_s;
        QTest::newRow("number") << u"https://192.168.0.7/x"_s << u"member.updated"_s;
        QTest::newRow("mdns") << u"https://printer.local/x"_s << u"member.updated"_s;
        QTest::newRow("user") << u"https://a:b@relay.example.test/"_s << u"member.updated"_s;
        QTest::newRow("none") << QString() << u"member.updated"_s;
        QTest::newRow("event") << u"https://relay.example.test/"_s << u"opportunity.created"_s;
        QTest::newRow("no event") << u"https://relay.example.test/"_s << QString();
    }

    void webhooksAreChecked()
    {
        QFETCH(QString, url);
        QFETCH(QString, event);
        ScriptedOrganization organization({{R"({"_id": "w"})"}});
        NewWebhook webhook {.url = QUrl(url), .eventTypes = {}};
        if (!event.isEmpty())
            webhook.eventTypes = {event};
        const auto created = outcome(organization.client().webhooks().create(webhook));
        QCOMPARE(created.error().kind, ErrorKind::InvalidInput);
        QCOMPARE(organization.lines(), QStringList());
    }

    void webhookSecretIsKept()
    {
        const auto one = read<Webhook>(R"({"_id": "w", "secret": "s3cret", "isEnabled": true,
                                           "eventTypes": ["member.updated"]})");
        QCOMPARE(one->secret, u"s3cret"_s);
        isRefused<Webhook>(R"({"_id": "w", "secret": {"v": "s3cret"}})",
                           "secret is an object, not a text");
    }

    void allEventsAreKnown()
    {
        QStringList types = eventTypes();
        QCOMPARE(types.size(), 40);
        QCOMPARE(types.removeDuplicates(), 0);
        QVERIFY(types.contains("invoice.allocation.removed"_L1));
        QVERIFY(!types.contains("pass.removed"_L1));
    }

    void permissionsOfResources()
    {
        QCOMPARE(
            permissionsFor({Operation::ListTickets, Operation::GetTicket, Operation::CreateTicket}),
            (QStringList {u"flex.collaboration.tickets.read"_s,
                          u"flex.collaboration.tickets.create"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDContext)
#include "tst_officernd_context.moc"
