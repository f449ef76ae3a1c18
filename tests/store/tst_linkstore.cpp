// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/linkstore.h"
#include "storefixture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

AgreedPair agreed(const QString &left, const QString &right)
{
    return {AgreedPair::Known::Yes, FieldValue(left), FieldValue(right)};
}

const AgreedPair unknown;

Link link(const QString &left, const QString &right, std::vector<AgreedPair> base)
{
    return {.id = {}, .left = RemoteId(left), .right = RemoteId(right), .base = std::move(base)};
}

} // namespace

class LinkStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBases();
    void basesFollowTheirRows();
    void setBaseMergesKnownPairs();
    void agreedOnNothingIsKnown();
    void oneRecordIsInOneLink();
    void removedNumbersDoNotComeBack();
    void missingLinkIsABug();
    void isFastWithManyLinks();
};

void LinkStoreTest::keepsBases()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const QList<FieldId> rows {u"name"_s, u"tags"_s, u"birthday"_s};
    const AgreedPair tags {AgreedPair::Known::Yes, FieldValue(QStringList {u"VIP"_s}),
                           FieldValue(QStringList {u"vip"_s})};
    const AgreedPair birthday {AgreedPair::Known::Yes, FieldValue(QDate(1980, 2, 29)),
                               FieldValue()};
    const auto id = store.add(link(u"l1"_s, u"r1"_s, {unknown, tags, birthday}), rows);
    VERIFY_GOOD(id);
    const auto all = store.all(rows);
    VERIFY_GOOD(all);
    QCOMPARE(all->size(), std::size_t(1));
    QCOMPARE(all->front().id, *id);
    QCOMPARE(all->front().left, RemoteId(u"l1"_s));
    QCOMPARE(all->front().right, RemoteId(u"r1"_s));
    QVERIFY(all->front().base == (std::vector {unknown, tags, birthday}));
}

void LinkStoreTest::basesFollowTheirRows()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const AgreedPair name = agreed(u"Ana"_s, u"ana"_s);
    const AgreedPair email = agreed(u"a@x.bg"_s, u"a@x.bg"_s);
    VERIFY_GOOD(store.add(link(u"l"_s, u"r"_s, {name, email}), {u"name"_s, u"email"_s}));
    const auto swapped = store.all({u"new"_s, u"email"_s, u"name"_s});
    QVERIFY(swapped->front().base == (std::vector {unknown, email, name}));
    const auto fewer = store.all({u"email"_s});
    QVERIFY(fewer->front().base == (std::vector {email}));
    QVERIFY(store.all({})->front().base.empty());
    // A row that was away keeps its base.
    VERIFY_GOOD(store.setBase(fewer->front().id, {agreed(u"b@x.bg"_s, u"b@x.bg"_s)}, {u"email"_s}));
    QVERIFY(store.all({u"name"_s})->front().base == (std::vector {name}));
}

void LinkStoreTest::setBaseMergesKnownPairs()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const QList<FieldId> rows {u"a"_s, u"b"_s, u"c"_s};
    const AgreedPair a = agreed(u"1"_s, u"1"_s);
    const AgreedPair b = agreed(u"2"_s, u"2"_s);
    const AgreedPair c = agreed(u"3"_s, u"three"_s);
    const auto id = store.add(link(u"l"_s, u"r"_s, {a, unknown, unknown}), rows);
    VERIFY_GOOD(store.setBase(*id, {unknown, b, unknown}, rows));
    VERIFY_GOOD(store.setBase(*id, {unknown, unknown, c}, rows));
    QVERIFY(store.all(rows)->front().base == (std::vector {a, b, c}));
    VERIFY_GOOD(store.setBase(*id, {c, unknown, unknown}, rows));
    QVERIFY(store.all(rows)->front().base == (std::vector {c, b, c}));
}

//! "Both had nothing" is knowledge; "we do not know" is not.
void LinkStoreTest::agreedOnNothingIsKnown()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const AgreedPair nothing {AgreedPair::Known::Yes, FieldValue(), FieldValue()};
    VERIFY_GOOD(store.add(link(u"l"_s, u"r"_s, {nothing, unknown}), {u"a"_s, u"b"_s}));
    QVERIFY(store.all({u"a"_s, u"b"_s})->front().base == (std::vector {nothing, unknown}));
}

void LinkStoreTest::oneRecordIsInOneLink()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const auto id = store.add(link(u"l"_s, u"r"_s, {}), {});
    QCOMPARE(store.add(link(u"l"_s, u"other"_s, {}), {}).error().kind, ErrorKind::Bug);
    QCOMPARE(store.add(link(u"other"_s, u"r"_s, {}), {}).error().kind, ErrorKind::Bug);
    VERIFY_GOOD(store.remove(*id));
    VERIFY_GOOD(store.add(link(u"l"_s, u"other"_s, {}), {}));
}

void LinkStoreTest::removedNumbersDoNotComeBack()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    const auto first = store.add(link(u"l"_s, u"r"_s, {}), {});
    VERIFY_GOOD(store.remove(*first));
    const auto second = store.add(link(u"l"_s, u"r"_s, {}), {});
    QVERIFY(*second > *first);
    QCOMPARE(store.all({})->size(), std::size_t(1));
}

void LinkStoreTest::missingLinkIsABug()
{
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    QCOMPARE(store.setBase(LinkId(7), {}, {}).error().kind, ErrorKind::Bug);
    VERIFY_GOOD(store.remove(LinkId(7)));
}

void LinkStoreTest::isFastWithManyLinks()
{
    constexpr int many = 100'000;
    const QList<FieldId> rows {u"name"_s,    u"email"_s, u"phone"_s, u"company"_s, u"street"_s,
                               u"country"_s, u"city"_s,  u"tags"_s,  u"custom-1"_s};
    StoreFolder folder;
    const Database database = folder.open();
    LinkStore store(database);
    QElapsedTimer timer;
    timer.start();
    {
        auto transaction = Transaction::begin(database);
        VERIFY_GOOD(transaction);
        for (int i = 0; i < many; ++i) {
            const QString n = QString::number(i);
            std::vector<AgreedPair> base;
            for (const FieldId &row : rows)
                base.push_back(agreed(row + n, row + n));
            VERIFY_GOOD(store.add(link(u'l' + n, u'r' + n, std::move(base)), rows));
        }
        VERIFY_GOOD(transaction->commit());
    }
    qInfo("add() of 100,000: %lld ms", timer.restart());
    const auto all = store.all(rows);
    const qint64 reading = timer.elapsed();
    qInfo("all(): %lld ms", reading);
    VERIFY_GOOD(all);
    QCOMPARE(all->size(), std::size_t(many));
    QVERIFY(reading < 15'000);
}

QTEST_GUILESS_MAIN(LinkStoreTest)
#include "tst_linkstore.moc"
