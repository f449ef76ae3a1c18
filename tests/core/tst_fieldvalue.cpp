// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fieldvalue.h"

#include "support/property.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace twinbook;
using namespace Qt::StringLiterals;

namespace {

//! Qt's JSON parser drops a byte order mark at the beginning of a text. What the services reply
//! went through the same parser, so no such text arrives.
rc::Gen<QString> anyStoredText()
{
    return rc::gen::suchThat(twinbook::test::anyText(), [](const QString &text) {
        return !text.startsWith(QChar::ByteOrderMark);
    });
}

rc::Gen<FieldValue> anyValue()
{
    const auto lists = rc::gen::map(
        rc::gen::container<std::vector<QString>>(anyStoredText()),
        [](const std::vector<QString> &v) { return QStringList(v.begin(), v.end()); });
    const auto dates = rc::gen::map(rc::gen::inRange<qint64>(1721426, 5373485), [](qint64 day) {
        return FieldValue(QDate::fromJulianDay(day)); // 0001-01-01 to 9999-12-31
    });
    return rc::gen::oneOf(
        rc::gen::just(FieldValue()),
        rc::gen::map(anyStoredText(), [](const QString &text) { return FieldValue(text); }),
        rc::gen::map(lists, [](const QStringList &list) { return FieldValue(list); }),
        rc::gen::map(rc::gen::arbitrary<double>(),
                     [](double number) { return FieldValue(number); }),
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool yes) { return FieldValue(yes); }), dates);
}

//! Through the text that a file or the database holds.
FieldValue storedAndRead(const FieldValue &value)
{
    const QByteArray file
        = QJsonDocument(QJsonArray {value.toJson()}).toJson(QJsonDocument::Compact);
    return FieldValue::fromJson(QJsonDocument::fromJson(file).array().at(0));
}

} // namespace

namespace twinbook {

void showValue(const FieldValue &value, std::ostream &os)
{
    os << QJsonDocument(QJsonArray {value.toJson()}).toJson().toStdString();
}

} // namespace twinbook

class FieldValueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesBeingStored();
    void typeAndAccessors();
    void emptiness_data();
    void emptiness();
    void distinctEmptyValuesStayDistinct();
    void display_data();
    void display();
    void displayIsOneLine();
    void textIsKept();
    void readsOnlyItsOwnForms_data();
    void readsOnlyItsOwnForms();
};

void FieldValueTest::survivesBeingStored()
{
    VERIFY_PROPERTY("a stored value is read back as it was", [] {
        const FieldValue value = *anyValue();
        const FieldValue read = storedAndRead(value);
        RC_ASSERT(read == value);
        RC_ASSERT(read.type() == value.type());
    });
}

void FieldValueTest::typeAndAccessors()
{
    QVERIFY(FieldValue().isAbsent());
    QCOMPARE(FieldValue(u"x"_s).type(), FieldValue::Type::Text);
    QCOMPARE(FieldValue(QStringList {u"x"_s}).type(), FieldValue::Type::List);
    QCOMPARE(FieldValue(1.5).type(), FieldValue::Type::Number);
    QCOMPARE(FieldValue(true).type(), FieldValue::Type::Boolean);
    QCOMPARE(FieldValue(QDate(2026, 1, 31)).type(), FieldValue::Type::Date);

    // Asked for another type, a value answers with nothing rather than with a conversion.
    const FieldValue text(u"1"_s);
    QCOMPARE(text.text(), u"1"_s);
    QCOMPARE(text.number(), 0.0);
    QVERIFY(!text.boolean());
    QVERIFY(text.list().isEmpty());
    QVERIFY(!text.date().isValid());
    QVERIFY(FieldValue(1.0).text().isEmpty());
}

