// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

namespace {

const ContactId ana(u"seD4PfOuKoVMLkEZqohJ"_s);
constexpr auto contactAnswer = R"({"contact": {"id": "seD4PfOuKoVMLkEZqohJ"}, "new": false})";

} // namespace

class TestHighLevelContacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsRead()
    {
        ScriptedAccount account;
        account.answer(R"({"contact": {"id": "c1", "name": "rubika deo", "firstName": "rubika",
            "lastName": null, "email": "rubika@deos.test", "phone": "", "postalCode": 35061,
            "tags": ["a", null, "b"], "dnd": true, "assignedTo": "u1", "businessId": "b1",
            "dateOfBirth": "1990-09-25T00:00:00.000Z", "dateAdded": "2021-07-02T05:18:26.704Z",
            "customFields": [{"id": "f1", "value": "x"}, {"id": "f2", "value": ["a", "b"]},
                             {"id": "f3", "value": null}],
            "additionalEmails": [{"email": "x@y.test"}], "attachments": "?"}})");
        const auto contact = outcome(account.client().contacts().get(ana));
        QVERIFY2(contact, qPrintable(whatWentWrong(contact)));
        QCOMPARE(contact->firstName, Text(u"rubika"_s));
        QVERIFY(!contact->lastName && !contact->phone && !contact->city && !contact->dateUpdated);
        QCOMPARE(contact->postalCode, Text(u"35061"_s));
        QCOMPARE(contact->tags, (QStringList {u"a"_s, u"b"_s}));
        QCOMPARE(contact->dateOfBirth, Day(QDate(1990, 9, 25)));
        QCOMPARE(contact->assignedTo, std::optional(UserId(u"u1"_s)));
        QCOMPARE(contact->customFields.size(), 3);
        QCOMPARE(contact->customFields.at(1).value, QJsonValue(QJsonArray {u"a"_s, u"b"_s}));
        QVERIFY(contact->whole.contains("additionalEmails"_L1));
    }

    void consentIsReadInBothCasings_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("v2")
            << R"({"Call": {"status": "active", "message": "m"}, "WhatsApp": {"status": "inactive"}})"_ba;
        QTest::newRow("v3")
            << R"({"call": {"status": "active", "message": "m"}, "whatsApp": {"status": "inactive"}, "rcs": null})"_ba;
    }

    void consentIsReadInBothCasings()
    {
        QFETCH(QByteArray, settings);
        ScriptedAccount account;
        account.answer(R"({"contact": {"id": "c1", "dndSettings": )" + settings + "}}");
        const auto contact = outcome(account.client().contacts().get(ana));
        QVERIFY2(contact, qPrintable(whatWentWrong(contact)));
        const DndSettings expected {{u"call"_s, {.status = u"active"_s, .message = u"m"_s}},
                                    {u"whatsapp"_s, {.status = u"inactive"_s}}};
        QCOMPARE(contact->dndSettings, expected);
    }

    void wrongTypesAreNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("contact");
        QTest::newRow("no id") << R"({"name": "x"})"_ba;
        QTest::newRow("list") << R"([])"_ba;
        QTest::newRow("object for name") << R"({"id": "c", "firstName": {}})"_ba;
        QTest::newRow("object for tags") << R"({"id": "c", "tags": {"a": 1}})"_ba;
        QTest::newRow("object in tags") << R"({"id": "c", "tags": [{}]})"_ba;
        QTest::newRow("text for dnd") << R"({"id": "c", "dnd": "often"})"_ba;
        QTest::newRow("text for consent") << R"({"id": "c", "dndSettings": "x"})"_ba;
        QTest::newRow("text in consent") << R"({"id": "c", "dndSettings": {"Call": "x"}})"_ba;
        QTest::newRow("no status") << R"({"id": "c", "dndSettings": {"Call": {}}})"_ba;
        QTest::newRow("field without id") << R"({"id": "c", "customFields": [{"value": 1}]})"_ba;
        QTest::newRow("birth") << R"({"id": "c", "dateOfBirth": {}})"_ba;
        QTest::newRow("added") << R"({"id": "c", "dateAdded": "yesterday"})"_ba;
    }

    void wrongTypesAreNotBelieved()
    {
        QFETCH(QByteArray, contact);
        ScriptedAccount account;
        account.answer(R"({"contact": )" + contact + "}");
        const auto read = outcome(account.client().contacts().get(ana));
        QCOMPARE(int(read.error().kind), int(ErrorKind::BadReply));
        QCOMPARE(sentenceProblem(read.error()), QString());

        account.answer(R"({"total": 1, "contacts": [)" + contact + "]}");
        const auto found = outcome(account.client().contacts().search({}));
        QCOMPARE(int(found.error().kind), int(ErrorKind::BadReply));
    }

    void hitsOfTheIndexAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"contacts": [{"id": "c1", "firstNameLowerCase": "ana",
            "lastNameLowerCase": "ruiz", "address": "Main 5",
            "searchAfter": [1700000000000, "c1"]}], "total": 12345, "traceId": "t"})");
        const auto page = outcome(account.client().contacts().search({}));
        QVERIFY2(page, qPrintable(whatWentWrong(page)));
        QCOMPARE(page->total, 12345);
        const Contact &hit = page->contacts.constFirst();
        QCOMPARE(hit.firstName, Text(u"ana"_s));
        QCOMPARE(hit.address1, Text(u"Main 5"_s));
        QCOMPARE(hit.searchAfter.size(), 2);

        QVERIFY(outcome(account.client().contacts().search({.searchAfter = hit.searchAfter})));
        QCOMPARE(json(account.lastRequest().body).value("searchAfter"_L1).toArray(),
                 hit.searchAfter);
    }

    void changesAreSearchedInAscendingOrder()
    {
        ScriptedAccount account;
        account.answer(R"({"contacts": [], "total": 0})");
        const QDateTime since(QDate(2026, 11, 23), QTime(10, 0), Qt::OffsetFromUTC, 3600);
        auto search = ContactSearch::changedSince(since);
        search.filters.append(
            SearchFilter::all(SearchFilter::Joined::Or,
                              {SearchFilter::where(u"tags"_s, SearchFilter::Test::Equals, u"vip"_s),
                               SearchFilter::where(u"email"_s, SearchFilter::Test::Exists)}));
        QVERIFY(outcome(account.client().contacts().search(search)));
        QCOMPARE(json(account.lastRequest().body), json(R"({
            "locationId": "ve9EPM428h8vShlRW1KT", "pageLimit": 500,
            "sort": [{"field": "dateUpdated", "direction": "asc"}],
            "filters": [
                {"field": "dateUpdated", "operator": "range",
                 "value": {"gte": "2026-11-23T09:00:00.000Z"}},
                {"group": "OR", "filters": [
                    {"field": "tags", "operator": "eq", "value": "vip"},
                    {"field": "email", "operator": "exists"}]}]})"));
    }

    void searchesThatWouldFailAreNotSent()
    {
        using Test = SearchFilter::Test;
        const QString longText(76, u'x');
        const auto filtered
            = [](const SearchFilter &filter) { return ContactSearch {.filters = {filter}}; };
        const QList<ContactSearch> refused {
            {.pageLimit = 0},
            {.pageLimit = 501},
            {.page = 0},
            {.page = 101},
            {.page = 1, .searchAfter = {1}},
            {.sort = {{u"id"_s}}},
            {.sort = {{u"email"_s}, {u"source"_s}, {u"dnd"_s}}},
            {.query = longText},
            filtered(SearchFilter::where(u"contact_name"_s, Test::Equals, u"x"_s)),
            filtered(SearchFilter::where(u"customFields."_s, Test::Equals, u"x"_s)),
            filtered(SearchFilter::where(u"city"_s, Test::Equals, longText)),
            filtered(SearchFilter::where(u"city"_s, Test::Equals)),
            filtered(SearchFilter::where(u"email"_s, Test::Contains, u"x"_s)),
            filtered(SearchFilter::between(u"dateAdded"_s, {})),
            filtered(SearchFilter::all(SearchFilter::Joined::And,
                                       {SearchFilter::where(u"nothing"_s, Test::ExistsNot)})),
        };
        ScriptedAccount account;
        for (qsizetype i = 0; i < refused.size(); ++i) {
            const auto page = outcome(account.client().contacts().search(refused.at(i)));
            QVERIFY2(!page, qPrintable(QString::number(i)));
            QCOMPARE(int(page.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(sentenceProblem(page.error()), QString());
        }
        QCOMPARE(account.requestCount(), 0);
    }

    void oldListIsRead()
    {
        ScriptedAccount account;
        account.answer(R"({"contacts": [{"id": "c1"}], "meta": {"total": 50}})");
        const auto page = outcome(account.client().contacts().list({}));
        QVERIFY2(page, qPrintable(whatWentWrong(page)));
        QCOMPARE(page->total, 50);
        const auto contacts = account.client().contacts();
        QVERIFY(!outcome(contacts.list({.limit = 101})));
        QVERIFY(!outcome(contacts.list({.startAfterId = ana})));
        QCOMPARE(account.requestCount(), 1);
    }

    void draftsAreSpelledAsTheEditionWants()
    {
        const ContactDraft draft {
            .firstName = u"Ana"_s,
            .email = QString(),
            .phone = u"+442079460018"_s,
            .country = u"GB"_s,
            .postalCode = QString(),
            .dateOfBirth = QDate(1990, 9, 25),
            .tags = QStringList(),
            .customFields = {{CustomFieldId(u"f1"_s), 5.5},
                             {CustomFieldId(u"f2"_s), QJsonArray {u"a"_s}},
                             {CustomFieldId(u"f3"_s)}},
            .dndSettings = {{u"sms"_s, {.status = u"active"_s}}},
            .inboundDnd = DndSetting {.status = u"inactive"_s},
        };
        ScriptedAccount dated;
        dated.answer(contactAnswer);
        QVERIFY(outcome(dated.client().contacts().update(ana, draft)));
        QCOMPARE(json(dated.lastRequest().body), json(R"({"firstName": "Ana", "email": null,
            "phone": "+442079460018", "country": "GB", "postalCode": "",
            "dateOfBirth": "1990-09-25", "tags": [],
            "customFields": [{"id": "f1", "field_value": 5.5}, {"id": "f2", "field_value": ["a"]},
                             {"id": "f3", "field_value": ""}],
            "dndSettings": {"SMS": {"status": "active"}},
            "inboundDndSettings": {"all": {"status": "inactive"}}})"));

        ScriptedAccount v3(ApiVersion::V3);
        v3.answer(contactAnswer);
        QVERIFY(outcome(v3.client().contacts().update(ana, draft)));
        const QJsonObject body = json(v3.lastRequest().body);
        QCOMPARE(body.value("customFields"_L1).toArray().at(0).toObject(),
                 json(R"({"id": "f1", "fieldValue": 5.5})"));
        QVERIFY(body.value("dndSettings"_L1).toObject().contains("sms"_L1));
    }

    void probesChangeWhatIsSent()
    {
        const QuirkSet quirks = QuirkSet()
                                    .without(Quirk::HighLevelNullClears)
                                    .without(Quirk::CompanyNameIsNotUpdatable);
        ScriptedAccount account(ApiVersion::Dated, quirks);
        account.answer(contactAnswer);
        QVERIFY(outcome(account.client().contacts().update(
            ana, {.email = QString(), .companyName = u"Acme"_s, .dateOfBirth = QDate()})));
        QCOMPARE(json(account.lastRequest().body),
                 json(R"({"email": "", "companyName": "Acme", "dateOfBirth": ""})"));
    }

    void draftsThatWouldFailAreNotSent()
    {
        const QList<ContactDraft> refused {
            {.email = u"nobody"_s},
            {.phone = u"020 7946 0018"_s},
            {.country = u"United Kingdom"_s},
            {.country = u"gb"_s},
            {.timezone = u"London"_s},
            {.assignedTo = UserId(u"../x"_s)},
            {.customFields = {{CustomFieldId(), u"x"_s}}},
            {.dndSettings = {{u"pigeon"_s, {.status = u"active"_s}}}},
            {.dndSettings = {{u"sms"_s, {.status = u"maybe"_s}}}},
            {.inboundDnd = DndSetting {.status = u"permanent"_s}},
        };
        ScriptedAccount account;
        const auto contacts = account.client().contacts();
        for (const ContactDraft &draft : refused) {
            const auto created = outcome(contacts.create(draft));
            QVERIFY2(account.requestCount() == 0, account.lastRequest().body.constData());
            QCOMPARE(int(created.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(sentenceProblem(created.error()), QString());
            QVERIFY(!outcome(contacts.update(ana, draft)));
            QVERIFY(!outcome(contacts.upsert(draft)));
        }
        QVERIFY(!outcome(contacts.update(ana, {})));
        QVERIFY(!outcome(contacts.update(ana, {.companyName = u"Acme"_s})));
        QVERIFY(!outcome(contacts.update(ana, {.gender = u"x"_s})));
        QVERIFY(!outcome(contacts.findByEmail(u"x"_s)));
        QVERIFY(!outcome(contacts.findByPhone(u"020"_s)));
        QCOMPARE(account.requestCount(), 0);
    }

    void upsertTellsWhatItDid()
    {
        ScriptedAccount account;
        account.answer(R"({"new": true, "contact": {"id": "c1"}})");
        const auto contacts = account.client().contacts();
        const auto made
            = outcome(contacts.upsert({.email = u"a@x.test"_s}, Duplicates::AllowedByAccount));
        QVERIFY(made);
        QCOMPARE(made->outcome, Upserted::Outcome::Created);
        QCOMPARE(json(account.lastRequest().body).value("createNewIfDuplicateAllowed"_L1),
                 QJsonValue(true));
        account.answer(R"({"contact": {"id": "c1"}})");
        QCOMPARE(int(outcome(contacts.upsert({.email = u"a@x.test"_s})).error().kind),
                 int(ErrorKind::BadReply));
    }

    void duplicateNamesTheOther()
    {
        ScriptedAccount account;
        account.answer(R"({"statusCode": 400,
            "message": "This location does not allow duplicated contacts.",
            "meta": {"contactId": "other", "matchingField": "email"}})",
                       "400 Bad Request");
        const auto made = outcome(account.client().contacts().create({.email = u"a@x.test"_s}));
        QCOMPARE(int(made.error().kind), int(ErrorKind::Conflict));
        QCOMPARE(made.error().existing, ContactId(u"other"_s));
    }

    void nobodyIsADuplicateOfNobody()
    {
        ScriptedAccount account;
        account.answer(R"({"traceId": "t"})");
        const auto found = outcome(account.client().contacts().findByEmail(u"a@x.test"_s));
        QVERIFY(found);
        QVERIFY(!found->has_value());
        account.answer(R"({"contact": 5})");
        QCOMPARE(int(outcome(account.client().contacts().findByEmail(u"a@x.test"_s)).error().kind),
                 int(ErrorKind::BadReply));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelContacts)
#include "tst_highlevel_contacts.moc"
