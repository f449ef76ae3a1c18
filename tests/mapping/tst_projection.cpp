// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/projection.h"

#include "mapping/support/accounts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::highLevelAccount;
using twinbook::testing::officeRnDAccount;
using twinbook::testing::text;

namespace twinbook {

namespace {

Projection suggested()
{
    const ServiceSchema left = officeRnDAccount();
    const ServiceSchema right = highLevelAccount();
    return Projection(suggestedMapping(left, right), left, right);
}

std::size_t rowOf(const Projection &projection, const FieldId &id)
{
    return static_cast<std::size_t>(projection.profile().indexOf(id));
}

//! A mapping of a single row between two accounts that offer just its fields.
Projection projectionOf(FieldMapping row, const FieldSpec &left, const FieldSpec &right)
{
    row.left = {left.key};
    row.right = {right.key};
    ServiceSchema leftAccount;
    leftAccount.country = u"BG"_s;
    leftAccount.fields = {left};
    ServiceSchema rightAccount;
    rightAccount.fields = {right};
    return Projection(MappingProfile {{row}}, leftAccount, rightAccount);
}

FieldSpec specOf(const FieldKey &key, FieldValue::Type type, const QStringList &options = {})
{
    FieldSpec spec;
    spec.key = key;
    spec.type = type;
    spec.options = options;
    return spec;
}

} // namespace

class ProjectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothServicesSpeakTheSameAboutOnePerson();
    void whatIsThereAlreadyIsNotWrittenAgain();
    void onlyThePartOfANameThatChangedIsWritten();
    void aLastNameAloneIsNotMoved();
    void clearing();
    void writability();
    void canHold_data();
    void canHold();
    void aNeededFieldCannotBeEmptied();
    void selectFieldsTakeTheirOptionsOnly();
    void missingFieldsAreNeverWritten();
};

void ProjectionTest::bothServicesSpeakTheSameAboutOnePerson()
{
    const Projection projection = suggested();
    const FieldMap member {{u"name"_s, text(u"Robin van Persie")},
                           {u"email"_s, text(u"Robin@Example.com")},
                           {u"phone"_s, text(u"088 123 4567")},
                           {u"tags"_s, FieldValue(QStringList {u"VIP"_s, u"Desk 4"_s})},
                           {u"address.country"_s, text(u"Netherlands")},
                           {u"properties.date_of_birth"_s, FieldValue(QDate(1983, 8, 6))},
                           {u"status"_s, text(u"active")}};
    const FieldMap contact {{u"firstName"_s, text(u"robin")},
                            {u"lastName"_s, text(u"van persie")},
                            {u"email"_s, text(u"robin@example.com")},
                            {u"phone"_s, text(u"+359881234567")},
                            {u"tags"_s, FieldValue(QStringList {u"desk 4"_s, u"vip"_s})},
                            {u"country"_s, text(u"NL")},
                            {u"dateOfBirth"_s, FieldValue(QDate(1983, 8, 6))}};
    const CanonicalValues left = projection.project(Side::Left, member);
    const CanonicalValues right = projection.project(Side::Right, contact);
    QCOMPARE(left.size(), projection.size());
    for (std::size_t row = 0; row < projection.size(); ++row)
        QVERIFY2(projection.equivalent(row, left[row], right[row]),
                 qUtf8Printable(projection.row(row).id));
}

void ProjectionTest::whatIsThereAlreadyIsNotWrittenAgain()
{
    const Projection projection = suggested();
    const FieldMap contact {{u"firstName"_s, text(u"ana  maria")},
                            {u"lastName"_s, text(u"RUIZ")},
                            {u"tags"_s, FieldValue(QStringList {u"vip"_s})},
                            {u"phone"_s, text(u"+359881234567")}};
    QVERIFY(
        projection
            .writesFor(Side::Right, rowOf(projection, u"name"_s), text(u"Ana Maria Ruiz"), contact)
            .isEmpty());
    QVERIFY(projection
                .writesFor(Side::Right, rowOf(projection, u"tags"_s),
                           FieldValue(QStringList {u"VIP"_s}), contact)
                .isEmpty());
    QVERIFY(projection
                .writesFor(Side::Right, rowOf(projection, u"phone"_s), text(u"0881234567"), contact)
                .isEmpty());
}

