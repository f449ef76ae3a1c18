// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/codec.h"
#include "highlevel/schema.h"
#include "highlevel/settings.h"
#include "highlevel/writebody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using Type = FieldValue::Type;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestHighLevelCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contactBecomesRecord()
    {
        const QJsonObject contact = json(R"({
            "id": "abcDEF123", "locationId": "loc", "firstName": "Ana", "lastName": null,
            "firstNameLowerCase": "ana", "lastNameLowerCase": "ruiz",
            "email": "ana@example.test", "phone": "+15550102233", "tags": ["vip"], "dnd": false,
            "dateOfBirth": "1990-02-03T00:00:00.000Z", "address1": "Main 1", "assignedTo": "u1",
            "customFields": [{"id": "t", "value": 17}, {"id": "n", "value": "12.5"},
                             {"id": "l", "value": ["a", "b"]}, {"id": "d", "value": 633916800000},
                             {"id": "d2", "value": "1990-02-03"}, {"id": "gone", "value": "x"}],
            "dateAdded": "2026-01-01T00:00:00.000Z", "dateUpdated": "2026-11-23T09:00:00.123Z"})");
        const CustomFieldTypes types {{u"t"_s, Type::Text},
                                      {u"n"_s, Type::Number},
                                      {u"l"_s, Type::List},
                                      {u"d"_s, Type::Date},
                                      {u"d2"_s, Type::Date}};
        const RemoteRecord record = contactRecord(contact, types, Fidelity::Complete);
        QCOMPARE(record.id, RemoteId(u"abcDEF123"_s));
        QCOMPARE(record.modifiedAt, QDateTime(QDate(2026, 11, 23), QTime(9, 0, 0, 123), Qt::UTC));
        const FieldMap expected {
            {u"firstName"_s, FieldValue(u"Ana"_s)},
            {u"lastName"_s, FieldValue(u"ruiz"_s)},
            {u"email"_s, FieldValue(u"ana@example.test"_s)},
            {u"phone"_s, FieldValue(u"+15550102233"_s)},
            {u"tags"_s, FieldValue(QStringList {u"vip"_s})},
            {u"dnd"_s, FieldValue(false)},
            {u"dateOfBirth"_s, FieldValue(QDate(1990, 2, 3))},
            {u"address1"_s, FieldValue(u"Main 1"_s)},
            {u"assignedTo"_s, FieldValue(u"u1"_s)},
            {u"customFields.t"_s, FieldValue(u"17"_s)},
            {u"customFields.n"_s, FieldValue(12.5)},
            {u"customFields.l"_s, FieldValue(QStringList {u"a"_s, u"b"_s})},
            {u"customFields.d"_s, FieldValue(QDate(1990, 2, 2))},
            {u"customFields.d2"_s, FieldValue(QDate(1990, 2, 3))},
        };
        QCOMPARE(record.fields, expected);
    }

    void completeRecordHasNoLowerCaseNames()
    {
        const QJsonObject contact = json(R"({"id": "a", "firstNameLowerCase": "ana"})");
        QCOMPARE(
            contactRecord(contact, {}, Fidelity::SearchHit).fields.value(u"firstName"_s).text(),
            u"ana"_s);
    }

    void hostileShapesAreAbsent()
    {
        const RemoteRecord record = contactRecord(
            json(R"({"id": {}, "tags": "x", "dnd": "yes", "dateOfBirth": [], "customFields": {},
                     "dateUpdated": 3})"),
            {}, Fidelity::Complete);
        QVERIFY(record.id.isEmpty());
        QVERIFY(record.fields.isEmpty());
    }

    void updateBodyIsAnAllowList()
    {
        const FieldWrites writes {
            {u"firstName"_s, FieldValue(u"Ana"_s)},
            {u"lastName"_s, FieldValue()},
            {u"postalCode"_s, FieldValue()},
            {u"phone"_s, FieldValue(u"(0)2 555 1234"_s)},
            {u"tags"_s, FieldValue(QStringList {u"x"_s})},
            {u"companyName"_s, FieldValue(u"Acme"_s)},
            {u"dnd"_s, FieldValue(true)},
            {u"id"_s, FieldValue(u"x"_s)},
            {u"dateOfBirth"_s, FieldValue(QDate(1990, 2, 3))},
            {u"customFields.f"_s, FieldValue(QStringList {u"a"_s})},
            {u"customFields.g"_s, FieldValue()},
        };
        const WriteBody body = updateBody(writes, u"BG"_s, QuirkSet());
        QCOMPARE(body.body, json(R"({"firstName": "Ana", "lastName": null, "postalCode": "",
            "phone": "+35925551234", "dateOfBirth": "1990-02-03",
            "customFields": [{"id": "f", "field_value": ["a"]}, {"id": "g", "field_value": ""}]})"));
        QCOMPARE(body.unsendablePhones, 0);
    }

    void emptyTextClearsWhereNullDoesNot()
    {
        const FieldWrites writes {{u"lastName"_s, FieldValue()}, {u"phone"_s, FieldValue()}};
        const QuirkSet quirks = QuirkSet().without(Quirk::HighLevelNullClears);
        QCOMPARE(updateBody(writes, u"BG"_s, quirks).body,
                 json(R"({"lastName": "", "phone": ""})"));
    }

    //! It is not even equal to itself, so that each look would find it changed.
    void whatIsNoNumberIsAbsent()
    {
        for (const QString &text : {u"nan"_s, u"inf"_s, u"-inf"_s}) {
            const QJsonObject contact {
                {u"id"_s, u"a"_s},
                {u"customFields"_s,
                 QJsonArray {QJsonObject {{u"id"_s, u"n"_s}, {u"value"_s, text}}}}};
            const auto record
                = contactRecord(contact, {{u"n"_s, Type::Number}}, Fidelity::Complete);
            QVERIFY2(record.fields.value(u"customFields.n"_s).isAbsent(), qPrintable(text));
        }
    }

    void unsendablePhoneIsLeftOut()
    {
        const WriteBody body = creationBody({{u"phone"_s, FieldValue(u"ext. 12"_s)},
                                             {u"tags"_s, FieldValue(QStringList {u"VIP"_s})},
                                             {u"city"_s, FieldValue()},
                                             {u"companyName"_s, FieldValue(u"Acme"_s)}},
                                            u"loc"_s, {}, QuirkSet());
        QCOMPARE(body.body,
                 json(R"({"locationId": "loc", "tags": ["VIP"], "companyName": "Acme"})"));
        QCOMPARE(body.unsendablePhones, 1);
    }

    void tagsChangeOneByOne()
    {
        const TagChanges changes
            = tagChanges({u"VIP"_s, u" Coffee "_s, u"new"_s}, {u"vip"_s, u"coffee"_s, u"Old"_s});
        QCOMPARE(changes.add, QStringList {u"new"_s});
        QCOMPARE(changes.remove, QStringList {u"Old"_s});
        QVERIFY(tagChanges({u"a"_s}, {u"A"_s}).add.isEmpty());
        QCOMPARE(tagChanges({}, {u"a"_s, u"b"_s}).remove.size(), 2);
    }

    void droppedFieldsAreNoticed()
    {
        RemoteRecord stored;
        stored.fields = {{u"customFields.n"_s, FieldValue(5.0)},
                         {u"customFields.l"_s, FieldValue(QStringList {u"b"_s, u"a"_s})}};
        const FieldWrites writes {{u"customFields.n"_s, FieldValue(u"5"_s)},
                                  {u"customFields.l"_s, FieldValue(QStringList {u"a"_s, u"b"_s})},
                                  {u"customFields.gone"_s, FieldValue(u"x"_s)},
                                  {u"customFields.cleared"_s, FieldValue()},
                                  {u"city"_s, FieldValue(u"not custom"_s)}};
        QCOMPARE(droppedCustomFields(writes, stored), QStringList {u"customFields.gone"_s});
    }

    void definitions()
    {
        const auto field = customField(
            json(R"({"id": "f1", "name": "Shirt", "dataType": "SINGLE_OPTIONS", "model": "contact",
                     "picklistOptions": ["S", "M"]})"));
        QVERIFY(field);
        QCOMPARE(field->key, u"customFields.f1"_s);
        QCOMPARE(field->title, u"Shirt"_s);
        QCOMPARE(field->options, (QStringList {u"S"_s, u"M"_s}));
        QCOMPARE(field->access, FieldAccess::ReadWrite);
        QCOMPARE(customField(json(R"({"id":"f","dataType":"MONETORY"})"))->type, Type::Number);
        QCOMPARE(customField(json(R"({"id":"f","dataType":"HOLOGRAM"})"))->access,
                 FieldAccess::ReadOnly);
        QVERIFY(!customField(json(R"({"id":"f","dataType":"FILE_UPLOAD"})")));
        QVERIFY(!customField(json(R"({"id":"f","dataType":"TEXT","model":"opportunity"})")));
    }

    void locationFromWhatWasPasted()
    {
        QCOMPARE(locationId(u" ve9EPM428h8vShlRW1KT "_s).value(), u"ve9EPM428h8vShlRW1KT"_s);
        QCOMPARE(
            locationId(u"https://app.gohighlevel.com/v2/location/ve9EPM428h8vShlRW1KT/contacts"_s)
                .value(),
            u"ve9EPM428h8vShlRW1KT"_s);
        QVERIFY(!locationId({}));
        QVERIFY(!locationId(u"../../x"_s));
        QVERIFY(!locationId(u"https://app.gohighlevel.com/"_s));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelCodec)
#include "tst_highlevel_codec.moc"