void FieldValueTest::emptiness_data()
{
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<bool>("empty");
    QTest::newRow("absent") << FieldValue() << true;
    QTest::newRow("no text") << FieldValue(QString()) << true;
    QTest::newRow("blank") << FieldValue(u" \t\u00A0\n"_s) << true;
    QTest::newRow("text") << FieldValue(u" x "_s) << false;
    QTest::newRow("no element") << FieldValue(QStringList()) << true;
    QTest::newRow("element") << FieldValue(QStringList {u"x"_s}) << false;
    QTest::newRow("zero") << FieldValue(0.0) << false;
    QTest::newRow("no") << FieldValue(false) << false;
    QTest::newRow("no date") << FieldValue(QDate()) << true;
    QTest::newRow("date") << FieldValue(QDate(2026, 1, 31)) << false;
}

void FieldValueTest::emptiness()
{
    QFETCH(FieldValue, value);
    QTEST(value.isEmpty(), "empty");
}

void FieldValueTest::distinctEmptyValuesStayDistinct()
{
    QVERIFY(FieldValue() != FieldValue(QString()));
    QVERIFY(FieldValue() != FieldValue(QStringList()));
    QVERIFY(FieldValue(QString()) != FieldValue(QStringList()));
    QVERIFY(FieldValue(u"true"_s) != FieldValue(true));
}

void FieldValueTest::display_data()
{
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("absent") << FieldValue() << QString();
    QTest::newRow("text") << FieldValue(u"<b>Ána</b>"_s) << u"<b>Ána</b>"_s;
    QTest::newRow("list") << FieldValue(QStringList {u"vip"_s, u"new"_s}) << u"vip, new"_s;
    QTest::newRow("whole") << FieldValue(1200300.0) << u"1200300"_s;
    QTest::newRow("fraction") << FieldValue(0.1) << u"0.1"_s;
    QTest::newRow("yes") << FieldValue(true) << u"yes"_s;
    QTest::newRow("no") << FieldValue(false) << u"no"_s;
    QTest::newRow("date") << FieldValue(QDate(2026, 1, 31)) << u"2026-01-31"_s;
    QTest::newRow("line breaks") << FieldValue(u"a\nb\u2028c"_s) << u"a b c"_s;
    QTest::newRow("escape") << FieldValue(u"\x1B[2Jx"_s) << u" [2Jx"_s;
}

void FieldValueTest::display()
{
    QFETCH(FieldValue, value);
    QTEST(value.toDisplay(), "shown");
}

void FieldValueTest::displayIsOneLine()
{
    VERIFY_PROPERTY("no value breaks its line", [] {
        const FieldValue value = *anyValue();
        const QString shown = value.toDisplay();
        RC_ASSERT(!shown.contains(u'\n') && !shown.contains(u'\r') && !shown.contains(u'\x1B')
                  && !shown.contains(QChar::LineSeparator)
                  && !shown.contains(QChar::ParagraphSeparator));
    });
}

void FieldValueTest::textIsKept()
{
    const QString lines = u"Door 5\n\tring twice\x1B"_s;
    QCOMPARE(FieldValue(lines).toText(), lines);
    QCOMPARE(FieldValue(true).toText(), u"yes"_s);
    QCOMPARE(FieldValue(QStringList {u"a"_s, u"b\nc"_s}).toText(), u"a, b\nc"_s);
    QCOMPARE(FieldValue(QDate(2026, 1, 31)).toText(), u"2026-01-31"_s);
}

void FieldValueTest::readsOnlyItsOwnForms_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("null") << QByteArray("[null]");
    QTest::newRow("nothing") << QByteArray("[]");
    QTest::newRow("object") << QByteArray(R"([{"a":1}])");
    QTest::newRow("impossible date") << QByteArray(R"([{"date":"2026-02-30"}])");
    QTest::newRow("date of another type") << QByteArray(R"([{"date":20260131}])");
    QTest::newRow("list of numbers") << QByteArray("[[1,2]]");
    QTest::newRow("list with null") << QByteArray(R"([["a",null]])");
    QTest::newRow("list of lists") << QByteArray(R"([[["a"]]])");
}

void FieldValueTest::readsOnlyItsOwnForms()
{
    QFETCH(QByteArray, json);
    QVERIFY(FieldValue::fromJson(QJsonDocument::fromJson(json).array().at(0)).isAbsent());
}

QTEST_GUILESS_MAIN(FieldValueTest)
#include "tst_fieldvalue.moc"
