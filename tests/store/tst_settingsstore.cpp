// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/settingsstore.h"
#include "storefixture.h"

#include <QJsonArray>
#include <QObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

ServiceSchema schema()
{
    return {.accountName = u"Acme Spaces"_s,
            .accountId = u"acme"_s,
            .country = u"BG"_s,
            .timeZone = u"Europe/Sofia"_s,
            .fields = {{.key = u"name"_s,
                        .title = u"Name"_s,
                        .type = FieldValue::Type::Text,
                        .access = FieldAccess::ReadWrite,
                        .need = FieldNeed::RequiredToCreate,
                        .origin = FieldOrigin::Standard,
                        .options = {}},
                       {.key = u"properties.Plan"_s,
                        .title = u"Plan"_s,
                        .type = FieldValue::Type::List,
                        .access = FieldAccess::CreateOnly,
                        .need = FieldNeed::Optional,
                        .origin = FieldOrigin::Custom,
                        .options = {u"Day"_s, u"Month"_s}}}};
}

MappingProfile mapping(Authority authority)
{
    FieldMapping name;
    name.id = u"name"_s;
    name.title = u"Name"_s;
    name.left = {u"name"_s};
    name.right = {u"firstName"_s, u"lastName"_s};
    name.conversion = Conversion::Name;
    name.role = FieldRole::Name;
    name.authority = authority;
    return {.rows = {name}};
}

} // namespace

class SettingsStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSections();
    void keepsSchemas();
    void newestMappingIsInForce();
    void unreadableContentIsToldAsDamage();
};

void SettingsStoreTest::keepsSections()
{
    StoreFolder folder;
    const QJsonObject schedule {{u"mode"_s, u"automatic"_s}, {u"hours"_s, QJsonArray {8, 18}}};
    const HandClock clock;
    {
        const Database database = folder.open();
        SettingsStore store(database, clock);
        QVERIFY(store.section(u"schedule"_s)->isEmpty());
        VERIFY_GOOD(store.setSection(u"schedule"_s, {{u"mode"_s, u"by-hand"_s}}));
        VERIFY_GOOD(store.setSection(u"schedule"_s, schedule));
        VERIFY_GOOD(store.setSection(u"other"_s, {}));
    }
    const Database database = folder.open();
    SettingsStore store(database, clock);
    QCOMPARE(store.section(u"schedule"_s).value(), schedule);
    QVERIFY(store.section(u"other"_s)->isEmpty());
}

void SettingsStoreTest::keepsSchemas()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    SettingsStore store(database, clock);
    QVERIFY(!store.schema(Side::Left).value());
    VERIFY_GOOD(store.setSchema(Side::Left, schema()));
    ServiceSchema other = schema();
    other.fields.clear();
    VERIFY_GOOD(store.setSchema(Side::Right, other));
    QCOMPARE(store.schema(Side::Left).value().value(), schema());
    QCOMPARE(store.schema(Side::Right).value().value(), other);
    VERIFY_GOOD(store.setSchema(Side::Left, other));
    QCOMPARE(store.schema(Side::Left).value().value(), other);
}

void SettingsStoreTest::newestMappingIsInForce()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    SettingsStore store(database, clock);
    QVERIFY(!store.mapping().value());
    VERIFY_GOOD(store.setMapping(mapping(Authority::AskMe)));
    VERIFY_GOOD(store.setMapping(mapping(Authority::Newest)));
    const auto inForce = store.mapping();
    VERIFY_GOOD(inForce);
    QVERIFY(inForce->has_value());
    QCOMPARE(inForce->value(), mapping(Authority::Newest));
    QSqlQuery query(database.connection());
    QVERIFY(query.exec(u"SELECT count(*) FROM mapping"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 2);
}

void SettingsStoreTest::unreadableContentIsToldAsDamage()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    SettingsStore store(database, clock);
    VERIFY_GOOD(store.setSection(u"schedule"_s, {{u"mode"_s, u"by-hand"_s}}));
    QVERIFY(QSqlQuery(database.connection()).exec(u"UPDATE setting SET content = '[1'"_s));
    QCOMPARE(store.section(u"schedule"_s).error().kind, ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(SettingsStoreTest)
#include "tst_settingsstore.moc"