void ProjectionTest::onlyThePartOfANameThatChangedIsWritten()
{
    const Projection projection = suggested();
    const FieldMap contact {{u"firstName"_s, text(u"María del Carmen")},
                            {u"lastName"_s, text(u"Ruiz")}};
    const FieldWrites writes = projection.writesFor(Side::Right, rowOf(projection, u"name"_s),
                                                    text(u"María del Carmen Ortiz"), contact);
    QCOMPARE(writes, (FieldWrites {{u"lastName"_s, text(u"Ortiz")}}));
    const FieldWrites fresh = projection.writesFor(Side::Right, rowOf(projection, u"name"_s),
                                                   text(u"Jan van der Berg"), {});
    QCOMPARE(
        fresh,
        (FieldWrites {{u"firstName"_s, text(u"Jan")}, {u"lastName"_s, text(u"van der Berg")}}));
}

void ProjectionTest::aLastNameAloneIsNotMoved()
{
    const Projection projection = suggested();
    const FieldMap contact {{u"lastName"_s, text(u"Madonna")}};
    QVERIFY(
        projection.writesFor(Side::Right, rowOf(projection, u"name"_s), text(u"MADONNA"), contact)
            .isEmpty());
}

void ProjectionTest::clearing()
{
    const Projection projection = suggested();
    const FieldMap contact {{u"city"_s, text(u"Sofia")}, {u"firstName"_s, text(u"Ana")}};
    const FieldWrites city
        = projection.writesFor(Side::Right, rowOf(projection, u"city"_s), {}, contact);
    QCOMPARE(city.size(), 1);
    QVERIFY(city.constFirst().value.isEmpty());
    const FieldWrites name
        = projection.writesFor(Side::Right, rowOf(projection, u"name"_s), {}, contact);
    QCOMPARE(name.size(), 1);
    QCOMPARE(name.constFirst().key, u"firstName"_s);
    QVERIFY(name.constFirst().value.isEmpty());
}

void ProjectionTest::writability()
{
    using Writability = Projection::Writability;
    const Projection projection = suggested();
    const std::size_t company = rowOf(projection, u"company"_s);
    QCOMPARE(projection.writability(Side::Left, company), Writability::Never);
    QCOMPARE(projection.writability(Side::Right, company), Writability::OnlyWhenCreating);
    const std::size_t name = rowOf(projection, u"name"_s);
    QCOMPARE(projection.writability(Side::Left, name), Writability::Writable);
    QCOMPARE(projection.writability(Side::Right, name), Writability::Writable);
    QVERIFY(projection.writesFor(Side::Left, company, text(u"ACME"), {}).isEmpty());
    QCOMPARE(projection.writesFor(Side::Right, company, text(u"ACME"), {}).size(), 1);
}

