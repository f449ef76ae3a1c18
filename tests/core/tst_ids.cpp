// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ids.h"
#include "core/record.h"
#include "core/side.h"

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace twinbook;
using namespace Qt::StringLiterals;

// What must not compile: ids of different kinds meet nowhere, and nothing becomes an id by itself.
static_assert(!std::is_convertible_v<QString, RemoteId>);
static_assert(!std::is_convertible_v<qint64, LinkId>);
static_assert(!std::is_convertible_v<LinkId, RunId>);
static_assert(!std::is_constructible_v<RunId, LinkId>);
static_assert(!std::is_convertible_v<LinkId, qint64>);
static_assert(!std::is_constructible_v<FieldValue, const char *>);
static_assert(!std::is_constructible_v<FieldValue, int>);
static_assert(LinkId().isNull() && !LinkId(1).isNull() && LinkId(1) < LinkId(2));

class IdsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIds();
    void numberIds();
    void sides();
    void schemaFindsFields();
};

void IdsTest::textIds()
{
    const RemoteId ana(u"507f1f77bcf86cd799439011"_s);
    const RemoteId same(u"507f1f77bcf86cd799439011"_s);
    const RemoteId other(u"507F1F77BCF86CD799439011"_s);
    QCOMPARE(ana, same);
    QVERIFY2(ana != other, "ids keep their case: HighLevel tells them apart by it");
    QCOMPARE((QSet<RemoteId> {ana, same, other}).size(), 2);
    QVERIFY(RemoteId().isEmpty());
    QVERIFY(!ana.isEmpty());
    QVERIFY(other < ana && !(ana < other));
}

void IdsTest::numberIds()
{
    QCOMPARE((QSet<LinkId> {LinkId(1), LinkId(1), LinkId(2)}).size(), 2);
    QCOMPARE(LinkId(7).number(), 7);
}

void IdsTest::sides()
{
    QCOMPARE(opposite(Side::Left), Side::Right);
    QCOMPARE(opposite(Side::Right), Side::Left);
    QCOMPARE(serviceName(Side::Left), u"OfficeRnD"_s);
    QCOMPARE(serviceName(Side::Right), u"HighLevel"_s);
    QCOMPARE(serviceKey(Side::Left), u"officernd"_s);
    QCOMPARE(serviceKey(Side::Right), u"highlevel"_s);
    PerSide<int> pair {1, 2};
    pair[Side::Right] = 3;
    QCOMPARE(pair[Side::Left], 1);
    QCOMPARE(pair, (PerSide<int> {1, 3}));
}

void IdsTest::schemaFindsFields()
{
    ServiceSchema schema;
    QCOMPARE(schema.field(u"name"_s), nullptr);
    schema.fields = {{.key = u"email"_s, .title = u"E-mail"_s, .options = {}},
                     {.key = u"name"_s, .title = u"Name"_s, .options = {}}};
    const FieldSpec *found = schema.field(u"name"_s);
    QVERIFY(found != nullptr);
    QCOMPARE(found->title, u"Name"_s);
    QCOMPARE(schema.field(u"Name"_s), nullptr);
}

QTEST_GUILESS_MAIN(IdsTest)
#include "tst_ids.moc"
