// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

//! Companies, users, tags, custom fields and the account itself.
class TestHighLevelAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void businessIsReadInBothSpellings_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("the vendor's") << "buiseness"_ba;
        QTest::newRow("the dictionary's") << "business"_ba;
    }

    void businessIsReadInBothSpellings()
    {
        QFETCH(QByteArray, member);
        QByteArray answer = R"({"success": true, "spelling": {"id": "b1", "name": "Acme",
            "createdAt": "2022-11-18T09:00:00.000Z", "createdBy": {"id": "u"}}})";
        answer.replace("spelling", member);
        ScriptedAccount account;
        account.answer(answer);
        const auto businesses = account.client().businesses();
        for (const auto &business :
             {outcome(businesses.create({.name = u"Acme"_s})),
              outcome(businesses.update(BusinessId(u"b1"_s), {.city = u"Rome"_s})),
              outcome(businesses.get(BusinessId(u"b1"_s)))}) {
            QVERIFY2(business, qPrintable(whatWentWrong(business)));
            QCOMPARE(business->name, Text(u"Acme"_s));
            QCOMPARE(business->createdAt->date(), QDate(2022, 11, 18));
            QVERIFY(business->whole.contains("createdBy"_L1));
        }
    }

    void businessRulesAreChecked()
    {
        ScriptedAccount account;
        const auto businesses = account.client().businesses();
        const BusinessId id(u"b1"_s);
        for (const auto &refused :
             {outcome(businesses.create({})), outcome(businesses.create({.name = u" "_s})),
              outcome(businesses.create({.name = u"A"_s, .email = u"x"_s})),
              outcome(businesses.update(id, {})),
              outcome(businesses.update(id, {.name = QString()}))}) {
            QCOMPARE(int(refused.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(sentenceProblem(refused.error()), QString());
        }
        QVERIFY(!outcome(businesses.list(0)));
        QVERIFY(!outcome(businesses.search({.page = 0})));
        QCOMPARE(account.requestCount(), 0);
    }

    void businessRecordsAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"records": [{"id": "b1", "properties": {"name": "Acme", "size": 5},
            "createdAt": "2024-01-01T00:00:00Z", "searchAfter": [1, "b1"]}], "total": 7})");
        const auto page = outcome(account.client().businesses().search({}));
        QVERIFY2(page, qPrintable(whatWentWrong(page)));
        QCOMPARE(page->total, 7);
        QCOMPARE(page->records.constFirst().properties.value("size"_L1).toInt(), 5);
        account.answer(R"({"records": [{"id": "b1", "properties": "none"}]})");
        QCOMPARE(int(outcome(account.client().businesses().search({})).error().kind),
                 int(ErrorKind::BadReply));
    }

    void usersAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"users": [{"id": "u1", "name": "John", "email": "john@deo.test",
            "deleted": false, "permissions": {"x": true}, "scopes": "campaigns.readonly",
            "roles": {"type": "account", "role": "admin", "locationIds": ["l1", "l2"]}},
            {"id": "u2", "roles": null}], "count": 1231})");
        const auto page = outcome(account.client().users().search({.company = CompanyId(u"a1"_s)}));
        QVERIFY2(page, qPrintable(whatWentWrong(page)));
        QCOMPARE(page->count, std::optional(1231));
        QCOMPARE(page->users.at(0).role, Text(u"admin"_s));
        QCOMPARE(page->users.at(0).locations.size(), 2);
        QVERIFY(page->users.at(0).whole.contains("permissions"_L1));
        QVERIFY(!page->users.at(1).role);

        account.answer(R"({"users": [{"id": "u1", "roles": "admin"}]})");
        QCOMPARE(int(outcome(account.client().users().ofLocation()).error().kind),
                 int(ErrorKind::BadReply));
        account.answer(R"({"name": "no id"})");
        QCOMPARE(int(outcome(account.client().users().get(UserId(u"u1"_s))).error().kind),
                 int(ErrorKind::BadReply));
    }

    void userRulesAreChecked()
    {
        ScriptedAccount account;
        const auto users = account.client().users();
        const CompanyId agency(u"a1"_s);
        QVERIFY(!outcome(users.search({})));
        QVERIFY(!outcome(users.search({.company = agency, .ids = {UserId()}})));
        QVERIFY(!outcome(users.findByEmail(agency, {})));
        QVERIFY(!outcome(users.findByEmail(agency, {u"a@x.test,b@x.test"_s})));
        QCOMPARE(account.requestCount(), 0);
    }

    void accountIsRead()
    {
        ScriptedAccount account;
        account.answer(R"({"location": {"id": "l1", "companyId": "a1", "name": "Mark Shoes",
            "country": "US", "timezone": "US/Central",
            "settings": {"allowDuplicateContact": true}}})");
        const auto location = outcome(account.client().locations().get());
        QVERIFY2(location, qPrintable(whatWentWrong(location)));
        QCOMPARE(location->company, std::optional(CompanyId(u"a1"_s)));
        QCOMPARE(location->allowsDuplicateContacts, Flag(true));

        account.answer(R"({"timeZones": ["US/Central", "Europe/London"]})");
        QCOMPARE(outcome(account.client().locations().timezones())->size(), 2);
        account.answer(R"({"location": {"id": "l1", "settings": {"allowDuplicateContact": 3}}})");
        QCOMPARE(int(outcome(account.client().locations().get()).error().kind),
                 int(ErrorKind::BadReply));
    }

    void tagsAreReadAndNamed()
    {
        ScriptedAccount account;
        account.answer(R"({"tags": [{"id": "t1", "name": "<i>vip</i>", "locationId": "l"}]})");
        const auto tags = outcome(account.client().tags().list());
        QCOMPARE(tags->constFirst().name, u"<i>vip</i>"_s);
        account.answer(R"({"tags": [{"id": "t1"}]})");
        QCOMPARE(int(outcome(account.client().tags().list()).error().kind),
                 int(ErrorKind::BadReply));
        const auto requests = account.requestCount();
        QVERIFY(!outcome(account.client().tags().create(u" "_s)));
        QVERIFY(!outcome(account.client().tags().rename(TagId(u"t1"_s), QString())));
        QCOMPARE(account.requestCount(), requests);
    }

    void customFieldsAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"customFields": [{"id": "f1", "name": "Shirt",
            "fieldKey": "contact.shirt", "dataType": "SOMETHING_NEW", "position": 50,
            "picklistOptions": ["S", "M"], "model": "contact", "maxFileLimit": 4}]})");
        const auto fields = outcome(account.client().customFields().list(FieldModel::All));
        QVERIFY2(fields, qPrintable(whatWentWrong(fields)));
        QVERIFY(account.lastRequest().target.endsWith("?model=all"));
        const CustomFieldDefinition &shirt = fields->constFirst();
        QCOMPARE(shirt.options, (QStringList {u"S"_s, u"M"_s}));
        QCOMPARE(shirt.dataType, Text(u"SOMETHING_NEW"_s));
        QCOMPARE(shirt.position, std::optional(50));

        const auto requests = account.requestCount();
        QVERIFY(!outcome(account.client().customFields().create({.name = QString()})));
        QVERIFY(!outcome(
            account.client().customFields().create({.name = u"x"_s, .model = FieldModel::All})));
        QVERIFY(!outcome(account.client().customFields().createValue(QString(), u"v"_s)));
        QCOMPARE(account.requestCount(), requests);
    }

    void positionsAreNumbers()
    {
        ScriptedAccount account;
        for (const char *position : {"nan", "inf", "-inf", "3e9"}) {
            account.answer(R"({"customFields": [{"id": "f1", "name": "Shirt", "position": ")"
                           + QByteArray(position) + R"("}]})");
            const auto fields = outcome(account.client().customFields().list());
            QVERIFY2(!fields, position);
            QCOMPARE(int(fields.error().kind), int(ErrorKind::BadReply));
        }
    }

    void filesAreUploadedAsAForm()
    {
        ScriptedAccount account;
        account.answer(R"({"uploadedFiles": {"a.txt": "https:\/\/files.test\/1"}, "meta": []})");
        const auto fields = account.client().customFields();
        const auto uploaded = outcome(
            fields.upload(CustomFieldId(u"f1"_s), {{u"a\".txt"_s, "text/plain", "x\r\ny"}}));
        QVERIFY2(uploaded, qPrintable(whatWentWrong(uploaded)));
        QCOMPARE(uploaded->value(u"a.txt"_s), QUrl(u"https://files.test/1"_s));
        const SeenRequest seen = account.lastRequest();
        const QByteArray boundary = seen.contentType.mid(seen.contentType.indexOf('=') + 1);
        QCOMPARE(seen.body.count(QByteArray("--" + boundary)), 4);
        QVERIFY(seen.body.contains("name=\"id\"\r\n\r\nf1\r\n"));
        QVERIFY(seen.body.contains("filename=\"a%22.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                                   "x\r\ny\r\n--"));

        const auto requests = account.requestCount();
        QVERIFY(!outcome(fields.upload(CustomFieldId(u"f1"_s), {})));
        QVERIFY(
            !outcome(fields.upload(CustomFieldId(u"f1"_s), {{u"a"_s, "text/plain\r\nX: y", "x"}})));
        QCOMPARE(account.requestCount(), requests);
    }

    void objectFieldsAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"fields": [{"id": "f1", "options": [{"key": "k", "label": "L"}]}],
            "folders": [{"id": "o1", "name": "More"}]})");
        const auto list = outcome(account.client().objectFields().list(u"business"_s));
        QVERIFY2(list, qPrintable(whatWentWrong(list)));
        QCOMPARE(list->fields.constFirst().options.constFirst().label, u"L"_s);
        QCOMPARE(list->folders.constFirst().id, FolderId(u"o1"_s));
        QVERIFY(!outcome(account.client().objectFields().create({.name = u"x"_s}, {})));
        QVERIFY(!outcome(account.client().objectFields().list(u"a/b"_s)));
        QCOMPARE(account.requestCount(), 1);
    }

    void automationsAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"items": [{"id": "w1", "name": "Welcome", "version": 2}]})");
        const auto workflows = outcome(account.client().automations().workflows());
        QVERIFY2(workflows, qPrintable(whatWentWrong(workflows)));
        QCOMPARE(workflows->constFirst().name, Text(u"Welcome"_s));
        account.answer(R"({"campaigns": [{"name": "nameless id"}]})");
        QCOMPARE(int(outcome(account.client().automations().campaigns()).error().kind),
                 int(ErrorKind::BadReply));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelAccount)
#include "tst_highlevel_account.moc"
