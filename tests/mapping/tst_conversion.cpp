// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/conversion.h"

#include "core/country.h"
#include "mapping/support/accounts.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::plainRow;
using twinbook::testing::text;

namespace twinbook {

namespace {

using Type = FieldValue::Type;

FieldValue list(const QStringList &elements)
{
    return FieldValue(elements);
}

FieldValue date(int year, int month, int day)
{
    return FieldValue(QDate(year, month, day));
}

FieldMapping statusRow(Direction direction)
{
    FieldMapping row = plainRow(u"status"_s, Conversion::ValueList);
    row.direction = direction;
    row.valuePairs = {{u"active"_s, u"Member"_s}, {u"drop-in"_s, u"Visitor"_s}};
    if (direction == Direction::ToRight)
        row.valuePairs.append({u"pending"_s, u"Member"_s});
    return row;
}

} // namespace

class ConversionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaning_data();
    void meaning();
    void canonical_data();
    void canonical();
    void spelling_data();
    void spelling();
    void severalLabelsForOneWhereValuesFlowOneWay();
    void everyCountryIsReadBack();
};

void ConversionTest::meaning_data()
{
    QTest::addColumn<Conversion>("conversion");
    QTest::addColumn<FieldValue>("left");
    QTest::addColumn<FieldValue>("right");
    QTest::addColumn<bool>("same");
    const auto same = [](const char *what, Conversion conversion, const FieldValue &left,
                         const FieldValue &right) {
        QTest::newRow(what) << conversion << left << right << true;
    };
    const auto differ = [](const char *what, Conversion conversion, const FieldValue &left,
                           const FieldValue &right) {
        QTest::newRow(what) << conversion << left << right << false;
    };

    same("absent and blank", Conversion::AsIs, {}, text(u"  "));
    same("absent and invisible", Conversion::AsIs, {}, text(u"\u200B\uFEFF"));
    same("absent and a list of nothing", Conversion::Tags, {}, list({u" "_s, u""_s}));
    same("spacing", Conversion::AsIs, text(u"12 Main  St\n"), text(u"12 Main St"));
    same("composed and decomposed", Conversion::AsIs, text(u"Café"), text(u"Cafe\u0301"));
    same("case of plain text", Conversion::AsIs, text(u"main st"), text(u"Main St"));
    differ("text and nothing", Conversion::AsIs, text(u"x"), {});
    same("a number in text", Conversion::AsIs, text(u"1000000"), FieldValue(1e6));
    same("lists whatever their order", Conversion::AsIs, list({u"a"_s, u"B"_s}),
         list({u"b"_s, u"A"_s}));
    differ("lists of other elements", Conversion::AsIs, list({u"a"_s}), list({u"b"_s}));

    same("case of names", Conversion::Name, text(u"JANE doe"), text(u"Jane Doe"));
    same("direction marks in names", Conversion::Name, text(u"\u200Fדוד כהן"), text(u"דוד כהן"));
    differ("accents of names", Conversion::Name, text(u"José"), text(u"Jose"));
    differ("order of names", Conversion::Name, text(u"Doe Jane"), text(u"Jane Doe"));

    same("case of e-mails", Conversion::Email, text(u" Ana@Example.COM"), text(u"ana@example.com"));
    differ("other e-mails", Conversion::Email, text(u"ana@example.com"), text(u"ana@example.org"));
    differ("numbers in an e-mail field", Conversion::Email, FieldValue(1.0), FieldValue(2.0));

    same("national phone", Conversion::Phone, text(u"088 123 4567"), text(u"+359881234567"));
    same("punctuation of phones", Conversion::Phone, text(u"+359 (88) 123-4567"),
         text(u"+359881234567"));
    same("a phone nobody can read", Conversion::Phone, text(u"ask  Eva"), text(u"ask eva"));
    differ("other phones", Conversion::Phone, text(u"088 123 4567"), text(u"+359881234568"));
    differ("numbers in a phone field", Conversion::Phone, FieldValue(1.0), FieldValue(2.0));

    same("tags as a set", Conversion::Tags, list({u"VIP"_s, u"Desk 4"_s, u"vip"_s}),
         list({u"desk 4"_s, u"vip"_s}));
    same("tags in text", Conversion::Tags, text(u"VIP, Desk 4,"), list({u"desk 4"_s, u"vip"_s}));
    differ("one tag more", Conversion::Tags, list({u"VIP"_s}), list({u"vip"_s, u"x"_s}));
    differ("numbers in a tag field", Conversion::Tags, FieldValue(1.0), FieldValue(2.0));

    same("country", Conversion::Country, text(u"Bulgaria"), text(u"BG"));
    same("country in its own words", Conversion::Country, text(u"България"), text(u"BG"));
    same("country without marks", Conversion::Country, text(u"cote d’ivoire"), text(u"CI"));
    same("country by habit", Conversion::Country, text(u"U.S.A."), text(u"US"));
    same("code on both sides", Conversion::Country, text(u"gb"), text(u"GB"));
    same("no country", Conversion::Country, text(u"Narnia"), text(u"Narnia"));
    differ("other country", Conversion::Country, text(u"Austria"), text(u"AU"));

    same("date and ISO text", Conversion::Date, date(1990, 5, 17), text(u"1990-05-17"));
    same("date and time", Conversion::Date, date(1990, 5, 17), text(u"1990-05-17T00:00:00.000Z"));
    same("date with slashes, year first", Conversion::Date, date(1990, 5, 17), text(u"1990/05/17"));
    same("date in words", Conversion::Date, date(1990, 5, 17), text(u"17 May 1990"));
    same("date of eight digits", Conversion::Date, date(1990, 5, 17), text(u"19900517"));
    differ("a date that can be mistaken", Conversion::Date, date(2026, 4, 3), text(u"3/4/2026"));
    differ("a date and more", Conversion::Date, date(2026, 4, 3), text(u"2026-04-03 or so"));
    differ("no such day", Conversion::Date, date(2026, 3, 1), text(u"2026-02-29"));

    same("number and text", Conversion::Number, FieldValue(1500.0), text(u" 1500.0 "));
    same("large number", Conversion::Number, FieldValue(1e6), text(u"1000000"));
    differ("a number that can be mistaken", Conversion::Number, FieldValue(1500.0), text(u"1,500"));
    differ("no number", Conversion::Number, FieldValue(0.0), text(u"none"));
    same("not a number is text", Conversion::Number, text(u"nan"), text(u"nan"));
    differ("long account numbers", Conversion::Number, text(u"12345678901234567890"),
           text(u"12345678901234567891"));

    same("yes", Conversion::YesNo, FieldValue(true), text(u"Yes"));
    same("1", Conversion::YesNo, FieldValue(true), FieldValue(1.0));
    same("no", Conversion::YesNo, FieldValue(false), text(u"N"));
    differ("no is not nothing", Conversion::YesNo, FieldValue(false), {});
    differ("maybe", Conversion::YesNo, FieldValue(true), text(u"maybe"));

    same("label", Conversion::ValueList, text(u"Active"), text(u"member"));
    same("label without a pair", Conversion::ValueList, text(u"Former"), text(u"former"));
    differ("other label", Conversion::ValueList, text(u"active"), text(u"Visitor"));
}

