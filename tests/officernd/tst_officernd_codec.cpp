// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/country.h"
#include "officernd/codec.h"
#include "officernd/schema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using Type = FieldValue::Type;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestOfficeRnDCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memberBecomesRecord()
    {
        const QJsonObject member = json(R"({
            "_id": "5f0000000000000000000001", "name": "Ana Ruiz", "email": "ana@example.test",
            "phone": null, "tags": ["VIP", "Coffee"], "company": "c1", "status": "active",
            "startDate": "2026-01-31T00:00:00.000Z", "isBillingPerson": false,
            "address": {"city": "Sofia", "zip": "1000", "planet": "Earth"},
            "properties": {"born": "1990-02-03T00:00:00.000Z", "Access Card Nr": 17,
                           "desks": "12", "gone": 1, "likes": ["a", "b"], "ok": "true"},
            "modifiedAt": "2026-11-23T09:00:00.123Z", "unknown": {"a": 1}})");
        const PropertyTypes types {{u"born"_s, Type::Date},    {u"Access Card Nr"_s, Type::Text},
                                   {u"desks"_s, Type::Number}, {u"likes"_s, Type::List},
                                   {u"ok"_s, Type::Boolean},   {u"never"_s, Type::Text}};
        const RemoteRecord record = memberRecord(member, {{u"c1"_s, u"Acme"_s}}, types);

        QCOMPARE(record.id, RemoteId(u"5f0000000000000000000001"_s));
        QCOMPARE(record.fidelity, Fidelity::Complete);
        QCOMPARE(record.modifiedAt, QDateTime(QDate(2026, 11, 23), QTime(9, 0, 0, 123), Qt::UTC));
        const FieldMap expected {
            {u"name"_s, FieldValue(u"Ana Ruiz"_s)},
            {u"email"_s, FieldValue(u"ana@example.test"_s)},
            {u"tags"_s, FieldValue(QStringList {u"VIP"_s, u"Coffee"_s})},
            {u"companyName"_s, FieldValue(u"Acme"_s)},
            {u"status"_s, FieldValue(u"active"_s)},
            {u"startDate"_s, FieldValue(QDate(2026, 1, 31))},
            {u"isBillingPerson"_s, FieldValue(false)},
            {u"address.city"_s, FieldValue(u"Sofia"_s)},
            {u"address.zip"_s, FieldValue(u"1000"_s)},
            {u"properties.born"_s, FieldValue(QDate(1990, 2, 3))},
            {u"properties.Access Card Nr"_s, FieldValue(u"17"_s)},
            {u"properties.desks"_s, FieldValue(12.0)},
            {u"properties.likes"_s, FieldValue(QStringList {u"a"_s, u"b"_s})},
            {u"properties.ok"_s, FieldValue(true)},
        };
        QCOMPARE(record.fields, expected);
    }

    void hostileShapesAreAbsent()
    {
        const RemoteRecord record
            = memberRecord(json(R"({"_id": 7, "name": {"a": 1}, "tags": 3, "address": [],
                                    "startDate": "soon", "properties": "x", "modifiedAt": 4})"),
                           {}, {{u"p"_s, Type::Date}});
        QVERIFY(record.id.isEmpty());
        QVERIFY(!record.modifiedAt.isValid());
        QVERIFY(!record.fields.contains(u"startDate"_s));
        QVERIFY(!record.fields.contains(u"properties.p"_s));
    }

    //! It is not even equal to itself, so that each look would find it changed.
    void whatIsNoNumberIsAbsent()
    {
        for (const QString &text : {u"nan"_s, u"inf"_s, u"-inf"_s}) {
            const QJsonObject member {{u"_id"_s, u"a"_s},
                                      {u"properties"_s, QJsonObject {{u"n"_s, text}}}};
            const auto record = memberRecord(member, {}, {{u"n"_s, FieldValue::Type::Number}});
            QVERIFY2(record.fields.value(u"properties.n"_s).isAbsent(), qPrintable(text));
        }
    }

    void creationCarriesOnlyWhatIsAllowed()
    {
        const FieldWrites writes {
            {u"name"_s, FieldValue(u"Ana"_s)},
            {u"email"_s, FieldValue(QString())},
            {u"status"_s, FieldValue(u"former"_s)},
            {u"companyName"_s, FieldValue(u"Acme"_s)},
            {u"_id"_s, FieldValue(u"x"_s)},
            {u"tags"_s, FieldValue(QStringList {u"VIP"_s})},
            {u"isContactPerson"_s, FieldValue(true)},
            {u"address.city"_s, FieldValue(u"Sofia"_s)},
            {u"properties.born"_s, FieldValue(QDate(1990, 2, 3))},
        };
        QCOMPARE(creationBody(writes, u"loc"_s, QDate(2026, 11, 23)),
                 json(R"({"name": "Ana", "location": "loc", "tags": ["VIP"],
                          "startDate": "2026-11-23T00:00:00.000Z", "isContactPerson": true,
                          "properties": {"born": "1990-02-03T00:00:00.000Z"}})"));
        QCOMPARE(writesAfterCreation(writes),
                 (FieldWrites {{u"address.city"_s, FieldValue(u"Sofia"_s)}}));
    }

    void updateMergesBagsAndClears()
    {
        const QJsonObject present
            = json(R"({"name": "Ana", "address": {"city": "Sofia", "zip": "1"},
                                             "properties": {"a": "1", "b": "2"}})");
        const FieldWrites writes {
            {u"phone"_s, FieldValue()},
            {u"tags"_s, FieldValue()},
            {u"description"_s, FieldValue(u"not writable"_s)},
            {u"startDate"_s, FieldValue(QDate(2020, 1, 1))},
            {u"address.zip"_s, FieldValue()},
            {u"address.planet"_s, FieldValue(u"Mars"_s)},
            {u"properties.b"_s, FieldValue()},
            {u"properties.c"_s, FieldValue(3.5)},
        };
        const QuirkSet all;
        QVERIFY(needsPresent(writes, all));
        QCOMPARE(updateBody(writes, present, all),
                 json(R"({"phone": null, "tags": [], "address": {"city": "Sofia", "zip": null},
                          "properties": {"a": "1", "b": null, "c": 3.5}})"));
        QVERIFY(!needsPresent({{u"name"_s, FieldValue(u"A"_s)}}, all));
    }

    void updateFollowsWhatAProbeFound()
    {
        const QJsonObject present = json(R"({"properties": {"a": "1"}})");
        const FieldWrites writes {{u"phone"_s, FieldValue()},
                                  {u"properties.b"_s, FieldValue()},
                                  {u"properties.c"_s, FieldValue(u"x"_s)}};
        const QuirkSet emptyTextClears = QuirkSet().without(Quirk::OfficeRnDNullClears);
        QCOMPARE(updateBody({{u"phone"_s, FieldValue()}}, present, emptyTextClears),
                 json(R"({"phone": ""})"));
        const QuirkSet merging = QuirkSet().without(Quirk::PropertiesAreReplaced);
        QVERIFY(!needsPresent(writes, merging));
        QCOMPARE(updateBody(writes, {}, merging),
                 json(R"({"phone": null, "properties": {"b": null, "c": "x"}})"));
    }

    void unchangedBagsAreNotWritten()
    {
        const QJsonObject present = json(R"({"properties": {"a": "1"}})");
        QCOMPARE(updateBody({{u"properties.a"_s, FieldValue(u"1"_s)},
                             {u"properties.gone"_s, FieldValue()}},
                            present, {}),
                 QJsonObject());
    }

    void propertyDefinitions()
    {
        const auto field = propertyField(json(
            R"({"_id": "1", "key": "Access Card Nr", "title": "Card", "type": "select", "targets": ["team", "member"],
                "values": ["A", "B"]})"));
        QVERIFY(field);
        QCOMPARE(field->key, u"properties.Access Card Nr"_s);
        QCOMPARE(field->title, u"Card"_s);
        QCOMPARE(field->type, Type::Text);
        QCOMPARE(field->options, (QStringList {u"A"_s, u"B"_s}));
        QCOMPARE(field->origin, FieldOrigin::Custom);
        QCOMPARE(propertyField(
                     json(R"({"_id":"1","key":"k","type":"Multi-select","targets":["member"]})"))
                     ->type,
                 Type::List);
        QVERIFY(
            !propertyField(json(R"({"_id":"1","key":"k","type":"File","targets":["member"]})")));
        QVERIFY(
            !propertyField(json(R"({"_id":"1","key":"k","type":"String","targets":["team"]})")));
    }

    void countries()
    {
        QCOMPARE(countryCode(u"bg"_s), u"BG"_s);
        QCOMPARE(countryCode(u"Bulgaria"_s), u"BG"_s);
        QCOMPARE(countryCode(u"United Kingdom"_s), u"GB"_s);
        QCOMPARE(countryCode(u"Atlantis"_s), QString());
        QCOMPARE(countryCode({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDCodec)
#include "tst_officernd_codec.moc"