void ProjectionTest::canHold_data()
{
    QTest::addColumn<Conversion>("conversion");
    QTest::addColumn<FieldValue::Type>("type");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<bool>("left");
    QTest::addColumn<bool>("right");
    using Type = FieldValue::Type;
    const auto row
        = [](const char *what, Conversion conversion, Type type, const FieldValue &value, bool left,
             bool right) { QTest::newRow(what) << conversion << type << value << left << right; };
    row("text", Conversion::AsIs, Type::Text, text(u"x"), true, true);
    row("nothing", Conversion::AsIs, Type::Text, {}, true, true);
    row("phone", Conversion::Phone, Type::Text, text(u"088 123 4567"), true, true);
    row("phone that is none", Conversion::Phone, Type::Text, text(u"ask Eva"), true, false);
    row("country", Conversion::Country, Type::Text, text(u"BG"), true, true);
    row("country that is none", Conversion::Country, Type::Text, text(u"Narnia"), true, false);
    row("date", Conversion::Date, Type::Date, FieldValue(QDate(2020, 1, 2)), true, true);
    row("no date", Conversion::Date, Type::Date, text(u"soon"), false, false);
    row("no date in a text field", Conversion::Date, Type::Text, text(u"soon"), true, true);
    row("number", Conversion::Number, Type::Number, FieldValue(4.5), true, true);
    row("no number", Conversion::Number, Type::Number, text(u"1,5"), false, false);
    row("yes", Conversion::YesNo, Type::Boolean, FieldValue(true), true, true);
    row("maybe", Conversion::YesNo, Type::Boolean, text(u"maybe"), false, false);
    row("tags in text", Conversion::Tags, Type::Text, FieldValue(QStringList {u"a"_s, u"b"_s}),
        true, true);
    row("a tag with a comma in text", Conversion::Tags, Type::Text,
        FieldValue(QStringList {u"Doe, Jane"_s}), false, false);
    row("text that a number field would change", Conversion::AsIs, Type::Number, text(u"007"),
        false, false);
}

void ProjectionTest::canHold()
{
    QFETCH(const Conversion, conversion);
    QFETCH(const FieldValue::Type, type);
    QFETCH(const FieldValue, value);
    const Projection projection = projectionOf(testing::plainRow(u"field"_s, conversion),
                                               specOf(u"field"_s, type), specOf(u"field"_s, type));
    QTEST(projection.canHold(Side::Left, 0, value), "left");
    QTEST(projection.canHold(Side::Right, 0, value), "right");
}

void ProjectionTest::aNeededFieldCannotBeEmptied()
{
    const Projection projection = suggested();
    const std::size_t name = rowOf(projection, u"name"_s);
    QVERIFY(!projection.canHold(Side::Left, name, {}));
    QVERIFY(projection.canHold(Side::Right, name, {}));
}

void ProjectionTest::selectFieldsTakeTheirOptionsOnly()
{
    using Type = FieldValue::Type;
    FieldMapping row = testing::plainRow(u"status"_s, Conversion::ValueList);
    row.valuePairs = {{u"active"_s, u"Member"_s}};
    const Projection projection = projectionOf(row, specOf(u"status"_s, Type::Text),
                                               specOf(u"stage"_s, Type::Text, {u"Member"_s}));
    QVERIFY(projection.canHold(Side::Right, 0, text(u"active")));
    QVERIFY(!projection.canHold(Side::Right, 0, text(u"former")));
    QVERIFY(projection.canHold(Side::Left, 0, text(u"former")));

    const Projection several = projectionOf(
        testing::plainRow(u"likes"_s, Conversion::Tags), specOf(u"likes"_s, Type::List),
        specOf(u"likes"_s, Type::List, {u"tea"_s, u"coffee"_s}));
    QVERIFY(several.canHold(Side::Right, 0, FieldValue(QStringList {u"tea"_s})));
    QVERIFY(!several.canHold(Side::Right, 0, FieldValue(QStringList {u"tea"_s, u"milk"_s})));
}

void ProjectionTest::missingFieldsAreNeverWritten()
{
    ServiceSchema right = highLevelAccount();
    right.fields.removeIf([](const FieldSpec &spec) { return spec.key == u"city"_s; });
    const Projection projection(suggestedMapping(officeRnDAccount(), highLevelAccount()),
                                officeRnDAccount(), right);
    const std::size_t city = rowOf(projection, u"city"_s);
    QCOMPARE(projection.writability(Side::Right, city), Projection::Writability::Never);
    QVERIFY(projection.writesFor(Side::Right, city, text(u"Sofia"), {}).isEmpty());
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::ProjectionTest)

#include "tst_projection.moc"
