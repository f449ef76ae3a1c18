// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jsonvalue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestJsonValue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalars()
    {
        QCOMPARE(scalarText(u"a"_s), u"a"_s);
        QCOMPARE(scalarText(1.5), u"1.5"_s);
        QCOMPARE(scalarText(4e9), u"4000000000"_s);
        QCOMPARE(scalarText(true), u"true"_s);
        for (const QJsonValue &json : {QJsonValue(), QJsonValue(QJsonValue::Undefined),
                                       QJsonValue(QJsonArray {1}), QJsonValue(QJsonObject())})
            QVERIFY(!scalarText(json));
    }

    void lists()
    {
        QCOMPARE(textList(u"a"_s), QStringList {u"a"_s});
        QCOMPARE(textList(QJsonArray {u"a"_s, 2, false, QJsonValue(), QJsonObject()}),
                 (QStringList {u"a"_s, u"2"_s, u"false"_s, {}, {}}));
        QCOMPARE(textList(QJsonArray()), QStringList());
    }

    void types_data()
    {
        using Type = FieldValue::Type;
        QTest::addColumn<QJsonValue>("json");
        QTest::addColumn<int>("type");
        QTest::addColumn<FieldValue>("value");
        const auto row
            = [](const char *name, const QJsonValue &json, Type type, const FieldValue &value) {
                  QTest::newRow(name) << json << static_cast<int>(type) << value;
              };
        const QJsonArray pair {u"a"_s, 2};
        row("text", u"a"_s, Type::Text, FieldValue(u"a"_s));
        row("text from a number", 7, Type::Text, FieldValue(u"7"_s));
        row("text from a list", pair, Type::Text, FieldValue(u"a, 2"_s));
        row("list", pair, Type::List, FieldValue(QStringList {u"a"_s, u"2"_s}));
        row("list of one", u"a"_s, Type::List, FieldValue(QStringList {u"a"_s}));
        row("number", 7.5, Type::Number, FieldValue(7.5));
        row("number as text", u"7.5"_s, Type::Number, FieldValue(7.5));
        row("no number", u"seven"_s, Type::Number, {});
        row("truth", true, Type::Boolean, FieldValue(true));
        row("truth as text", u"TRUE"_s, Type::Boolean, FieldValue(true));
        row("no truth", u"yes"_s, Type::Boolean, FieldValue(false));
        row("day", u"2026-11-23T23:30:00.000-05:00"_s, Type::Date, FieldValue(QDate(2026, 11, 23)));
        row("no day", u"soon"_s, Type::Date, {});
        row("milliseconds are no day", 1'700'000'000'000.0, Type::Date, {});
        row("null", QJsonValue(), Type::Text, {});
        row("missing", QJsonValue(QJsonValue::Undefined), Type::List, {});
        row("no type", u"a"_s, Type::Absent, {});
    }

    void types()
    {
        QFETCH(QJsonValue, json);
        QFETCH(int, type);
        QFETCH(FieldValue, value);
        QCOMPARE(fieldValue(json, static_cast<FieldValue::Type>(type)), value);
    }
};

QTEST_GUILESS_MAIN(TestJsonValue)
#include "tst_jsonvalue.moc"
