// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/observationstore.h"
#include "storefixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RemoteRecord person(int number)
{
    return {.id = RemoteId(u"%1"_s.arg(number, 24, 16, QChar(u'0'))),
            .modifiedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC),
            .fidelity = Fidelity::Complete,
            .fields = {{u"name"_s, FieldValue(u"Ana Ruíz %1"_s.arg(number))},
                       {u"email"_s, FieldValue(u"ana%1@example.com"_s.arg(number))},
                       {u"phone"_s, FieldValue(u"+35988%1"_s.arg(1000000 + number))},
                       {u"address.city"_s, FieldValue(u"Sofia"_s)},
                       {u"tags"_s, FieldValue(QStringList {u"member"_s, u"vip"_s})}}};
}

} // namespace

class ObservationStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryKindOfValue();
    void sidesAreApart();
    void replaceAllForgetsWhoIsGone();
    void countIsOfTheLastCompleteLook();
    void putInsertsAndUpdates();
    void unchangedPeopleAreNotWritten();
    void unreadableFieldsAreToldAsDamage();
    void isFastWithManyPeople();
};

void ObservationStoreTest::keepsEveryKindOfValue()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    const RemoteRecord full {
        .id = RemoteId(u"5ccc"_s),
        .modifiedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC),
        .fidelity = Fidelity::SearchHit,
        .fields = {{u"absent"_s, FieldValue()},
                   {u"blank"_s, FieldValue(u""_s)},
                   {u"text"_s, FieldValue(u"Zoë \"x\" \\ \u0000 محمد 🙂\n"_s)},
                   {u"list"_s, FieldValue(QStringList {u"b"_s, u"a"_s, u""_s})},
                   {u"emptyList"_s, FieldValue(QStringList())},
                   {u"number"_s, FieldValue(0.1)},
                   {u"big"_s, FieldValue(9007199254740991.0)},
                   {u"yes"_s, FieldValue(true)},
                   {u"date"_s, FieldValue(QDate(1999, 12, 31))},
                   {u"properties.Access Card Nr"_s, FieldValue(u"7"_s)}}};
    VERIFY_GOOD(store.replaceAll(Side::Left, {full}));
    QCOMPARE(store.find(Side::Left, full.id).value().value(), full);
    QCOMPARE(store.all(Side::Left).value(), (QList<RemoteRecord> {full}));

    RemoteRecord timeless = full;
    timeless.modifiedAt = {};
    VERIFY_GOOD(store.put(Side::Left, timeless));
    QVERIFY(!store.find(Side::Left, full.id).value()->modifiedAt.isValid());
}

void ObservationStoreTest::sidesAreApart()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(1), person(2)}));
    VERIFY_GOOD(store.replaceAll(Side::Right, {person(2)}));
    VERIFY_GOOD(store.remove(Side::Left, person(2).id));
    QCOMPARE(store.all(Side::Left)->size(), 1);
    QCOMPARE(store.all(Side::Right)->size(), 1);
    QVERIFY(!store.find(Side::Right, person(1).id)->has_value());
}

void ObservationStoreTest::replaceAllForgetsWhoIsGone()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(1), person(2), person(3)}));
    RemoteRecord changed = person(2);
    changed.fields.insert(u"name"_s, FieldValue(u"Bo"_s));
    VERIFY_GOOD(store.replaceAll(Side::Left, {changed, person(4)}));
    QCOMPARE(store.all(Side::Left).value(), (QList<RemoteRecord> {changed, person(4)}));
}

void ObservationStoreTest::countIsOfTheLastCompleteLook()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    QCOMPARE(store.count(Side::Left).value(), 0);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(1), person(2)}));
    VERIFY_GOOD(store.put(Side::Left, person(3)));
    VERIFY_GOOD(store.remove(Side::Left, person(1).id));
    QCOMPARE(store.count(Side::Left).value(), 2);
    QCOMPARE(store.count(Side::Right).value(), 0);
    VERIFY_GOOD(store.replaceAll(Side::Left, {}));
    QCOMPARE(store.count(Side::Left).value(), 0);
}

void ObservationStoreTest::putInsertsAndUpdates()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.put(Side::Right, person(1)));
    RemoteRecord changed = person(1);
    changed.fidelity = Fidelity::SearchHit;
    changed.fields.remove(u"tags"_s);
    VERIFY_GOOD(store.put(Side::Right, changed));
    QCOMPARE(store.all(Side::Right).value(), (QList<RemoteRecord> {changed}));
}

void ObservationStoreTest::unchangedPeopleAreNotWritten()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    const auto rowsWritten = [&] {
        QSqlQuery query(database.connection());
        return query.exec(u"SELECT total_changes()"_s) && query.next() ? query.value(0).toInt()
                                                                       : -1;
    };
    QList<RemoteRecord> people {person(1), person(2), person(3)};
    VERIFY_GOOD(store.replaceAll(Side::Left, people));
    const int before = rowsWritten();
    people[1].modifiedAt = people[1].modifiedAt.addSecs(1);
    VERIFY_GOOD(store.replaceAll(Side::Left, people));
    QCOMPARE(rowsWritten() - before, 2); // one person, and the count of the look
    QCOMPARE(store.all(Side::Left).value(), people);
}

void ObservationStoreTest::unreadableFieldsAreToldAsDamage()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(1)}));
    QVERIFY(QSqlQuery(database.connection()).exec(u"UPDATE observation SET fields = '{\"na'"_s));
    QCOMPARE(store.all(Side::Left).error().kind, ErrorKind::Storage);
    QCOMPARE(store.find(Side::Left, person(1).id).error().kind, ErrorKind::Storage);
    VERIFY_GOOD(store.put(Side::Left, person(1)));
    QCOMPARE(store.all(Side::Left).value(), (QList<RemoteRecord> {person(1)}));
}

void ObservationStoreTest::isFastWithManyPeople()
{
    QList<RemoteRecord> people;
    for (int i = 0; i < 100'000; ++i)
        people.append(person(i));
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    QElapsedTimer timer;
    timer.start();
    VERIFY_GOOD(store.replaceAll(Side::Left, people));
    qInfo("replaceAll of 100,000: %lld ms", timer.restart());
    VERIFY_GOOD(store.replaceAll(Side::Left, people));
    qInfo("replaceAll without a change: %lld ms", timer.restart());
    const auto all = store.all(Side::Left);
    const qint64 reading = timer.elapsed();
    qInfo("all(): %lld ms", reading);
    VERIFY_GOOD(all);
    QCOMPARE(all->size(), people.size());
    QVERIFY(reading < 15'000);
}

QTEST_GUILESS_MAIN(ObservationStoreTest)
#include "tst_observationstore.moc"