void ConversionTest::meaning()
{
    QFETCH(const Conversion, conversion);
    QFETCH(const FieldValue, left);
    QFETCH(const FieldValue, right);
    const FieldMapping row = conversion == Conversion::ValueList ? statusRow(Direction::BothWays)
                                                                 : plainRow(u"field"_s, conversion);
    const FieldValue a = canonicalValue(row, Side::Left, left);
    const FieldValue b = canonicalValue(row, Side::Right, right);
    QTEST(meansTheSame(row, a, b, u"BG"_s), "same");
    QTEST(meansTheSame(row, b, a, u"BG"_s), "same");
    QVERIFY(meansTheSame(row, a, a, u"BG"_s));
}

void ConversionTest::canonical_data()
{
    QTest::addColumn<Conversion>("conversion");
    QTest::addColumn<Side>("side");
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<FieldValue>("expected");
    const auto row = [](const char *what, Conversion conversion, Side side, const FieldValue &value,
                        const FieldValue &expected) {
        QTest::newRow(what) << conversion << side << value << expected;
    };
    row("spacing stays as typed", Conversion::AsIs, Side::Left, text(u" a  b "), text(u" a  b "));
    row("names stay as typed", Conversion::Name, Side::Left, text(u"jane DOE"), text(u"jane DOE"));
    row("phones stay as typed", Conversion::Phone, Side::Left, text(u"088 12"), text(u"088 12"));
    row("code of a country", Conversion::Country, Side::Left, text(u"germany"), text(u"DE"));
    row("no country stays", Conversion::Country, Side::Left, text(u"Narnia"), text(u"Narnia"));
    row("tags from text", Conversion::Tags, Side::Right, text(u"a, b"), list({u"a"_s, u"b"_s}));
    row("date from text", Conversion::Date, Side::Right, text(u"1 Feb 2020"), date(2020, 2, 1));
    row("number from text", Conversion::Number, Side::Left, text(u"-1.5e3"), FieldValue(-1500.0));
    row("infinity stays text", Conversion::Number, Side::Left, text(u"inf"), text(u"inf"));
    row("no from text", Conversion::YesNo, Side::Left, text(u"FALSE"), FieldValue(false));
    row("label", Conversion::ValueList, Side::Right, text(u"VISITOR"), text(u"drop-in"));
    row("own label", Conversion::ValueList, Side::Left, text(u"drop-in"), text(u"drop-in"));
}

