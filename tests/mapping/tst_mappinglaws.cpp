// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/projection.h"

#include "mapping/support/accounts.h"
#include "mapping/support/property.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using twinbook::testing::holds;

namespace twinbook {

namespace {

//! Pieces that have broken programs before; texts are made by putting some of them together.
QString anyText()
{
    static const QStringList pieces {u"Ana"_s,
                                     u"van"_s,
                                     u"der"_s,
                                     u"Ruiz"_s,
                                     u" "_s,
                                     u"  "_s,
                                     u"\u00A0"_s,
                                     u"\u3000"_s,
                                     u"\u200B"_s,
                                     u"\uFEFF"_s,
                                     u"é"_s,
                                     u"e\u0301"_s,
                                     u"ß"_s,
                                     u"İ"_s,
                                     u"ﬁ"_s,
                                     u"дом"_s,
                                     u"\u200Fדוד"_s,
                                     u"محمد"_s,
                                     u"山田"_s,
                                     u"太郎"_s,
                                     u"🦊"_s,
                                     u","_s,
                                     u", "_s,
                                     u"\n"_s,
                                     u"1990-05-17"_s,
                                     u"T10:00:00Z"_s,
                                     u"3/4/2026"_s,
                                     u"17 May 1990"_s,
                                     u"+359881234567"_s,
                                     u"088 123 4567"_s,
                                     u"ext. 5"_s,
                                     u"007"_s,
                                     u"1e6"_s,
                                     u"1,500"_s,
                                     u"12345678901234567890"_s,
                                     u"nan"_s,
                                     u"Bulgaria"_s,
                                     u"BG"_s,
                                     u"Narnia"_s,
                                     u"yes"_s,
                                     u"No"_s,
                                     u"1"_s,
                                     u"active"_s,
                                     u"Member"_s,
                                     u"Visitor"_s,
                                     u"x@y.bg"_s,
                                     u"X@Y.BG"_s,
                                     u"\u0001"_s};
    QString text;
    const auto chosen = *rc::gen::resize(
        4,
        rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size()))));
    for (const int piece : chosen)
        text += pieces.at(piece);
    return text;
}

FieldValue anyValue()
{
    switch (*rc::gen::inRange(0, 9)) {
    case 0:
        return {};
    case 1: {
        QStringList list;
        const int length = *rc::gen::inRange(0, 4);
        for (int i = 0; i < length; ++i)
            list.append(anyText());
        return FieldValue(list);
    }
    case 2:
        return FieldValue(*rc::gen::element(0.0, 1.0, -1.5, 1e6, 0.1, 1e15, 1e300, 123456.789));
    case 3:
        return FieldValue(*rc::gen::arbitrary<bool>());
    case 4:
        return FieldValue(QDate(1900, 1, 1).addDays(*rc::gen::inRange(0, 60000)));
    default:
        return FieldValue(anyText());
    }
}

Projection anyProjection(FieldMapping &row)
{
    using Type = FieldValue::Type;
    const auto type = [] {
        return *rc::gen::element(Type::Text, Type::Text, Type::List, Type::Number, Type::Boolean,
                                 Type::Date);
    };
    row = testing::plainRow(u"field"_s, static_cast<Conversion>(*rc::gen::inRange(0, 10)));
    row.direction = static_cast<Direction>(*rc::gen::inRange(0, 4));
    row.valuePairs = {{u"active"_s, u"Member"_s}, {u"1"_s, u"yes"_s}, {u"Visitor"_s, u"active"_s}};
    PerSide<ServiceSchema> accounts;
    accounts.left.country = *rc::gen::element(u"BG"_s, u"US"_s, QString());
    accounts.right.country = *rc::gen::element(u"BG"_s, QString());
    for (const Side side : bothSides) {
        for (const FieldKey &key : row.keys(side)) {
            FieldSpec spec;
            spec.key = key;
            spec.type = row.conversion == Conversion::Name ? Type::Text : type();
            accounts[side].fields.append(spec);
        }
    }
    return Projection(MappingProfile {{row}}, accounts.left, accounts.right);
}

FieldMap anyFields(const FieldMapping &row, Side side)
{
    FieldMap fields;
    for (const FieldKey &key : row.keys(side))
        fields.insert(key, row.conversion == Conversion::Name ? FieldValue(anyText()) : anyValue());
    return fields;
}

FieldMap written(FieldMap fields, const FieldWrites &writes)
{
    for (const FieldWrite &write : writes)
        fields.insert(write.key, write.value);
    return fields;
}

Side anySide()
{
    return *rc::gen::element(Side::Left, Side::Right);
}

} // namespace

class MappingLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsBackTheSame();
    void whatIsThereNeedsNoWrite();
    void beingTheSameIsMutual();
    void writesNameOnlyTheFieldsOfTheRow();
};

void MappingLawsTest::whatIsWrittenReadsBackTheSame()
{
    QVERIFY(holds("what a side can hold and is written to it reads back the same", 5000, [] {
        FieldMapping row;
        const Projection projection = anyProjection(row);
        const Side to = anySide();
        const FieldValue value = projection.project(opposite(to), anyFields(row, opposite(to)))[0];
        RC_PRE(projection.canHold(to, 0, value));
        const FieldMap current = anyFields(row, to);
        const FieldMap after = written(current, projection.writesFor(to, 0, value, current));
        const FieldValue readBack = projection.project(to, after)[0];
        RC_LOG() << conversionName(row.conversion).toStdString() << ": "
                 << value.toDisplay().toStdString() << " -> " << readBack.toDisplay().toStdString();
        RC_ASSERT(projection.equivalent(0, readBack, value));
        RC_ASSERT(readBack.isEmpty() == value.isEmpty());
        RC_ASSERT(projection.writesFor(to, 0, value, after).isEmpty());
    }));
}

void MappingLawsTest::whatIsThereNeedsNoWrite()
{
    QVERIFY(holds("a side needs no write to have what it has", 5000, [] {
        FieldMapping row;
        const Projection projection = anyProjection(row);
        const Side side = anySide();
        const FieldMap fields = anyFields(row, side);
        const FieldValue value = projection.project(side, fields)[0];
        RC_ASSERT(projection.writesFor(side, 0, value, fields).isEmpty());
    }));
}

void MappingLawsTest::beingTheSameIsMutual()
{
    QVERIFY(holds("meaning the same is reflexive and symmetric", 5000, [] {
        FieldMapping row;
        const Projection projection = anyProjection(row);
        const FieldValue a = projection.project(Side::Left, anyFields(row, Side::Left))[0];
        const FieldValue b = projection.project(Side::Right, anyFields(row, Side::Right))[0];
        RC_ASSERT(projection.equivalent(0, a, a));
        RC_ASSERT(projection.equivalent(0, b, b));
        RC_ASSERT(projection.equivalent(0, a, b) == projection.equivalent(0, b, a));
        RC_ASSERT(a.isEmpty() == b.isEmpty() || !projection.equivalent(0, a, b));
    }));
}

void MappingLawsTest::writesNameOnlyTheFieldsOfTheRow()
{
    QVERIFY(holds("a write names only fields of its row, each once", 2000, [] {
        FieldMapping row;
        const Projection projection = anyProjection(row);
        const Side to = anySide();
        const FieldWrites writes = projection.writesFor(to, 0, anyValue(), anyFields(row, to));
        QStringList keys;
        for (const FieldWrite &write : writes) {
            RC_ASSERT(row.keys(to).contains(write.key));
            RC_ASSERT(!keys.contains(write.key));
            keys.append(write.key);
        }
    }));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::MappingLawsTest)

#include "tst_mappinglaws.moc"