void ConversionTest::canonical()
{
    QFETCH(const Conversion, conversion);
    QFETCH(const Side, side);
    QFETCH(const FieldValue, value);
    const FieldMapping row = conversion == Conversion::ValueList ? statusRow(Direction::BothWays)
                                                                 : plainRow(u"field"_s, conversion);
    QTEST(canonicalValue(row, side, value), "expected");
}

void ConversionTest::spelling_data()
{
    QTest::addColumn<Conversion>("conversion");
    QTest::addColumn<Side>("side");
    QTest::addColumn<FieldValue>("canonical");
    QTest::addColumn<Type>("type");
    QTest::addColumn<FieldValue>("expected");
    const auto row = [](const char *what, Conversion conversion, Side side, const FieldValue &value,
                        Type type, const FieldValue &expected) {
        QTest::newRow(what) << conversion << side << value << type << expected;
    };
    row("nothing", Conversion::AsIs, Side::Left, {}, Type::Text, {});
    row("country for OfficeRnD", Conversion::Country, Side::Left, text(u"BG"), Type::Text,
        text(u"Bulgaria"));
    row("country for HighLevel", Conversion::Country, Side::Right, text(u"BG"), Type::Text,
        text(u"BG"));
    row("phone for OfficeRnD", Conversion::Phone, Side::Left, text(u"+359881234567"), Type::Text,
        text(u"+359881234567"));
    row("phone for HighLevel", Conversion::Phone, Side::Right, text(u"(088) 123-45-67"), Type::Text,
        text(u"+359881234567"));
    row("date for a text field", Conversion::Date, Side::Right, date(1990, 5, 17), Type::Text,
        text(u"1990-05-17"));
    row("date for a date field", Conversion::Date, Side::Right, date(1990, 5, 17), Type::Date,
        date(1990, 5, 17));
    row("large number for a text field", Conversion::Number, Side::Right, FieldValue(1e6),
        Type::Text, text(u"1000000"));
    row("fraction for a text field", Conversion::Number, Side::Right, FieldValue(0.1), Type::Text,
        text(u"0.1"));
    row("yes for a text field", Conversion::YesNo, Side::Left, FieldValue(true), Type::Text,
        text(u"yes"));
    row("tags for a text field", Conversion::Tags, Side::Left, list({u"a"_s, u"b"_s}), Type::Text,
        text(u"a, b"));
    row("tags for a list", Conversion::Tags, Side::Left, list({u"a"_s, u"b"_s}), Type::List,
        list({u"a"_s, u"b"_s}));
    row("label for HighLevel", Conversion::ValueList, Side::Right, text(u"active"), Type::Text,
        text(u"Member"));
    row("label for OfficeRnD", Conversion::ValueList, Side::Left, text(u"active"), Type::Text,
        text(u"active"));
    row("text that is no date stays text", Conversion::Date, Side::Right, text(u"soon"), Type::Date,
        text(u"soon"));
}

void ConversionTest::spelling()
{
    QFETCH(const Conversion, conversion);
    QFETCH(const Side, side);
    QFETCH(const FieldValue, canonical);
    QFETCH(const Type, type);
    const FieldMapping row = conversion == Conversion::ValueList ? statusRow(Direction::BothWays)
                                                                 : plainRow(u"field"_s, conversion);
    QTEST(spelledValue(row, side, canonical, type, u"BG"_s), "expected");
}

void ConversionTest::severalLabelsForOneWhereValuesFlowOneWay()
{
    const FieldMapping row = statusRow(Direction::ToRight);
    const FieldValue member = canonicalValue(row, Side::Right, text(u"Member"));
    for (const char16_t *status : {u"active", u"pending"}) {
        const FieldValue canonical = canonicalValue(row, Side::Left, text(status));
        QVERIFY(meansTheSame(row, canonical, member, {}));
        QCOMPARE(spelledValue(row, Side::Right, canonical, Type::Text, {}), text(u"Member"));
    }
}

void ConversionTest::everyCountryIsReadBack()
{
    int countries = 0;
    for (int i = 1; i <= QLocale::LastTerritory; ++i) {
        const QString code = QLocale::territoryToCode(static_cast<QLocale::Territory>(i));
        if (code.size() != 2)
            continue;
        ++countries;
        QCOMPARE(countryCode(code), code);
        QCOMPARE(countryCode(countryName(code)), code);
    }
    QVERIFY(countries > 240);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::ConversionTest)

#include "tst_conversion.moc"
